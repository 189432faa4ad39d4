package vn.chitra.hub.sim.bank;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitra.hub.sim.Decisions;

/** The {@code bank-csv} contract, from the bank's side. */
final class CsvDialect implements BankDialect {

  private static final int MAX_LINES = 50_000;
  private static final Pattern NAME = Pattern.compile("CT_([A-Z0-9]+)_(\\d{8})_(\\d{6})\\.csv");
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final String sender;

  /** @param sender who the hub is at this bank */
  CsvDialect(String sender) {
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
    return String.format("ACK_%s_%02d", acknowledgement.fileName(), number);
  }

  @Override
  public Optional<byte[]> acknowledgement(Acknowledgement acknowledgement) {
    String words = (acknowledgement.accepted() ? "ACCEPTED|" : "REFUSED|") + acknowledgement.code() + "|" + acknowledgement.text();
    return Optional.of(bytes("A|" + acknowledgement.fileName() + "|" + acknowledgement.sha256() + "|" + words + "\n"));
  }

  @Override
  public List<Reply> part(Part part, List<BankOrders.Row> rows, boolean first) {
    StringBuilder text = new StringBuilder("H|1|" + sender + "|" + part.seq() + "|" + part.number() + "|" + (part.last() ? "Y" : "N")
        + "\n");
    for (BankOrders.Row row : rows) {
      String code = first ? row.firstCode() : row.code();
      text.append("R|").append(row.endToEndId()).append('|').append(row.amount()).append('|').append(code).append('|')
          .append(row.reference()).append('|').append(row.bookDate().format(DAY)).append('|').append(BankOrders.stated(code)).append('\n');
    }
    text.append("T|").append(rows.size()).append('|').append(rows.stream().mapToLong(BankOrders.Row::amount).sum()).append('\n');
    String name = String.format("KQ_%s_%s_%06d_%02d.csv", sender, part.valueDate().format(DAY), part.seq(), part.number());
    return List.of(new Reply(name, bytes(text.toString())));
  }

  @Override
  public Reply statement(BankLedger.Day day) {
    return statement(sender, day);
  }

  /** The {@code SK} file, which banks of other forms send as well. */
  static Reply statement(String sender, BankLedger.Day day) {
    StringBuilder text = new StringBuilder("H|1|" + day.account() + "|" + day.date().format(DAY) + "|" + day.opening() + "|"
        + day.closing() + "\n");
    int no = 0;
    for (BankLedger.Entry e : day.entries()) {
      text.append("E|").append(++no).append('|').append(e.side()).append('|').append(e.amount()).append('|').append(e.reference())
          .append('|').append(e.bankRef()).append('|').append(e.remark()).append('\n');
    }
    text.append("T|").append(no).append('|').append(day.debits()).append('|').append(day.credits()).append('\n');
    return new Reply("SK_" + sender + "_" + day.date().format(DAY) + ".csv", bytes(text.toString()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private final class Reader extends PaymentReader {

    Reader(Set<String> bins) {
      super(bins);
    }

    PaymentFile read(String fileName, byte[] bytes) {
      Matcher name = NAME.matcher(fileName);
      if (!name.matches()) {
        throw new IllegalArgumentException("not a payment file's name: " + fileName);
      }
      int seq = Integer.parseInt(name.group(3));
      LocalDate day = day(name.group(2), DAY);
      String text = new String(bytes, StandardCharsets.US_ASCII);
      expect(text.indexOf('\uFFFD') < 0 && text.indexOf('\r') < 0, "bytes beyond ASCII, or a carriage return");
      expect(text.endsWith("\n"), "the last line does not end with LF");
      String[] lines = text.split("\n", -1);
      expect(lines.length >= 3 && lines[lines.length - 1].isEmpty(), "fewer than three lines");
      if (isFine()) {
        for (int i = 1; i < lines.length - 2; i++) {
          order(lines[i], i);
        }
        header(lines[0], seq, name.group(2));
        trailer(lines[lines.length - 2], text);
        expect(sender.equals(name.group(1)), "the name carries another sender");
        expect(orders.size() <= MAX_LINES, "more than " + MAX_LINES + " lines");
      }
      return file(seq, day);
    }

    private void header(String line, int seq, String day) {
      expectTotals(line.equals("H|1|" + sender + "|" + seq + "|" + day + "|VND|" + orders.size() + "|" + total()),
          "the header does not fit name and lines");
    }

    private void trailer(String line, String text) {
      byte[] before = text.substring(0, text.length() - line.length() - 1).getBytes(StandardCharsets.US_ASCII);
      String[] fields = line.split("\\|", -1);
      expect(fields.length == 4 && fields[0].equals("T"), "no trailer of four fields");
      if (fields.length == 4) {
        expectTotals(fields[1].equals(Integer.toString(orders.size())) && fields[2].equals(Long.toString(total())),
            "the trailer does not fit the lines");
        expect(fields[3].equals(Decisions.sha256Hex(before)), "the hash in the trailer is wrong");
      }
    }

    private void order(String line, int number) {
      String[] f = line.split("\\|", -1);
      if (f.length != 8 || !f[0].equals("D") || !f[1].equals(Integer.toString(number)) || !f[6].matches("[1-9]\\d{0,14}")) {
        expect(false, "line " + (number + 1) + ": not D with eight fields, its number and an amount");
        return;
      }
      add(new PaymentFile.Order(number, f[2], f[3], f[4], f[5], Long.parseLong(f[6])), f[7]);
    }
  }
}
