package vn.chitra.hub.reconciliation.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;
import vn.chitra.hub.reconciliation.report.ReportPage.CaseLine;
import vn.chitra.hub.reconciliation.report.ReportPage.CashlessLine;
import vn.chitra.hub.reconciliation.report.ReportPage.OpenLine;
import vn.chitra.hub.reconciliation.report.ReportPage.Weight;

/** Writes the report as a workbook: the settlement, the cashless share, what is open, then a sheet of each partner to be signed with it. Amounts are numbers; no cell holds a formula: a name is always text. */
final class ReportBook {

  static final String SETTLEMENT = "Quyết toán";
  static final String CASHLESS = "Không dùng tiền mặt";
  static final String OPEN = "Còn mở";

  private static final List<String> CASHLESS_HEADINGS = List.of("Mã xã", "Xã, phường / chương trình", "Qua tài khoản (khoản)",
      "Đã chi (khoản)", "Tỷ lệ theo số khoản", "Qua tài khoản (đồng)", "Đã chi (đồng)", "Tỷ lệ theo số tiền");
  private static final List<String> OPEN_HEADINGS = List.of("Tình trạng / lý do", "Số khoản", "Số tiền (đồng)");
  private static final List<String> CASE_HEADINGS = List.of("Vụ việc chưa xong", "Số vụ", "Số tiền (đồng)", "Số khoản", "Phạm vi");

  private static final int LONGEST_NAME = 31;

  private final ReportPage page;

  ReportBook(ReportPage page) {
    this.page = page;
  }

  /** Leaves the stream open. */
  void write(OutputStream out) throws IOException {
    try (Workbook book = BookStyles.book(out)) {
      book.properties().setTitle(page.title() + ", " + page.period());
      SettlementSheet.ofProvince(page).write(book.newWorksheet(SETTLEMENT));
      cashless(book.newWorksheet(CASHLESS));
      open(book.newWorksheet(OPEN));
      List<ReportPage.PartnerPart> partners = page.partners();
      for (int i = 0; i < partners.size(); i++) {
        SettlementSheet.of(page, partners.get(i)).write(book.newWorksheet(sheetName(i + 1, partners.get(i).name())));
      }
    }
  }

  private void cashless(Worksheet sheet) {
    BookStyles styles = new BookStyles(sheet);
    int last = CASHLESS_HEADINGS.size() - 1;
    widths(sheet, 10, 40, 16, 16, 14, 20, 20, 14);
    styles.title(0, last, "TỶ LỆ CHI TRẢ KHÔNG DÙNG TIỀN MẶT", 16);
    styles.subtitle(1, last, capital(page.period()) + ", theo xã, phường và chương trình – in lúc " + page.printedAt());
    styles.page(3, 3, footer());
    headings(sheet, styles, 3, CASHLESS_HEADINGS);
    int row = 4;
    for (CashlessLine line : page.cashless()) {
      sheet.value(row, 0, line.code());
      styles.unit(row, 0, line.weight());
      sheet.value(row, 1, line.label());
      styles.label(row, 1, line.weight());
      share(sheet, styles, row, 2, line.weight(), line.byCount());
      share(sheet, styles, row, 5, line.weight(), line.byDong());
      row++;
    }
  }

  private static void share(Worksheet sheet, BookStyles styles, int row, int column, Weight weight, Share share) {
    number(sheet, styles, row, column, weight, share.part());
    number(sheet, styles, row, column + 1, weight, share.whole());
    if (share.isKnown()) {
      sheet.value(row, column + 2, share.ratio());
    } else {
      sheet.value(row, column + 2, share.toString());
    }
    styles.number(row, column + 2, weight, BookStyles.PERCENT, false);
  }

  private void open(Worksheet sheet) {
    BookStyles styles = new BookStyles(sheet);
    widths(sheet, 56, 14, 22, 14, 22);
    styles.title(0, 4, "CÒN MỞ KHI IN BÁO CÁO", 16);
    styles.subtitle(1, 4, capital(page.period()) + " – in lúc " + page.printedAt());
    styles.page(3, 3, footer());
    headings(sheet, styles, 3, OPEN_HEADINGS);
    int row = 4;
    for (OpenLine line : page.open()) {
      sheet.value(row, 0, line.label());
      styles.label(row, 0, line.weight());
      figure(sheet, styles, row++, 1, line.weight(), line.figure());
    }
    cases(sheet, styles, row + 1);
  }

  private void cases(Worksheet sheet, BookStyles styles, int first) {
    headings(sheet, styles, first, CASE_HEADINGS);
    int row = first + 1;
    for (CaseLine line : page.cases()) {
      sheet.value(row, 0, line.kind());
      styles.label(row, 0, Weight.ENTRY);
      number(sheet, styles, row, 1, Weight.ENTRY, line.cases());
      number(sheet, styles, row, 2, Weight.ENTRY, line.figure().dong());
      number(sheet, styles, row, 3, Weight.ENTRY, line.figure().count());
      sheet.value(row, 4, line.scope());
      styles.unit(row++, 4, Weight.ENTRY);
    }
    if (page.cases().isEmpty()) {
      styles.note(row, "Không có vụ việc nào chưa xong.", false);
    }
  }

  private static void headings(Worksheet sheet, BookStyles styles, int row, List<String> headings) {
    for (int column = 0; column < headings.size(); column++) {
      sheet.value(row, column, headings.get(column));
    }
    styles.heading(row, 0, headings.size() - 1);
    sheet.rowHeight(row, 34);
  }

  private static void figure(Worksheet sheet, BookStyles styles, int row, int column, Weight weight, Figure figure) {
    number(sheet, styles, row, column, weight, figure.count());
    number(sheet, styles, row, column + 1, weight, figure.dong());
  }

  private static void number(Worksheet sheet, BookStyles styles, int row, int column, Weight weight, long number) {
    sheet.value(row, column, number);
    styles.number(row, column, weight, BookStyles.COUNT_OR_DONG, false);
  }

  private static void widths(Worksheet sheet, int... widths) {
    for (int column = 0; column < widths.length; column++) {
      sheet.width(column, widths[column]);
    }
  }

  private String footer() {
    return page.title() + ", " + page.period();
  }

  /** At most 31 characters, none that a sheet's name may not have, and no two alike. */
  static String sheetName(int number, String partner) {
    String name = number + " " + partner.replaceAll("[\\[\\]:*?/\\\\']", " ");
    return name.substring(0, Math.min(LONGEST_NAME, name.length())).strip();
  }

  static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
