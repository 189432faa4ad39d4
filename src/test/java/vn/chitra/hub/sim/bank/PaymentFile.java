package vn.chitra.hub.sim.bank;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.EndToEndIds;

/**
 * A {@code CT_} file as the bank reads it, with everything that is wrong with it.
 *
 * @param complaints what breaks the contract; empty = the bank can work with it
 * @param code F2 when only the totals are wrong, F3 for anything else; empty without a complaint
 */
record PaymentFile(int seq, LocalDate valueDate, int count, long total, List<Order> orders, List<String> complaints, String code) {

  static final int MAX_LINES = 50_000;
  static final Pattern NAME = Pattern.compile("CT_([A-Z0-9]+)_(\\d{8})_(\\d{6})\\.csv");
  private static final long INTERBANK_LIMIT = 500_000_000;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  record Order(int line, String endToEndId, String account, String name, String bin, long amount) {}

  /** Reads the whole file; never throws for its content. */
  static PaymentFile read(String sender, Set<String> bins, String fileName, byte[] bytes) {
    return new Reader(sender, bins, fileName, bytes).read();
  }

  private static final class Reader {
    private final String sender;
    private final Set<String> bins;
    private final String fileName;
    private final byte[] bytes;
    private final List<String> complaints = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private boolean totalsWrong;

    Reader(String sender, Set<String> bins, String fileName, byte[] bytes) {
      this.sender = sender;
      this.bins = bins;
      this.fileName = fileName;
      this.bytes = bytes;
    }

    PaymentFile read() {
      Matcher name = NAME.matcher(fileName);
      if (!name.matches()) {
        throw new IllegalArgumentException("not a payment file's name: " + fileName);
      }
      int seq = Integer.parseInt(name.group(3));
      LocalDate day = day(name.group(2));
      String text = new String(bytes, StandardCharsets.US_ASCII);
      expect(text.indexOf('\uFFFD') < 0 && text.indexOf('\r') < 0, "bytes beyond ASCII, or a carriage return");
      expect(text.endsWith("\n"), "the last line does not end with LF");
      String[] lines = text.split("\n", -1);
      expect(lines.length >= 3 && lines[lines.length - 1].isEmpty(), "fewer than three lines");
      if (complaints.isEmpty()) {
        for (int i = 1; i < lines.length - 2; i++) {
          order(lines[i], i);
        }
        header(lines[0], seq, name.group(2));
        trailer(lines[lines.length - 2], text);
        expect(sender.equals(name.group(1)), "the name carries another sender");
        expect(orders.size() <= MAX_LINES, "more than " + MAX_LINES + " lines");
      }
      String code = complaints.isEmpty() ? "" : totalsWrong && complaints.size() == 1 ? "F2" : "F3";
      return new PaymentFile(seq, day, orders.size(), total(), List.copyOf(orders), List.copyOf(complaints), code);
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
      String where = "line " + (number + 1) + ": ";
      if (f.length != 8 || !f[0].equals("D") || !f[6].matches("[1-9]\\d{0,14}")) {
        complaints.add(where + "not D with eight fields and an amount");
        return;
      }
      expect(f[1].equals(Integer.toString(number)), where + "numbered " + f[1]);
      expect(EndToEndIds.isRight(f[2]), where + "endToEndId of the wrong form or check character");
      expect(ids.add(f[2]), where + "endToEndId twice in one file");
      expect(f[3].matches("\\d{6,19}") && !f[3].matches("9704(\\d{12}|\\d{15})"), where + "no account number");
      expect(f[4].matches("[\\x20-\\x7e&&[^a-z]]{1,50}") && f[4].equals(f[4].strip()), where + "creditName");
      expect(bins.contains(f[5]), where + "unknown BIN " + f[5]);
      expect(Long.parseLong(f[6]) < INTERBANK_LIMIT, where + "over the interbank limit");
      expect(f[7].matches("[\\x20-\\x7e]{1,25}") && !f[7].matches(".*\\d{6}.*"), where + "remark");
      orders.add(new Order(number, f[2], f[3], f[4], f[5], Long.parseLong(f[6])));
    }

    private LocalDate day(String text) {
      try {
        return LocalDate.parse(text, DAY);
      } catch (DateTimeParseException e) {
        complaints.add("the value date is no day: " + e.getParsedString());
        return LocalDate.EPOCH;
      }
    }

    private long total() {
      return orders.stream().mapToLong(Order::amount).sum();
    }

    private void expect(boolean fine, String complaint) {
      if (!fine) {
        complaints.add(complaint);
      }
    }

    private void expectTotals(boolean fine, String complaint) {
      totalsWrong |= !fine;
      expect(fine, complaint);
    }
  }
}
