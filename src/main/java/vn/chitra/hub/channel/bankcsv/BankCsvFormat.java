package vn.chitra.hub.channel.bankcsv;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.FileFormat;
import vn.chitra.hub.channel.bankcsv.camel.CsvPaymentHeader;
import vn.chitra.hub.channel.bankcsv.camel.CsvPaymentLine;
import vn.chitra.hub.channel.bankcsv.camel.CsvPaymentTrailer;
import vn.chitra.hub.channel.bankfile.camel.CsvLayout;
import vn.chitra.hub.partner.PartnerKind;

/**
 * The payment file of a {@code bank-csv} partner (contract §1.1): UTF-8, LF, {@code |}, dong. The header states count and total of the
 * batch, the trailer those of the written lines: {@link #check} finds a batch that does not balance.
 */
public final class BankCsvFormat implements FileFormat<BankInstruction> {

  private final CsvLayout<CsvPaymentHeader> headers = new CsvLayout<>(CsvPaymentHeader.class);
  private final CsvLayout<CsvPaymentLine> details = new CsvLayout<>(CsvPaymentLine.class);
  private final CsvLayout<CsvPaymentTrailer> trailers = new CsvLayout<>(CsvPaymentTrailer.class);

  @Override
  public PartnerKind kind() {
    return PartnerKind.BANK_CSV;
  }

  @Override
  public String fileName(BatchHeader header) {
    return "CT_%s_%s_%06d.csv".formatted(header.partner().sender(), DateTimeFormatter.BASIC_ISO_DATE.format(valueDate(header)),
        header.seq());
  }

  @Override
  public void write(BatchHeader header, Iterator<BankInstruction> lines, OutputStream out) throws IOException {
    DigestOutputStream bytes = new DigestOutputStream(new BufferedOutputStream(out), Archive.sha256());
    put(bytes, headers.write(
        new CsvPaymentHeader(header.partner().sender(), header.seq(), valueDate(header), header.count(), header.totalVnd())));
    int count = 0;
    long total = 0;
    while (lines.hasNext()) {
      BankInstruction one = lines.next();
      put(bytes, details.write(detail(one)));
      count++;
      total = Math.addExact(total, one.amountVnd());
    }
    put(bytes, trailers.write(new CsvPaymentTrailer(count, total, HexFormat.of().formatHex(bytes.getMessageDigest().digest()))));
    bytes.flush();
  }

  @Override
  public List<String> check(BatchHeader header, Path bytes, Iterator<BankInstruction> lines) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(bytes))) {
      return new BankCsvCheck(header, in).run(lines);
    }
  }

  private static CsvPaymentLine detail(BankInstruction one) {
    return new CsvPaymentLine(one.line(), one.endToEndId(), one.account(), one.creditName().replace('|', ' '), one.bankBin(),
        one.amountVnd(), one.remark());
  }

  private static void put(OutputStream bytes, String record) throws IOException {
    bytes.write((record + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static LocalDate valueDate(BatchHeader header) {
    return Objects.requireNonNull(header.valueDate(), "a bank file has a value date");
  }
}
