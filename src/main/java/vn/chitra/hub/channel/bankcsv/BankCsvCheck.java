package vn.chitra.hub.channel.bankcsv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.channel.bankfile.BankFieldRules;
import vn.chitra.hub.channel.bankfile.ByteLines;
import vn.chitra.hub.channel.bankfile.FileComplaints;

/** Verifies a {@code bank-csv} payment file by splitting its bytes, without the layouts that wrote it. */
final class BankCsvCheck {

  private static final int MOST_LINES = 50_000;

  private final BatchHeader meant;
  private final ByteLines lines;
  private final FileComplaints complaints = new FileComplaints();
  private final MessageDigest digest = Archive.sha256();
  private int lineNo;
  private String hashBefore = "";

  BankCsvCheck(BatchHeader meant, InputStream bytes) {
    this.meant = meant;
    this.lines = new ByteLines(bytes);
  }

  List<String> run(Iterator<BankInstruction> instructions) throws IOException {
    complaints.unless(meant.count() <= MOST_LINES, 1, "count", "quá 50.000 dòng");
    header(next("H", 8));
    int count = 0;
    long total = 0;
    while (instructions.hasNext() && !complaints.areEnough()) {
      BankInstruction one = instructions.next();
      detail(one, next("D", 8));
      count++;
      total = Math.addExact(total, one.amountVnd());
    }
    if (!complaints.areEnough()) {
      complaints.unless(count == meant.count() && total == meant.totalVnd(), 1, "total", "khác tổng của các lệnh trong lô");
      trailer(next("T", 4));
      complaints.unless(lines.next() == null, lineNo + 1, "T", "còn dữ liệu sau dòng T");
    }
    return complaints.toList();
  }

  private void header(List<String> found) {
    LocalDate day = meant.valueDate();
    String valueDate = day == null ? "" : "%04d%02d%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    compare(found, List.of("H", "1", meant.partner().sender(), Integer.toString(meant.seq()), valueDate, "VND",
        Integer.toString(meant.count()), Long.toString(meant.totalVnd())),
        List.of("H", "version", "sender", "seq", "valueDate", "currency", "count", "total"));
  }

  private void detail(BankInstruction one, List<String> found) {
    compare(found, List.of("D", Integer.toString(lineNo - 1), one.endToEndId(), one.account(), one.creditName().replace("|", " "),
        one.bankBin(), Long.toString(one.amountVnd()), one.remark()),
        List.of("D", "line", "endToEndId", "creditAccount", "creditName", "creditBankBin", "amount", "remark"));
    complaints.unless(one.line() == lineNo - 1, lineNo, "line", "số thứ tự không liên tục");
    if (found.size() == 8) {
      BankFieldRules.judge(complaints, lineNo, found.get(2), found.get(3), found.get(4), found.get(5), found.get(6), found.get(7));
    }
  }

  private void trailer(List<String> found) {
    compare(found, List.of("T", Integer.toString(meant.count()), Long.toString(meant.totalVnd()), hashBefore),
        List.of("T", "count", "total", "sha256"));
  }

  private void compare(List<String> found, List<String> expected, List<String> fields) {
    for (int i = 0; i < found.size() && i < expected.size(); i++) {
      complaints.same(expected.get(i), found.get(i), lineNo, fields.get(i));
    }
  }

  private List<String> next(String record, int fieldCount) throws IOException {
    lineNo++;
    byte[] line = lines.next();
    if (line == null || !ByteLines.isWhole(line)) {
      complaints.unless(false, lineNo, record, "tệp hết sớm");
      return List.of();
    }
    if (record.equals("T")) {
      hashBefore = HexFormat.of().formatHex(digest.digest());
    }
    digest.update(line);
    String text = new String(line, 0, line.length - 1, StandardCharsets.UTF_8);
    List<String> fields = List.of(text.split("\\|", -1));
    complaints.unless(fields.size() == fieldCount, lineNo, record, "sai số trường");
    return fields;
  }
}
