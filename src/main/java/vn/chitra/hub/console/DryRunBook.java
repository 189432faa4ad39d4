package vn.chitra.hub.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.dryrun.DryRunResult;
import vn.chitra.hub.payroll.FindingKind;
import vn.chitra.hub.reconciliation.report.BookStyles;
import vn.chitra.hub.support.Zone;

/**
 * Writes a dry run as a workbook in the style of the settlement report, with every row of it, in bounded memory: a sheet is written out
 * every thousand rows. Vietnamese, whatever the language of the page. No cell holds a formula: a name is always text.
 */
final class DryRunBook {

  static final String SUMMARY = "Tổng hợp";
  static final String REFUSED = "Dòng bị từ chối";
  static final String HELD = "Dòng tạm giữ";
  static final String FOUND = "So với tháng trước";
  static final String FILES = "Tệp sẽ gửi";

  private static final int ROWS_AT_ONCE = 1_000;
  private static final int FIRST_ROW = 4;
  /** Points. A cell of text goes on in further lines, and its row is as high as the longest needs: a spreadsheet does not look for itself. */
  private static final int LINE_HEIGHT = 15;
  private static final int HEADING_HEIGHT = 34;
  private static final int MOST_LINES = 20;
  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu");

  private final DryRunResult result;
  private final DryRunWords words;
  private final DryRunWords.Payroll payroll;
  private final String printedAt;

  DryRunBook(DryRunResult result, DryRunWords words, Instant now) {
    this.result = result;
    this.words = words;
    this.payroll = words.payroll(result.header(), result.header().approvedAt() != null);
    this.printedAt = AT.format(ZonedDateTime.ofInstant(now, Zone.VIETNAM));
  }

  /** Leaves the stream open. */
  void write(OutputStream out) throws IOException {
    try (Workbook book = BookStyles.book(out)) {
      book.properties().setTitle("Chạy thử bảng " + payroll.id());
      summary(book.newWorksheet(SUMMARY));
      DryRunResult.Decided decided = result.decided();
      try (Sheet sheet = new Sheet(book.newWorksheet(REFUSED), List.of("Dòng", "Quyết định hưởng", "Số tiền (đồng)", "Trường sai", "Lý do"),
          8, 22, 18, 26, 90)) {
        result.forEachRefused(Integer.MAX_VALUE, line -> {
          DryRunWords.Refused one = words.refused(line);
          sheet.row(one.line(), one.entitlement(), one.dong(), one.field(), one.why());
        });
      }
      try (Sheet sheet = new Sheet(book.newWorksheet(HELD), List.of("Dòng", "Quyết định hưởng", "Số tiền (đồng)", "Vì sao giữ",
          "Giải thích"),
          8, 22, 18, 40, 80)) {
        result.forEachHeld(Integer.MAX_VALUE, line -> {
          DryRunWords.Held one = words.held(line);
          sheet.row(one.line(), one.entitlement(), one.dong(), one.reason(), one.why());
        });
      }
      try (Sheet sheet = new Sheet(book.newWorksheet(FOUND), List.of("Điều thấy được", "Hệ quả", "Dòng", "Quyết định hưởng", "Người nhận",
          "Tài khoản", "Mỗi tháng (đồng)", "Tháng trước (đồng)", "Giải thích"), 26, 16, 7, 18, 12, 24, 14, 14, 40)) {
        decided.lookedFor().forEach(kind -> result.forEachFinding(kind, Integer.MAX_VALUE, finding -> row(sheet, kind,
            words.found(finding))));
      }
      try (Sheet sheet = new Sheet(book.newWorksheet(FILES), List.of("Nơi nhận", "Ngày chi", "Số khoản", "Số tiền (đồng)",
          "Kiểm tra tệp"),
          50, 14, 12, 20, 74)) {
        decided.files().stream().map(words::batch)
            .forEach(one -> sheet.row(one.place(), one.valueDate(), (long) one.items(), one.dong(), one.check()));
      }
    }
  }

  private void row(Sheet sheet, FindingKind kind, DryRunWords.Found one) {
    sheet.row(kind.word().shown(), words.effect(kind, result.decided()), one.line(), one.entitlement(), one.payee(), one.account(),
        one.dong(), one.previous(), one.why());
  }

  private void summary(Worksheet sheet) throws IOException {
    DryRunResult.Decided decided = result.decided();
    try (Sheet list = new Sheet(sheet, List.of("Mục", "Số khoản", "Số tiền (đồng)", "Ghi chú"), 48, 12, 20, 90)) {
      list.row("Bảng theo đầu bảng", (long) payroll.items(), result.header().totalVnd(), result.difference().orElse("khớp các dòng"));
      list.row("Được nhận", (long) decided.booked().accepted().count(), decided.booked().accepted().vnd(), decided.remark());
      list.row("Trong đó tạm giữ", (long) decided.held().count(), decided.held().vnd(), null);
      list.row("Trong đó lập lệnh chi", (long) decided.planned().count(), decided.planned().vnd(), decided.obstacle().orElse(null));
      list.row("Bị từ chối", (long) decided.booked().refused().count(), decided.booked().refused().vnd(), null);
      for (FindingKind kind : decided.lookedFor()) {
        list.row("So với tháng trước: " + kind.word().shown(), (long) decided.found().getOrDefault(kind, 0), null,
            words.effect(kind, decided));
      }
      list.row("Tháng đem so", null, null, words.previous(decided));
    }
  }

  /** One sheet as a list, row by row. */
  private final class Sheet implements AutoCloseable {

    private final Worksheet sheet;
    private final BookStyles styles;
    private final int[] widths;
    private int next = FIRST_ROW;

    Sheet(Worksheet sheet, List<String> headings, int... widths) {
      this.sheet = sheet;
      this.styles = new BookStyles(sheet);
      this.widths = widths;
      int last = headings.size() - 1;
      for (int column = 0; column <= last; column++) {
        sheet.width(column, widths[column]);
        sheet.value(FIRST_ROW - 1, column, headings.get(column));
      }
      styles.title(0, last, "CHẠY THỬ BẢNG CHI", 16);
      styles.subtitle(1, last, payroll.id() + " – " + payroll.programme() + ", " + payroll.commune() + ", tháng " + payroll.months() + ", "
          + payroll.state() + " – in lúc " + printedAt);
      styles.page(FIRST_ROW - 1, FIRST_ROW - 1, ("Chạy thử bảng " + payroll.id()).toUpperCase(Locale.ROOT));
      styles.heading(FIRST_ROW - 1, 0, last);
      sheet.rowHeight(FIRST_ROW - 1, HEADING_HEIGHT);
    }

    void row(@Nullable Object... values) {
      int lines = 1;
      for (int column = 0; column < values.length; column++) {
        Object value = values[column];
        if (value instanceof Number number) {
          sheet.value(next, column, number);
          styles.amount(next, column);
        } else {
          String text = value == null ? "" : value.toString();
          lines = Math.max(lines, (text.length() + widths[column] - 1) / widths[column]);
          sheet.inlineString(next, column, text);
          styles.text(next, column);
        }
      }
      sheet.rowHeight(next, LINE_HEIGHT * Math.min(MOST_LINES, lines));
      next++;
      if (next % ROWS_AT_ONCE == 0) {
        flush();
      }
    }

    private void flush() {
      try {
        sheet.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      sheet.finish();
    }
  }
}
