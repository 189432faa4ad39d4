package vn.chitra.hub.bench.formats;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.CashEntry;
import vn.chitra.hub.batch.FileFormat;
import vn.chitra.hub.channel.bankapi.BankApiFormat;
import vn.chitra.hub.channel.bankcsv.BankCsvFormat;
import vn.chitra.hub.channel.bankfixed.BankFixedFormat;
import vn.chitra.hub.channel.commune.CommuneListFormat;
import vn.chitra.hub.channel.iso20022.Pain001Format;
import vn.chitra.hub.channel.postoffice.PostOfficeListFormat;
import vn.chitra.hub.partner.PartnerProfile;

/**
 * Files that the hub writes for one kind of partner, by the format and the shipped profile of production.
 *
 * @param line makes a line of a file, when it is asked for and not before
 */
record Outgoing<L>(FileFormat<L> format, Line<L> line) {

  private static final LocalDate VALUE_DATE = LocalDate.of(2026, 11, 25);

  interface Line<L> {
    L of(int seq, int line);
  }

  static List<Outgoing<?>> all() {
    return List.of(transfers(new BankCsvFormat()), transfers(new BankFixedFormat()), transfers(new Pain001Format()),
        transfers(new BankApiFormat()), lists(new PostOfficeListFormat()), lists(new CommuneListFormat()));
  }

  static Outgoing<?> named(String label) {
    return all().stream().filter(one -> one.label().equals(label)).findFirst().orElseThrow();
  }

  private static Outgoing<BankInstruction> transfers(FileFormat<BankInstruction> format) {
    return new Outgoing<>(format, Payouts::transfer);
  }

  private static Outgoing<CashEntry> lists(FileFormat<CashEntry> format) {
    return new Outgoing<>(format, Payouts::cash);
  }

  String label() {
    return format.kind().label();
  }

  int mostLines() {
    return partner().maxLines();
  }

  void write(int seq, int lines, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      format.write(header(seq, lines), lines(seq, lines), out);
    }
  }

  /** Reads the file back by the hub's own independent code. @throws IllegalStateException when it does not say what was meant */
  void check(int seq, int lines, Path file) throws IOException {
    List<String> complaints = format.check(header(seq, lines), file, lines(seq, lines));
    if (!complaints.isEmpty()) {
      throw new IllegalStateException(label() + ": " + complaints);
    }
  }

  private PartnerProfile partner() {
    return Shipped.partner(format.kind());
  }

  private Iterator<L> lines(int seq, int lines) {
    return IntStream.rangeClosed(1, lines).mapToObj(one -> line.of(seq, one)).iterator();
  }

  private BatchHeader header(int seq, int lines) {
    long total = IntStream.rangeClosed(1, lines).mapToLong(Payouts::amount).sum();
    return format.kind().isBank() ? new BatchHeader(partner(), "", "", "", null, null, VALUE_DATE, seq, lines, total)
        : new BatchHeader(partner(), "07969", "Xã Đoan Hùng", "Ủy ban nhân dân xã Đoan Hùng", "NCC", Payouts.PERIOD, null, seq, lines,
        total);
  }
}
