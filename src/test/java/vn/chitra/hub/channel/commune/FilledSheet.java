package vn.chitra.hub.channel.commune;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.chitra.hub.batch.CashEntry;
import vn.chitra.hub.channel.cash.CashLists;

/** Our list in the hands of an officer. */
public final class FilledSheet {

  public static final int HEADINGS = 6;
  private static final List<String> COLUMNS = List.of("STT", "Mã chi trả", "Họ và tên", "Năm sinh", "Số giấy tờ", "Địa chỉ", "Nơi chi",
      "Người nhận thay", "Tháng", "Số tiền", "Ký nhận", "Kết quả", "Ngày chi", "Lý do");

  private final XSSFWorkbook book;

  private FilledSheet(XSSFWorkbook book) {
    this.book = book;
  }

  public static FilledSheet of(List<CashEntry> lines) throws IOException {
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    new CommuneListFormat().write(CashLists.communeHeader(lines), lines.iterator(), list);
    return new FilledSheet(new XSSFWorkbook(new ByteArrayInputStream(list.toByteArray())));
  }

  public Sheet sheet() {
    return book.getSheetAt(0);
  }

  public XSSFWorkbook book() {
    return book;
  }

  public FilledSheet report(String version, String kind) {
    return beside("Lần báo cáo", version).beside("Loại (TẠM/CUỐI)", kind);
  }

  public FilledSheet settled(long paid, long left) {
    number("Đã chi", paid);
    number("Còn lại nộp trả", left);
    return this;
  }

  /** Text into a row of the list, from 1. */
  public FilledSheet put(int line, String column, String value) {
    cell(line, column).setCellValue(value);
    return this;
  }

  public FilledSheet paid(int line, String day) {
    return put(line, "Kết quả", "X").put(line, "Ngày chi", day);
  }

  public Cell cell(int line, String column) {
    Row row = sheet().getRow(HEADINGS + line);
    Cell cell = row.getCell(COLUMNS.indexOf(column), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    return cell;
  }

  public FilledSheet beside(String label, String value) {
    right(label).setCellValue(value);
    return this;
  }

  public FilledSheet number(String label, long value) {
    right(label).setCellValue(value);
    return this;
  }

  /** The cell to the right of a label. */
  public Cell right(String label) {
    for (Row row : sheet()) {
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().equals(label)) {
          return row.getCell(cell.getColumnIndex() + 1, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
        }
      }
    }
    throw new IllegalArgumentException(label);
  }

  /** Every column one to the left, the first one to the end. */
  public FilledSheet columnsMoved() {
    return columns(IntStream.rangeClosed(1, COLUMNS.size()).mapToObj(i -> COLUMNS.get(i % COLUMNS.size())).toList());
  }

  /** Whole columns, as a spreadsheet program moves them: one of them before another. */
  public FilledSheet moved(String column, String before) {
    List<String> order = new ArrayList<>(COLUMNS);
    order.remove(column);
    order.add(before.isEmpty() ? order.size() : order.indexOf(before), column);
    return columns(order);
  }

  /** Whole columns in that order, by their names in our list. */
  public FilledSheet columns(List<String> order) {
    List<Integer> places = order.stream().map(COLUMNS::indexOf).toList();
    for (Row row : sheet()) {
      moved(row, places);
    }
    return this;
  }

  public static List<String> columnNames() {
    return COLUMNS;
  }

  private static void moved(Row row, List<Integer> places) {
    List<String> texts = IntStream.range(0, COLUMNS.size()).mapToObj(i -> text(row.getCell(i))).toList();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(places.get(i));
      Cell cell = row.getCell(i, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      cell.setBlank();
      if (!text.isEmpty()) {
        cell.setCellValue(text);
      }
    }
  }

  private static String text(Cell cell) {
    if (cell == null) {
      return "";
    }
    return cell.getCellType() == CellType.NUMERIC ? Long.toString((long) cell.getNumericCellValue()) : cell.getStringCellValue();
  }

  public Path save(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
    return file;
  }
}
