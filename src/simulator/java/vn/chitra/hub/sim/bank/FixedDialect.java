package vn.chitra.hub.sim.bank;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code bank-fixed} contract, from the bank's side: records of 160 bytes and CRLF, no ACK, refusals as {@code X} files. */
final class FixedDialect implements BankDialect {

  private static final int RECORD = 160;
  private static final long MODULUS = 10_000_000_000L;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final Pattern NAME = Pattern.compile("([A-Z0-9]{1,8})\\.P(\\d{6})");

  private final String sender;

  /** @param sender who the hub is at this bank */
  FixedDialect(String sender) {
    this.sender = sender;
  }

  @Override
  public boolean isPayment(String fileName) {
    return NAME.matcher(fileName).matches();
  }

  @Override
  public PaymentFile read(Set<String> bins, String fileName, byte[] bytes) {
    return new Reader(bins).read(fileName, bytes);
  }

  @Override
  public String acknowledgementName(Acknowledgement acknowledgement, int number) {
    return String.format("%s.X%06d.%02d", sender, acknowledgement.seq(), number);
  }

  /** That the file stands is told by its size alone. */
  @Override
  public Optional<byte[]> acknowledgement(Acknowledgement acknowledgement) {
    return acknowledgement.accepted() ? Optional.empty()
        : Optional.of(bytes(record("X%-8s%06d%2s%s%s", sender, acknowledgement.seq(), acknowledgement.code(), acknowledgement.sha256(),
        acknowledgement.text())));
  }

  @Override
  public List<Reply> part(Part part, List<BankOrders.Row> rows, boolean first) {
    StringBuilder text = new StringBuilder(record("1%-8s%06d%02d%s", sender, part.seq(), part.number(), part.last() ? "Y" : "N"));
    for (BankOrders.Row row : rows) {
      String code = first ? row.firstCode() : row.code();
      text.append(record("6%s%015d%s%-20s%s%s", row.endToEndId(), row.amount(), code, row.reference(), row.bookDate().format(DAY),
          BankOrders.stated(code)));
    }
    text.append(record("9%06d%018d", rows.size(), rows.stream().mapToLong(BankOrders.Row::amount).sum()));
    return List.of(new Reply(String.format("%s.R%06d.%02d", sender, part.seq(), part.number()), bytes(text.toString())));
  }

  @Override
  public Reply statement(BankLedger.Day day) {
    return CsvDialect.statement(sender, day);
  }

  private static String record(String form, Object... values) {
    return String.format("%-" + RECORD + "s\r\n", String.format(form, values));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private final class Reader extends PaymentReader {

    private long accounts;

    Reader(Set<String> bins) {
      super(bins);
    }

    PaymentFile read(String fileName, byte[] bytes) {
      Matcher name = NAME.matcher(fileName);
      if (!name.matches()) {
        throw new IllegalArgumentException("not a payment file's name: " + fileName);
      }
      int seq = Integer.parseInt(name.group(2));
      String text = new String(bytes, StandardCharsets.US_ASCII);
      expect(text.indexOf('\uFFFD') < 0, "bytes beyond ASCII");
      expect(text.length() % (RECORD + 2) == 0 && text.length() >= 3 * (RECORD + 2), "not at least three records of 160 bytes and CRLF");
      String valueDate = text.length() < 23 ? "" : text.substring(15, 23);
      if (isFine()) {
        int records = text.length() / (RECORD + 2);
        for (int i = 0; i < records; i++) {
          take(text.substring(i * (RECORD + 2), (i + 1) * (RECORD + 2)), i, records, seq, valueDate);
        }
        expect(sender.equals(name.group(1)), "the name carries another sender");
      }
      return file(seq, day(valueDate, DAY));
    }

    private void take(String record, int at, int records, int seq, String valueDate) {
      expect(record.endsWith("\r\n"), "record " + (at + 1) + " does not end with CRLF");
      String whole = record.substring(0, RECORD);
      if (at == 0) {
        expect(whole.equals(padded(String.format("1%-8s%06d%sVND", sender, seq, valueDate))), "the header does not fit the name");
      } else if (at < records - 1) {
        order(whole, at);
      } else {
        String expected = padded(String.format("9%06d%018d%010d", orders.size(), total(), accounts));
        expectTotals(whole.equals(expected), "the trailer does not fit the details");
      }
    }

    private void order(String f, int number) {
      String amount = f.substring(103, 118);
      if (f.charAt(0) != '5' || !f.substring(1, 7).equals(String.format("%06d", number)) || !amount.matches("\\d{15}")
          || !f.substring(143).isBlank()) {
        expect(false, "record " + (number + 1) + ": not 5 with its number, an amount and blanks at the end");
        return;
      }
      String account = f.substring(29, 53).stripTrailing();
      add(new PaymentFile.Order(number, f.substring(7, 23), account, f.substring(53, 103).stripTrailing(), f.substring(23, 29),
          Long.parseLong(amount)), f.substring(118, 143).stripTrailing());
      if (account.matches("\\d{6,24}")) {
        accounts = (accounts + Long.parseLong(account.substring(account.length() - 6))) % MODULUS;
      }
    }

    private static String padded(String text) {
      return String.format("%-" + RECORD + "s", text);
    }
  }
}
