package vn.chitra.hub.channel.postoffice;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.cash.CashReportMapping;
import vn.chitra.hub.channel.cash.CashReportMapping.Field;
import vn.chitra.hub.channel.cash.CashReportMapping.HeadingRow;
import vn.chitra.hub.channel.cash.CashReportMapping.Label;
import vn.chitra.hub.channel.cash.CashReportMapping.Result;
import vn.chitra.hub.channel.cash.StatedDay;
import vn.chitra.hub.channel.cash.StatedReason;
import vn.chitra.hub.channel.cash.TypedText;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.payout.ReportedStatus;
import vn.chitra.hub.support.AmountSum;
import vn.chitra.hub.support.AmountText;
import vn.chitra.hub.support.AmountText.Amount;
import vn.chitra.hub.support.LegacyEncoding;

/**
 * Reads the rows of one report in order. After the first wrong row no more rows are delivered, but reading continues to the control row,
 * because an incomplete row is the sign of a cut file.
 */
final class PostOfficeRows {

  private static final int LONGEST_CODE = 20;
  private static final String END_OF_FILE = "\u001a";

  private final CashReportMapping mapping;
  private final Consumer<ReportedStatus> lines;
  private @Nullable HeadingRow headings;
  private @Nullable NotUnderstood firstProblem;
  private @Nullable NotUnderstood trailerProblem;
  private boolean closed;
  private boolean ended;
  private int count;
  private final AmountSum paid = new AmountSum();

  PostOfficeRows(CashReportMapping mapping, Consumer<ReportedStatus> lines) {
    this.mapping = mapping;
    this.lines = lines;
  }

  boolean hasBegun() {
    return headings != null;
  }

  /** Whether the control row was read; one that does not fit may be cut itself. */
  boolean hasEnded(boolean withLineEnd) {
    return closed && (trailerProblem == null || withLineEnd);
  }

  void begin(HeadingRow row) {
    headings = row;
  }

  void add(int line, List<String> cells) {
    HeadingRow columns = headings;
    if (columns == null || cells.stream().allMatch(String::isEmpty)) {
      return;
    }
    if (cells.stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
      wrong(Problem.CHARSET, line, null, "Dòng có ký tự NUL: tệp hỏng");
    } else if (closed && endsFile(cells)) {
      ended = true;
    } else if (closed) {
      wrong(Problem.MALFORMED, line, null, "Còn dữ liệu sau dòng TONG");
    } else if (isTotal(columns.text(Field.CODE, cells))) {
      close(columns.text(Field.RESULT, cells), columns.text(Field.AMOUNT, cells));
    } else if (isTotal(cells.get(0)) && cells.size() > 2) {
      close(cells.get(1), cells.get(2));
    } else {
      payout(line, columns, cells);
    }
  }

  /** The error of the file as a whole, or null. */
  @Nullable NotUnderstood problem(@Nullable NotUnderstood unreadable) {
    if (!closed) {
      return new NotUnderstood(Problem.TRUNCATED, 0, null, "Thiếu dòng TONG ở cuối: tệp bị cắt");
    }
    if (unreadable != null) {
      return unreadable;
    }
    return firstProblem != null ? firstProblem : trailerProblem;
  }

  /** One mark of the file's end, as some programs write it. */
  private boolean endsFile(List<String> cells) {
    return !ended && cells.stream().filter(cell -> !cell.isEmpty()).allMatch(END_OF_FILE::equals)
        && cells.stream().filter(END_OF_FILE::equals).count() == 1;
  }

  private boolean isTotal(String text) {
    return mapping.label(text).filter(label -> label == Label.TOTAL).isPresent();
  }

  private void close(String reportedCount, String reportedPaid) {
    closed = true;
    if (!AmountText.parse(reportedCount).equals(OptionalLong.of(count))) {
      trailerProblem = new NotUnderstood(Problem.TRUNCATED, 0, "TONG", "Số dòng ở dòng TONG không khớp: tệp có " + count + " dòng");
    } else if (AmountText.read(reportedPaid).filter(stated -> paid.fits(stated.vnd())).isEmpty()) {
      trailerProblem = new NotUnderstood(Problem.TRUNCATED, 0, "TONG",
          "Tổng tiền đã chi ở dòng TONG không khớp: các dòng cộng lại " + paid.total());
    }
  }

  private void payout(int line, HeadingRow columns, List<String> cells) {
    count++;
    String code = TypedText.code(columns.text(Field.CODE, cells));
    Optional<Amount> amount = AmountText.read(columns.text(Field.AMOUNT, cells));
    Optional<StatedDay> paidOn = TypedText.statedDay(columns.text(Field.PAID_ON, cells));
    if (!TypedText.looksLikeCode(code) || code.length() != 16) {
      wrong(Problem.MALFORMED, line, Field.CODE, "Mã chi trả không đúng dạng");
    } else if (amount.filter(one -> one.vnd() <= AmountText.MOST).isEmpty()) {
      wrong(Problem.MALFORMED, line, Field.AMOUNT, "Số tiền trống hoặc không rõ là bao nhiêu đồng");
    } else if (paidOn.isEmpty()) {
      wrong(Problem.MALFORMED, line, Field.PAID_ON, "Ngày chi không phải ngày/tháng/năm");
    } else if (LegacyEncoding.looksLegacy(columns.text(Field.RECEIVER, cells))) {
      wrong(Problem.CHARSET, line, Field.RECEIVER, "Chữ viết bằng phông TCVN3 hoặc VNI; hãy chuyển sang Unicode");
    } else if (LegacyEncoding.looksLegacy(columns.text(Field.NOTE, cells))) {
      wrong(Problem.CHARSET, line, Field.NOTE, "Chữ viết bằng phông TCVN3 hoặc VNI; hãy chuyển sang Unicode");
    } else {
      hand(status(line, code, amount.orElseThrow(), columns, cells, paidOn.orElseThrow()));
    }
  }

  private ReportedStatus status(int line, String id, Amount amount, HeadingRow columns, List<String> cells, StatedDay paidOn) {
    String status = columns.text(Field.RESULT, cells);
    String reason = columns.text(Field.REASON, cells);
    String note = columns.text(Field.NOTE, cells);
    Optional<Result> result = mapping.result(status);
    boolean handedOut = result.isPresent() && result.get() == Result.PAID;
    if (handedOut) {
      paid.add(amount);
    }
    StatedReason stated = mapping.stated(reason, handedOut ? "" : note);
    boolean words = stated.kind() == StatedReason.Kind.WORDS;
    ReportedState reported = handedOut ? ReportedState.PAID : result.isEmpty() || words ? ReportedState.UNKNOWN : stated.reported();
    String code = result.isEmpty() ? status : words ? reason : handedOut ? stated.codeBesidePaid()
        : stated.code();
    String text = handedOut || words ? orNull(note) : stated.text();
    return paidOn.on(new ReportedStatus(line, id, amount.vnd(), reported, cut(code), text, null, paidOn.day(),
        orNull(columns.text(Field.RECEIVER, cells))));
  }

  private void hand(ReportedStatus stated) {
    if (firstProblem == null) {
      lines.accept(stated);
    }
  }

  private void wrong(Problem problem, int line, @Nullable Field field, String reason) {
    if (firstProblem == null) {
      firstProblem = new NotUnderstood(problem, line, field == null ? null : mapping.nameOf(field), reason);
    }
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST_CODE));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
