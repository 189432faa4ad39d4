package vn.chitra.hub.reconciliation.report;

import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** How large the text of a sheet is on paper when the sheet is shrunk to the width of A4 landscape. */
public final class PrintedSize {

  private static final double POINTS_AN_INCH = 72;
  private static final double POINTS_A_PIXEL = 0.75;
  private static final double PAPER = 297 / 25.4 * POINTS_AN_INCH;

  private PrintedSize() {}

  /** @return points of the smallest text of the sheet on paper */
  public static double smallest(XSSFSheet sheet) {
    int columns = StreamSupport.stream(sheet.spliterator(), false).mapToInt(row -> row.getLastCellNum()).max().orElse(1);
    double wide = IntStream.range(0, columns).mapToDouble(sheet::getColumnWidthInPixels).sum() * POINTS_A_PIXEL;
    double scale = Math.min(1, printable(sheet) / wide);
    return scale * StreamSupport.stream(sheet.spliterator(), false).flatMap(row -> StreamSupport.stream(row.spliterator(), false))
        .filter(cell -> !cell.toString().isEmpty()).mapToInt(cell -> ((XSSFCell) cell).getCellStyle().getFont().getFontHeightInPoints())
        .min().orElseThrow();
  }

  private static double printable(Sheet sheet) {
    return PAPER - (sheet.getMargin(PageMargin.LEFT) + sheet.getMargin(PageMargin.RIGHT)) * POINTS_AN_INCH;
  }
}
