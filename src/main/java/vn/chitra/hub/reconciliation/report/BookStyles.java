package vn.chitra.hub.reconciliation.report;

import java.io.OutputStream;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.chitra.hub.reconciliation.report.ReportPage.Weight;

/**
 * The cell styles of one sheet. The library replaces a cell's whole alignment, font or border by the last setting, so each cell is set
 * once.
 */
public final class BookStyles {

  static final String COUNT_OR_DONG = "#,##0";
  static final String PERCENT = "0.00%";

  private static final String FONT = "Times New Roman";
  private static final int SMALLEST = 11;
  private static final String HEADING_FILL = "DCE6F1";
  private static final String TOTAL_FILL = "E9EFF7";
  private static final String GROUP_FILL = "F3F6FA";
  private static final String ALARM_FILL = "F8CBAD";
  private static final String ALARM_INK = "9C0006";
  private static final String LINE = "9AA7B8";

  private final Worksheet sheet;

  public BookStyles(Worksheet sheet) {
    this.sheet = sheet;
  }

  /**
   * A workbook without cells. Its default font measures the columns and is no cell's: Calibri, the library's, is missing outside Windows and
   * macOS, a wider font stands in for it there, and the sheet is printed too small.
   */
  public static Workbook book(OutputStream out) {
    Workbook book = new Workbook(out, "ChiTraHub", null);
    book.setGlobalDefaultFont("Arial", 10);
    return book;
  }

  /**
   * A4 landscape, as wide as the page: columns of together at most 172 characters are printed at no less than 82 %, 11 points as 9.
   * Headings are repeated and frozen.
   */
  public void page(int firstHeading, int lastHeading, String footer) {
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.repeatRows(firstHeading, lastHeading);
    sheet.freezePane(0, lastHeading + 1);
    sheet.hideGridLines();
    // inches
    sheet.leftMargin(0.35f);
    sheet.rightMargin(0.35f);
    sheet.topMargin(0.35f);
    sheet.bottomMargin(0.6f);
    sheet.footer(footer, Position.LEFT, FONT, SMALLEST);
    sheet.footer("Trang &P/&N", Position.RIGHT, FONT, SMALLEST);
  }

  /** Three rows of the left and the right half; gives the row below them. */
  int letterhead(Letterhead head, String date, int to) {
    String[][] halves = {{head.authority(), Letterhead.COUNTRY}, {head.agency(), Letterhead.MOTTO}, {Letterhead.NUMBER, date}};
    int middle = to / 2;
    for (int row = 0; row < halves.length; row++) {
      half(row, 0, middle - 1, halves[row][0], row == 1, false);
      half(row, middle, to, halves[row][1], row < 2, row == 2);
    }
    return halves.length + 1;
  }

  private void half(int row, int from, int to, String text, boolean bold, boolean italic) {
    sheet.value(row, from, text);
    StyleSetter style = of(row, from, row, to).fontSize(12).horizontalAlignment("centerContinuous").verticalAlignment("center");
    if (bold) {
      style.bold();
    }
    if (italic) {
      style.italic();
    }
    style.set();
    sheet.rowHeight(row, 18);
  }

  public void title(int row, int to, String text, int points) {
    sheet.value(row, 0, text);
    of(row, 0, row, to).fontSize(points).bold().horizontalAlignment("centerContinuous").verticalAlignment("center").set();
    sheet.rowHeight(row, points * 2);
  }

  public void subtitle(int row, int to, String text) {
    sheet.value(row, 0, text);
    of(row, 0, row, to).fontSize(12).horizontalAlignment("centerContinuous").verticalAlignment("center").set();
    sheet.rowHeight(row, 18);
  }

  public void note(int row, String text, boolean alarm) {
    sheet.value(row, 0, text);
    StyleSetter style = of(row, 0, row, 0).fontSize(11).verticalAlignment("center");
    (alarm ? style.bold().fontColor(ALARM_INK) : style).set();
    sheet.rowHeight(row, 16);
  }

  void centred(int row, int from, int to, boolean bold) {
    StyleSetter style = of(row, from, row, to).fontSize(11).horizontalAlignment("centerContinuous");
    (bold ? style.bold() : style.italic()).set();
  }

  public void heading(int row, int from, int to) {
    of(row, from, row, to).fontSize(11).bold().fillColor(HEADING_FILL).horizontalAlignment("center").verticalAlignment("center")
        .wrapText(true).borderStyle(BorderStyle.THIN).borderColor(LINE).set();
  }

  void label(int row, int column, Weight weight) {
    bordered(row, column, weight).horizontalAlignment("left").verticalAlignment("center").wrapText(true)
        .indent(weight == Weight.ENTRY ? 2 : 0).set();
  }

  /** A label over the two rows of one line. */
  void tallLabel(int row, int column, Weight weight) {
    label(row, column, weight);
    label(row + 1, column, weight);
    sheet.range(row, column, row + 1, column).merge();
  }

  void unit(int row, int column, Weight weight) {
    bordered(row, column, weight).horizontalAlignment("center").verticalAlignment("center").set();
  }

  void number(int row, int column, Weight weight, String format, boolean alarm) {
    StyleSetter style = bordered(row, column, weight).horizontalAlignment("right").verticalAlignment("center").format(format);
    (alarm ? style.bold().fillColor(ALARM_FILL).fontColor(ALARM_INK) : style).set();
  }

  /** A cell of text in a list; long text goes on in further lines. */
  public void text(int row, int column) {
    bordered(row, column, Weight.ENTRY).horizontalAlignment("left").verticalAlignment("top").wrapText(true).set();
  }

  /** A cell with a count or an amount in whole dong in a list. */
  public void amount(int row, int column) {
    bordered(row, column, Weight.ENTRY).horizontalAlignment("right").verticalAlignment("top").format(COUNT_OR_DONG).set();
  }

  private StyleSetter bordered(int row, int column, Weight weight) {
    StyleSetter style = of(row, column, row, column).fontSize(11).borderStyle(BorderStyle.THIN).borderColor(LINE);
    return switch (weight) {
      case TOTAL -> style.bold().fillColor(TOTAL_FILL).borderStyle(BorderSide.TOP, BorderStyle.MEDIUM);
      case GROUP -> style.bold().fillColor(GROUP_FILL);
      case ENTRY -> style;
    };
  }

  private StyleSetter of(int top, int left, int bottom, int right) {
    return sheet.range(top, left, bottom, right).style().fontName(FONT);
  }
}
