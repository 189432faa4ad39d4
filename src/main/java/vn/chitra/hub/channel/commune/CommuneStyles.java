package vn.chitra.hub.channel.commune;

import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The cell styles of a commune's list. */
final class CommuneStyles {

  static final String FONT = "Times New Roman";

  private static final int LINE_POINTS = 15;
  private static final int SIGNATURE_HEIGHT = 30;
  private static final String AS_TEXT = "@";
  private static final String AS_AMOUNT = "#,##0";

  private final Worksheet sheet;

  CommuneStyles(Worksheet sheet) {
    this.sheet = sheet;
  }

  void centred(int row, int from, int to, int points, boolean bold) {
    StyleSetter style = of(row, from, to, points).horizontalAlignment("centerContinuous").verticalAlignment("center");
    (bold ? style.bold() : style).set();
  }

  void plain(int row, int column, int points, boolean bold) {
    StyleSetter style = of(row, column, column, points).verticalAlignment("center");
    (bold ? style.bold() : style).set();
  }

  void small(int row, int column, boolean bold) {
    StyleSetter style = of(row, column, column, 10).verticalAlignment("center");
    (bold ? style.bold().horizontalAlignment("center") : style.italic()).set();
  }

  void label(int row, int column) {
    of(row, column, column, 12).horizontalAlignment("right").verticalAlignment("center").set();
  }

  /** Something to be filled in by hand: stays the text that was typed. */
  void box(int row, int column) {
    of(row, column, column, 12).bold().horizontalAlignment("center").verticalAlignment("center").borderStyle(BorderStyle.THIN)
        .format(AS_TEXT).set();
  }

  void amountBox(int row, int column) {
    of(row, column, column, 12).bold().horizontalAlignment("right").verticalAlignment("center").borderStyle(BorderStyle.THIN)
        .format(AS_AMOUNT).set();
  }

  void heading(int row) {
    of(row, 0, Column.last(), 11).bold().horizontalAlignment("center").verticalAlignment("center").wrapText(true)
        .borderStyle(BorderStyle.THIN).fillColor("E7EEF7").set();
  }

  /** Sets one cell at a time: the library replaces a cell's whole alignment and font by the last setting. */
  void payout(int row) {
    for (Column column : Column.values()) {
      String align = switch (column) {
        case NAME, ADDRESS, RECEIVER, REASON -> "left";
        case AMOUNT -> "right";
        default -> "center";
      };
      String format = switch (column) {
        case NO, BIRTH_YEAR -> "0";
        case AMOUNT -> AS_AMOUNT;
        default -> AS_TEXT;
      };
      of(row, column.ordinal(), column.ordinal(), 11).horizontalAlignment(align).verticalAlignment("center").wrapText(true)
          .borderStyle(BorderStyle.THIN).format(format).set();
    }
  }

  void total(int row) {
    for (Column column : Column.values()) {
      StyleSetter style = of(row, column.ordinal(), column.ordinal(), 11).bold().verticalAlignment("center").fillColor("F2F2F2")
          .borderStyle(BorderSide.TOP, BorderStyle.THIN).borderStyle(BorderSide.BOTTOM, BorderStyle.THIN);
      switch (column) {
        case NAME -> style.italic().set();
        case AMOUNT -> style.horizontalAlignment("right").format(AS_AMOUNT).set();
        default -> style.set();
      }
    }
  }

  /** The row height in points, so that the longest text is visible and there is room for a signature. */
  int height(@Nullable String name, @Nullable String address, @Nullable String receiver) {
    int lines = Math.max(lines(name, Column.NAME), Math.max(lines(address, Column.ADDRESS), lines(receiver, Column.RECEIVER)));
    return Math.min(400, Math.max(SIGNATURE_HEIGHT, lines * LINE_POINTS + 2));
  }

  private static int lines(@Nullable String text, Column column) {
    int lines = 0;
    for (String part : text == null ? new String[] {""} : text.split("\n", -1)) {
      lines += 1 + part.length() / (column.width() - 2);
    }
    return lines;
  }

  private StyleSetter of(int row, int from, int to, int points) {
    return sheet.range(row, from, row, to).style().fontName(FONT).fontSize(points);
  }
}
