package vn.chitra.hub.channel.bankfixed;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.FileFormat;
import vn.chitra.hub.channel.bankfixed.camel.FixedLayout;
import vn.chitra.hub.channel.bankfixed.camel.FixedPaymentHeader;
import vn.chitra.hub.channel.bankfixed.camel.FixedPaymentLine;
import vn.chitra.hub.channel.bankfixed.camel.FixedPaymentTrailer;
import vn.chitra.hub.partner.PartnerKind;

/**
 * The payment file of a {@code bank-fixed} partner (contract §2.2): ASCII, records of 160 bytes and CRLF, dong. The trailer states count
 * and total of the written lines: {@link #check} finds a batch that does not balance. A value longer than its positions, or an account that
 * does not end in digits, cannot be written: {@link IllegalArgumentException} with the line, never a cut value.
 */
public final class BankFixedFormat implements FileFormat<BankInstruction> {

  private static final long MODULUS = 10_000_000_000L;
  private static final int TAIL = 6;

  private final FixedLayout<FixedPaymentHeader> headers = new FixedLayout<>(FixedPaymentHeader.class);
  private final FixedLayout<FixedPaymentLine> details = new FixedLayout<>(FixedPaymentLine.class);
  private final FixedLayout<FixedPaymentTrailer> trailers = new FixedLayout<>(FixedPaymentTrailer.class);

  @Override
  public PartnerKind kind() {
    return PartnerKind.BANK_FIXED;
  }

  @Override
  public String fileName(BatchHeader header) {
    return "%s.P%06d".formatted(header.partner().sender(), header.seq());
  }

  @Override
  public void write(BatchHeader header, Iterator<BankInstruction> lines, OutputStream out) throws IOException {
    OutputStream bytes = new BufferedOutputStream(out);
    put(bytes, headers.write(new FixedPaymentHeader(header.partner().sender(), header.seq(),
        Objects.requireNonNull(header.valueDate(), "a bank file has a value date"))));
    int count = 0;
    long total = 0;
    long accounts = 0;
    while (lines.hasNext()) {
      BankInstruction one = lines.next();
      put(bytes, detail(one));
      count++;
      total = Math.addExact(total, one.amountVnd());
      accounts = (accounts + tail(one)) % MODULUS;
    }
    put(bytes, trailers.write(new FixedPaymentTrailer(count, total, accounts)));
    bytes.flush();
  }

  @Override
  public List<String> check(BatchHeader header, Path bytes, Iterator<BankInstruction> lines) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(bytes))) {
      return new BankFixedCheck(header, in).run(lines);
    }
  }

  private String detail(BankInstruction one) {
    try {
      return details.write(new FixedPaymentLine(one.line(), one.endToEndId(), one.bankBin(), one.account(),
          one.creditName().replace('|', ' '), one.amountVnd(), one.remark()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("line " + one.line() + " " + e.getMessage(), e);
    }
  }

  private static int tail(BankInstruction one) {
    String account = one.account();
    String last = account.substring(Math.max(0, account.length() - TAIL));
    if (last.isEmpty() || !last.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("line " + one.line() + " account does not end in digits");
    }
    return Integer.parseInt(last);
  }

  private static void put(OutputStream bytes, String record) throws IOException {
    bytes.write((record + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }
}
