package vn.chitra.hub.channel.bankfixed;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.channel.bankfile.BankFieldRules;
import vn.chitra.hub.channel.bankfile.FileComplaints;

/** Verifies a {@code bank-fixed} payment file by position, without the layouts that wrote it. */
final class BankFixedCheck {

  private static final int RECORD = 162;
  private static final int MOST_LINES = 999_999;

  private final BatchHeader meant;
  private final InputStream bytes;
  private final FileComplaints complaints = new FileComplaints();
  private int lineNo;
  private BigInteger accounts = BigInteger.ZERO;

  BankFixedCheck(BatchHeader meant, InputStream bytes) {
    this.meant = meant;
    this.bytes = bytes;
  }

  List<String> run(Iterator<BankInstruction> instructions) throws IOException {
    complaints.unless(meant.count() <= MOST_LINES, 1, "count", "quá 999.999 dòng");
    header(next());
    int count = 0;
    long total = 0;
    while (instructions.hasNext() && !complaints.areEnough()) {
      BankInstruction one = instructions.next();
      detail(one, next());
      count++;
      total = Math.addExact(total, one.amountVnd());
    }
    if (!complaints.areEnough()) {
      complaints.unless(count == meant.count() && total == meant.totalVnd(), 1, "total", "khác tổng của các lệnh trong lô");
      trailer(next());
      complaints.unless(bytes.read() < 0, lineNo + 1, "9", "còn dữ liệu sau bản ghi cuối");
    }
    return complaints.toList();
  }

  private void header(String found) {
    LocalDate day = meant.valueDate();
    same("1", found, 1, 1, "record");
    same(text(meant.partner().sender(), 8), found, 2, 9, "sender");
    same(number(meant.seq(), 6), found, 10, 15, "seq");
    same(day == null ? "" : day.toString().replace("-", ""), found, 16, 23, "valueDate");
    same("VND", found, 24, 26, "currency");
    same(" ".repeat(134), found, 27, 160, "blank");
  }

  private void detail(BankInstruction one, String found) {
    same("5", found, 1, 1, "record");
    same(number(lineNo - 1, 6), found, 2, 7, "line");
    same(one.endToEndId(), found, 8, 23, "endToEndId");
    same(one.bankBin(), found, 24, 29, "bankBin");
    same(text(one.account(), 24), found, 30, 53, "account");
    same(text(one.creditName().replace("|", " "), 50), found, 54, 103, "name");
    same(number(one.amountVnd(), 15), found, 104, 118, "amount");
    same(text(one.remark(), 25), found, 119, 143, "remark");
    same(" ".repeat(17), found, 144, 160, "blank");
    complaints.unless(one.line() == lineNo - 1, lineNo, "line", "số thứ tự không liên tục");
    String account = found.substring(29, 53).stripTrailing();
    BankFieldRules.judge(complaints, lineNo, found.substring(7, 23), account, found.substring(53, 103).stripTrailing(),
        found.substring(23, 29), found.substring(103, 118).replaceFirst("^0+", ""), found.substring(118, 143).stripTrailing());
    if (account.matches("[0-9]{6,24}")) {
      accounts = accounts.add(new BigInteger(account).mod(BigInteger.TEN.pow(6)));
    }
  }

  private void trailer(String found) {
    same("9", found, 1, 1, "record");
    same(number(meant.count(), 6), found, 2, 7, "count");
    same(number(meant.totalVnd(), 18), found, 8, 25, "total");
    same("%010d".formatted(accounts.mod(BigInteger.TEN.pow(10))), found, 26, 35, "accountSum");
    same(" ".repeat(125), found, 36, 160, "blank");
  }

  private void same(String expected, String found, int from, int to, String field) {
    complaints.same(expected, found.substring(from - 1, to), lineNo, field);
  }

  /** The next record of 160 characters; blank when there is none. */
  private String next() throws IOException {
    lineNo++;
    byte[] record = bytes.readNBytes(RECORD);
    boolean whole = record.length == RECORD && record[160] == '\r' && record[161] == '\n';
    complaints.unless(whole, lineNo, "record", "không đủ 160 byte và CRLF");
    return whole ? new String(record, 0, 160, StandardCharsets.ISO_8859_1) : " ".repeat(160);
  }

  private static String text(String value, int length) {
    return value + " ".repeat(Math.max(0, length - value.length()));
  }

  private static String number(long value, int length) {
    String digits = Long.toString(value);
    return "0".repeat(Math.max(0, length - digits.length())) + digits;
  }
}
