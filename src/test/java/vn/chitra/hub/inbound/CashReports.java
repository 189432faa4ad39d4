package vn.chitra.hub.inbound;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.chitra.hub.inbound.HubStory.InboundFile;

/** Reports of post offices and communes, by the contracts {@code post-office} and {@code commune}. */
final class CashReports {

  private CashReports() {}

  /** One line of a post office's report; a reason makes it CHUA_CHI. */
  record Line(String id, long amount, boolean paid, String reason) {

    static Line paid(String id, long amount) {
      return new Line(id, amount, true, "");
    }

    static Line unpaid(String id, long amount, String reason) {
      return new Line(id, amount, false, reason);
    }

    private String written() {
      return paid ? id + ";DA_CHI;" + amount + ";03/11/2026;Đỗ Văn Hoà;Con;NHA;;\r\n"
          : id + ";CHUA_CHI;" + amount + ";;;;NHA;" + reason + ";\r\n";
    }
  }

  static InboundFile postOffice(Books.BatchRow list, int version, boolean closing, Line... lines) {
    return postOffice(list, version, closing, lines.length, Arrays.stream(lines).filter(Line::paid).mapToLong(Line::amount).sum(), lines);
  }

  /** With a last row that says so many lines and so much paid. */
  static InboundFile postOffice(Books.BatchRow list, int version, boolean closing, int count, long paid, Line... lines) {
    return postOfficeText(list, version, closing, Arrays.stream(lines).map(Line::written).collect(Collectors.joining())
        + "TONG;" + count + ";" + paid + ";;;;;;\r\n");
  }

  /** With these rows behind the headings. */
  static InboundFile postOfficeText(Books.BatchRow list, int version, boolean closing, String rows) {
    String body = "ma_chi_tra;trang_thai;so_tien;ngay_chi;nguoi_nhan;quan_he;noi_chi;ma_ly_do;ghi_chu\r\n" + rows;
    String name = "KQ_%s_202611_%06d_%03d%s.csv".formatted(list.folder(), list.seq(), version, closing ? "_CUOI" : "");
    return new InboundFile(HubStory.POST, list.folder(), name, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Our own list as the commune has it. */
  static FilledList commune(HubStory story, Books.BatchRow list) {
    try {
      return new FilledList(list.folder(), new XSSFWorkbook(new ByteArrayInputStream(story.archived(list.sha256()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The commune's sheet, being filled in. */
  static final class FilledList {

    private static final List<String> COLUMNS = List.of("STT", "Mã chi trả", "Họ và tên", "Năm sinh", "Số giấy tờ", "Địa chỉ", "Nơi chi",
        "Người nhận thay", "Tháng", "Số tiền", "Ký nhận", "Kết quả", "Ngày chi", "Lý do");

    private final String folder;
    private final XSSFWorkbook book;

    private FilledList(String folder, XSSFWorkbook book) {
      this.folder = folder;
      this.book = book;
    }

    FilledList paid(String id) {
      return put(id, "Kết quả", "X").put(id, "Ngày chi", "03/11/2026");
    }

    FilledList unpaid(String id, String reason) {
      return put(id, "Lý do", reason);
    }

    FilledList put(String id, String column, String value) {
      row(id).getCell(COLUMNS.indexOf(column), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(value);
      return this;
    }

    /** A cell that holds a number, as one formatted as a day does. */
    FilledList number(String id, String column, double value) {
      row(id).getCell(COLUMNS.indexOf(column), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(value);
      return this;
    }

    /** The row of a code once more, as it stands now, above the total row. */
    FilledList again(String id) {
      Sheet sheet = book.getSheetAt(0);
      int total = cell("Tổng cộng").getRowIndex();
      sheet.shiftRows(total, sheet.getLastRowNum(), 1);
      Row copy = sheet.createRow(total);
      for (Cell from : row(id)) {
        Cell to = copy.createCell(from.getColumnIndex());
        if (from.getCellType() == CellType.NUMERIC) {
          to.setCellValue(from.getNumericCellValue());
        } else {
          to.setCellValue(from.getStringCellValue());
        }
      }
      return this;
    }

    FilledList hidden(String id) {
      row(id).setZeroHeight(true);
      return this;
    }

    /** Moves the values of some columns between rows: row i gets those of row {@code from.get(i)}. */
    FilledList sorted(List<String> rows, List<String> from, String... columns) {
      for (String column : columns) {
        List<String> texts = from.stream().map(id -> text(id, column)).toList();
        for (int i = 0; i < rows.size(); i++) {
          put(rows.get(i), column, texts.get(i));
        }
      }
      return this;
    }

    /** Whole rows, each cell of them, put into another order. */
    FilledList sortedWhole(List<String> rows, List<String> from) {
      List<Row> places = rows.stream().map(this::row).toList();
      List<List<String>> whole = from.stream().map(id -> COLUMNS.stream().map(column -> text(id, column)).toList()).toList();
      for (int i = 0; i < places.size(); i++) {
        for (int column = 0; column < COLUMNS.size(); column++) {
          places.get(i).getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(whole.get(i).get(column));
        }
      }
      return this;
    }

    /** A column out of the page, heading and all. */
    FilledList without(String column) {
      int index = COLUMNS.indexOf(column);
      for (int r = cell("Mã chi trả").getRowIndex(); r < cell("Tổng cộng").getRowIndex(); r++) {
        Cell cell = book.getSheetAt(0).getRow(r).getCell(index);
        if (cell != null) {
          cell.setBlank();
        }
      }
      return this;
    }

    private String text(String id, String column) {
      Cell cell = row(id).getCell(COLUMNS.indexOf(column), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      return cell.getCellType() == CellType.NUMERIC ? Long.toString((long) cell.getNumericCellValue()) : cell.getStringCellValue();
    }

    FilledList amount(String id, long dong) {
      row(id).getCell(COLUMNS.indexOf("Số tiền")).setCellValue(dong);
      return this;
    }

    /** Another number of the list on the page. */
    FilledList numbered(String ours, String theirs) {
      cell("Số danh sách: " + ours).setCellValue("Số danh sách: " + theirs);
      return this;
    }

    FilledList leftOut(String id) {
      book.getSheetAt(0).removeRow(row(id));
      return this;
    }

    FilledList received(long dong) {
      beside("Đã nhận").setCellValue(dong);
      return this;
    }

    FilledList settled(long paid, long left) {
      beside("Đã chi").setCellValue(paid);
      beside("Còn lại nộp trả").setCellValue(left);
      return this;
    }

    InboundFile interim(int number) {
      return report(number, "TẠM");
    }

    InboundFile closing(int number) {
      return report(number, "CUỐI");
    }

    private InboundFile report(int number, String kind) {
      beside("Lần báo cáo").setCellValue(number);
      beside("Loại (TẠM/CUỐI)").setCellValue(kind);
      try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
        book.write(out);
        return new InboundFile(HubStory.COMMUNE, folder, "báo cáo lần " + number + ".xlsx", out.toByteArray());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Row row(String id) {
      return cell(id).getRow();
    }

    private Cell beside(String label) {
      Cell cell = cell(label);
      return cell.getRow().getCell(cell.getColumnIndex() + 1, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private Cell cell(String text) {
      Sheet sheet = book.getSheetAt(0);
      for (Row row : sheet) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.STRING && cell.getStringCellValue().equals(text)) {
            return cell;
          }
        }
      }
      throw new IllegalArgumentException(text);
    }
  }
}
