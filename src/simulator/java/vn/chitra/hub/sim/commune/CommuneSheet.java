package vn.chitra.hub.sim.commune;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A commune's spreadsheet, read by the words on it, not by positions. */
final class CommuneSheet implements AutoCloseable {

  static final List<String> HEADINGS = List.of("STT", "Mã chi trả", "Họ và tên", "Năm sinh", "Số giấy tờ", "Địa chỉ", "Nơi chi",
      "Người nhận thay", "Tháng", "Số tiền", "Ký nhận", "Kết quả (X = đã chi)", "Ngày chi", "Lý do");

  private final XSSFWorkbook book;
  private final XSSFSheet sheet;
  private final DataFormatter texts = new DataFormatter();
  private final Map<String, Integer> columns = new HashMap<>();
  private int headingRow = -1;

  private CommuneSheet(XSSFWorkbook book) {
    this.book = book;
    this.sheet = book.getSheetAt(0);
    cellWith("Mã chi trả").ifPresent(code -> {
      headingRow = code.getRowIndex();
      code.getRow().forEach(cell -> columns.put(text(cell), cell.getColumnIndex()));
    });
  }

  /** @throws IOException when the bytes are no workbook */
  static CommuneSheet open(byte[] bytes) throws IOException {
    return new CommuneSheet(new XSSFWorkbook(new ByteArrayInputStream(bytes)));
  }

  XSSFWorkbook book() {
    return book;
  }

  XSSFSheet page() {
    return sheet;
  }

  int headingRow() {
    return headingRow;
  }

  /** Rows that carry a code, in their order. */
  List<Row> payouts() {
    List<Row> rows = new ArrayList<>();
    for (int i = headingRow + 1; headingRow >= 0 && i <= sheet.getLastRowNum(); i++) {
      Row row = sheet.getRow(i);
      if (row == null || text(row, "Mã chi trả").isEmpty()) {
        break;
      }
      rows.add(row);
    }
    return rows;
  }

  /** Whether the heading row has exactly the headings of the contract, in their order. */
  boolean hasAllHeadings() {
    for (int i = 0; i < HEADINGS.size(); i++) {
      if (headingRow < 0 || !text(sheet.getRow(headingRow).getCell(i)).equals(HEADINGS.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Nullable Cell cell(Row row, String heading) {
    Integer column = columns.get(heading);
    return column == null ? null : row.getCell(column);
  }

  String text(Row row, String heading) {
    return text(cell(row, heading));
  }

  private String text(@Nullable Cell cell) {
    return cell == null ? "" : texts.formatCellValue(cell).strip();
  }

  /** The first cell with this text, a colon at its end forgiven. */
  Optional<Cell> cellWith(String words) {
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.STRING && text(cell).replaceAll(":$", "").equals(words)) {
          return Optional.of(cell);
        }
      }
    }
    return Optional.empty();
  }

  boolean hasFormula() {
    for (Row row : sheet) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.FORMULA) {
          return true;
        }
      }
    }
    return false;
  }

  /** The cell beside a label, where its value belongs. */
  Cell beside(String label) {
    Cell found = cellWith(label).orElseThrow(() -> new IllegalStateException("no cell " + label));
    return found.getRow().getCell(found.getColumnIndex() + 1, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  void write(Row row, String heading, String text) {
    row.getCell(columns.get(heading), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(text);
  }

  int column(String heading) {
    return columns.get(heading);
  }

  byte[] toBytes() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      book.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
