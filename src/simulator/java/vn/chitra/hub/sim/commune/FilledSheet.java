package vn.chitra.hub.sim.commune;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import vn.chitra.hub.sim.CashBook.Payment;

/** The commune's own spreadsheet, filled in with the typical changes of an officer. */
final class FilledSheet {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private FilledSheet() {}

  /** The changes that an officer makes to the sheet besides filling it in. */
  enum Habit { NONE, DATE_CELLS, AMOUNTS_AS_TEXT, MOVED_COLUMNS, SORTED_ROWS, HIDDEN_ROWS }

  /**
   * @param number {@code Lần báo cáo}
   * @param closing CUỐI instead of TẠM: every row and the settlement block
   * @param until pays known up to this day
   */
  static byte[] fill(byte[] original, List<Payment> payments, int number, boolean closing, LocalDate until, Habit habit) {
    Map<String, Payment> byCode = payments.stream().collect(Collectors.toMap(Payment::endToEndId, Function.identity()));
    try (CommuneSheet sheet = CommuneSheet.open(original)) {
      sheet.beside("Lần báo cáo").setCellValue(number);
      sheet.beside("Loại (TẠM/CUỐI)").setCellValue(closing ? "CUỐI" : "TẠM");
      for (Row row : sheet.payouts()) {
        Payment payment = byCode.get(sheet.text(row, "Mã chi trả"));
        if (closing || !payment.paidOn().isAfter(until)) {
          result(sheet, row, payment, habit);
        }
      }
      if (closing) {
        long paid = payments.stream().filter(Payment::paid).mapToLong(Payment::amount).sum();
        sheet.beside("Đã chi").setCellValue(paid);
        sheet.beside("Còn lại nộp trả").setCellValue(payments.stream().mapToLong(Payment::amount).sum() - paid);
      }
      touch(sheet, habit);
      return sheet.toBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void result(CommuneSheet sheet, Row row, Payment payment, Habit habit) {
    if (!payment.paid()) {
      sheet.write(row, "Lý do", payment.code());
      return;
    }
    sheet.write(row, "Kết quả (X = đã chi)", "X");
    if (habit == Habit.DATE_CELLS) {
      Cell cell = row.getCell(sheet.column("Ngày chi"), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      CellStyle style = sheet.book().createCellStyle();
      style.cloneStyleFrom(cell.getCellStyle());
      style.setDataFormat(sheet.book().createDataFormat().getFormat("dd/mm/yyyy"));
      cell.setCellValue(payment.paidOn());
      cell.setCellStyle(style);
    } else {
      sheet.write(row, "Ngày chi", payment.paidOn().format(DAY));
    }
  }

  private static void touch(CommuneSheet sheet, Habit habit) {
    List<Row> rows = sheet.payouts();
    switch (habit) {
      case AMOUNTS_AS_TEXT -> rows.forEach(row -> {
        Cell amount = row.getCell(sheet.column("Số tiền"));
        amount.setCellValue(Long.toString((long) amount.getNumericCellValue()));
      });
      case MOVED_COLUMNS -> {
        swapColumns(sheet, rows, "Địa chỉ", "Năm sinh");
        swapColumns(sheet, rows, "Kết quả (X = đã chi)", "Lý do");
      }
      case SORTED_ROWS -> reverse(rows);
      case HIDDEN_ROWS -> rows.stream().filter(row -> row.getRowNum() % 3 == 0).forEach(row -> row.setZeroHeight(true));
      case NONE, DATE_CELLS -> { }
    }
  }

  private static void swapColumns(CommuneSheet sheet, List<Row> rows, String one, String other) {
    List<Row> all = new ArrayList<>(rows);
    all.add(sheet.page().getRow(sheet.headingRow()));
    int a = sheet.column(one);
    int b = sheet.column(other);
    all.forEach(row -> swap(row.getCell(a, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK),
        row.getCell(b, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)));
  }

  private static void reverse(List<Row> rows) {
    List<Row> other = new ArrayList<>(rows);
    Collections.reverse(other);
    for (int i = 0; i < rows.size() / 2; i++) {
      for (int column = 0; column < CommuneSheet.HEADINGS.size(); column++) {
        swap(rows.get(i).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK),
            other.get(i).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK));
      }
    }
  }

  private static void swap(Cell one, Cell other) {
    Object first = value(one);
    set(one, value(other));
    set(other, first);
    CellStyle style = one.getCellStyle();
    one.setCellStyle(other.getCellStyle());
    other.setCellStyle(style);
  }

  private static Object value(Cell cell) {
    return cell.getCellType() == CellType.NUMERIC ? (Object) cell.getNumericCellValue()
        : cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
  }

  private static void set(Cell cell, Object value) {
    if (value instanceof Double number) {
      cell.setCellValue(number);
    } else {
      cell.setBlank();   // an inline text would keep its old words beside the new ones
      if (!value.equals("")) {
        cell.setCellValue((String) value);
      }
    }
  }
}
