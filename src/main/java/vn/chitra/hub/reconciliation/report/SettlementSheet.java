package vn.chitra.hub.reconciliation.report;

import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;
import vn.chitra.hub.reconciliation.report.ReportPage.Check;
import vn.chitra.hub.reconciliation.report.ReportPage.PartnerPart;
import vn.chitra.hub.reconciliation.report.ReportPage.SettlementLine;

/**
 * A sheet with the equation, of the province or of one partner: a line has two rows, its count and its dong, so that all columns fit on one
 * page.
 */
final class SettlementSheet {

  static final int LABEL = 0;
  static final int UNIT = 1;
  static final int FIRST_FIGURE = 2;
  static final String COUNT_UNIT = "khoản";
  static final String DONG_UNIT = "đồng";

  private static final int ROW_HEIGHT = 15;
  private static final String SIGNED = "(Ký, ghi rõ họ tên)";
  private static final String SIGNED_AND_SEALED = "(Ký, ghi rõ họ tên, đóng dấu)";
  private static final List<String> COPIES = List.of("Nơi nhận:", "- ……………………;", "- Lưu: VT, ………");
  /** Characters; together at most as many as {@link BookStyles#page} prints readable. The sums of a province in dong have fifteen. */
  private static final int LABEL_WIDTH = 23;
  private static final int UNIT_WIDTH = 7;
  private static final int SUM_WIDTH = 17;
  private static final int FIGURE_WIDTH = 13;
  private static final int LAST = FIRST_FIGURE + EquationColumn.values().length - 1;

  private final ReportPage page;
  private final List<SettlementLine> lines;
  private final @Nullable PartnerPart partner;

  private SettlementSheet(ReportPage page, List<SettlementLine> lines, @Nullable PartnerPart partner) {
    this.page = page;
    this.lines = lines;
    this.partner = partner;
  }

  static SettlementSheet ofProvince(ReportPage page) {
    return new SettlementSheet(page, page.settlement(), null);
  }

  static SettlementSheet of(ReportPage page, PartnerPart part) {
    return new SettlementSheet(page, part.lines(), part);
  }

  void write(Worksheet sheet) {
    BookStyles styles = new BookStyles(sheet);
    sheet.width(LABEL, LABEL_WIDTH);
    sheet.width(UNIT, UNIT_WIDTH);
    for (EquationColumn column : EquationColumn.values()) {
      boolean sum = column == EquationColumn.HANDED_OVER || column == EquationColumn.CARRIED_IN || column == EquationColumn.PAID;
      sheet.width(FIRST_FIGURE + column.ordinal(), sum ? SUM_WIDTH : FIGURE_WIDTH);
    }
    int row = top(styles);
    styles.page(row, row + 1, page.title() + ", " + page.period());
    row = headings(sheet, styles, row);
    for (SettlementLine line : lines) {
      line(sheet, styles, row, line);
      sheet.rowHeight(row, ROW_HEIGHT);
      sheet.rowHeight(row + 1, ROW_HEIGHT);
      row += 2;
    }
    bottom(sheet, styles, row + 1);
  }

  private int top(BookStyles styles) {
    int row = styles.letterhead(page.letterhead(), page.date(), LAST);
    styles.title(row++, LAST, page.title().toUpperCase(Locale.ROOT), 16);
    if (partner != null) {
      styles.subtitle(row++, LAST, "Đối tác: " + partner.name());
    }
    styles.subtitle(row++, LAST, "Kỳ chi trả: " + page.period() + " – in lúc " + page.printedAt());
    styles.subtitle(row++, LAST, page.status());
    for (String programme : page.programmes()) {
      styles.note(row++, programme, false);
    }
    for (String held : page.held()) {
      styles.note(row++, held, true);
    }
    return row + 1;
  }

  private int headings(Worksheet sheet, BookStyles styles, int row) {
    int firstOutgoing = FIRST_FIGURE + EquationColumn.PAID.ordinal();
    sheet.value(row, LABEL, "Đối tác / chương trình");
    sheet.value(row, FIRST_FIGURE, "PHẢI CHI");
    sheet.value(row, firstOutgoing, "KẾT QUẢ");
    for (int i = 0; i < page.headings().size(); i++) {
      sheet.value(row + 1, FIRST_FIGURE + i, page.headings().get(i));
    }
    styles.heading(row, LABEL, LAST);
    styles.heading(row + 1, LABEL, LAST);
    sheet.range(row, LABEL, row + 1, UNIT).merge();
    sheet.range(row, FIRST_FIGURE, row, firstOutgoing - 1).merge();
    sheet.range(row, firstOutgoing, row, LAST - 1).merge();
    sheet.value(row, LAST, page.headings().get(page.headings().size() - 1));
    sheet.range(row, LAST, row + 1, LAST).merge();
    sheet.rowHeight(row, 20);
    sheet.rowHeight(row + 1, 34);
    return row + 2;
  }

  private static void line(Worksheet sheet, BookStyles styles, int row, SettlementLine line) {
    sheet.value(row, LABEL, line.label());
    styles.tallLabel(row, LABEL, line.weight());
    sheet.value(row, UNIT, COUNT_UNIT);
    sheet.value(row + 1, UNIT, DONG_UNIT);
    styles.unit(row, UNIT, line.weight());
    styles.unit(row + 1, UNIT, line.weight());
    List<Figure> figures = line.figures();
    for (int i = 0; i < figures.size(); i++) {
      boolean alarm = i == EquationColumn.DIFFERENCE.ordinal() && !line.balances();
      sheet.value(row, FIRST_FIGURE + i, figures.get(i).count());
      sheet.value(row + 1, FIRST_FIGURE + i, figures.get(i).dong());
      styles.number(row, FIRST_FIGURE + i, line.weight(), BookStyles.COUNT_OR_DONG, alarm);
      styles.number(row + 1, FIRST_FIGURE + i, line.weight(), BookStyles.COUNT_OR_DONG, alarm);
    }
  }

  private void bottom(Worksheet sheet, BookStyles styles, int first) {
    int row = first;
    styles.note(row++, ReportPage.paidInWords(lines.get(0)), false);
    if (partner == null) {
      for (Check check : page.checks()) {
        styles.note(row++, (check.holds() ? "Cân: " : "LỆCH: ") + check.what() + ".", !check.holds());
      }
    }
    styles.note(row++, "Căn cứ Điều 34 Nghị định 20/2021/NĐ-CP và Điều 8 Thông tư 44/2022/TT-BTC.", false);
    if (partner == null) {
      copies(styles, row + 1);
    }
    signature(sheet, styles, row + 1, partner == null ? 3 : 0, partner == null ? 6 : 2, "NGƯỜI LẬP BIỂU", SIGNED);
    if (partner != null && partner.signs()) {
      signature(sheet, styles, row + 1, 3, LAST - 5, "ĐẠI DIỆN ĐỐI TÁC", SIGNED_AND_SEALED);
    }
    signature(sheet, styles, row + 1, LAST - 4, LAST, "THỦ TRƯỞNG ĐƠN VỊ", SIGNED);
  }

  private static void copies(BookStyles styles, int first) {
    for (int i = 0; i < COPIES.size(); i++) {
      styles.note(first + i, COPIES.get(i), false);
    }
  }

  private static void signature(Worksheet sheet, BookStyles styles, int row, int from, int to, String who, String how) {
    sheet.value(row, from, who);
    styles.centred(row, from, to, true);
    sheet.value(row + 1, from, how);
    styles.centred(row + 1, from, to, false);
  }
}
