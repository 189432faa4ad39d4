package vn.chitra.hub.channel.commune;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.CashEntry;
import vn.chitra.hub.channel.cash.ListComplaints;

/** Verifies a finished commune list by reading it back: by the words on the page, not by the positions where they were written. */
final class CommuneListCheck {

  private final BatchHeader header;
  private final String listNumber;
  private final Iterator<CashEntry> meant;
  private final ListComplaints complaints = new ListComplaints();
  private final Map<String, Integer> columns = new HashMap<>();
  private final Map<String, Long> figures = new HashMap<>();
  private boolean numbered;
  private int count;
  private long sum;

  CommuneListCheck(BatchHeader header, String listNumber, Iterator<CashEntry> meant) {
    this.header = header;
    this.listNumber = listNumber;
    this.meant = meant;
  }

  List<String> of(Path bytes) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(bytes.toFile()); Stream<Row> rows = book.getFirstSheet().openStream()) {
      Iterator<Row> each = rows.iterator();
      while (each.hasNext() && !complaints.isFull()) {
        row(each.next());
      }
    } catch (ExcelReaderException e) {
      complaints.add("Bảng tính không đọc lại được");
    }
    finish();
    return complaints.found();
  }

  private void row(Row row) {
    if (row.stream().anyMatch(cell -> cell != null && cell.getType() == CellType.FORMULA)) {
      complaints.add("Dòng " + row.getRowNum() + ": có công thức");
    }
    if (columns.isEmpty()) {
      aboveHeadings(row);
    } else if (!text(row, "Mã chi trả").isEmpty()) {
      payout(row);
    } else {
      belowRows(row);
    }
  }

  private void aboveHeadings(Row row) {
    numbered |= row.stream().anyMatch(cell -> cell != null && cell.getText().equals("Số danh sách: " + listNumber));
    if (row.stream().anyMatch(cell -> cell != null && cell.getText().equals("Mã chi trả"))) {
      row.stream().filter(cell -> cell != null).forEach(cell -> columns.put(cell.getText(), cell.getColumnIndex()));
      for (Column column : Column.values()) {
        if (!columns.containsKey(column.heading())) {
          complaints.add("Thiếu cột " + column.heading());
        }
      }
    }
  }

  private void payout(Row row) {
    count++;
    if (!meant.hasNext()) {
      complaints.add("Dòng " + count + ": không có trong dữ liệu cần gửi");
      return;
    }
    CashEntry entry = meant.next();
    long amount = number(row, "Số tiền");
    sum += amount;
    complaints.compare(count, "STT", (long) entry.line(), number(row, "STT"));
    complaints.compare(count, "Mã chi trả", entry.endToEndId(), text(row, "Mã chi trả"));
    complaints.compare(count, "Họ và tên", entry.beneficiaryName(), text(row, "Họ và tên"));
    complaints.compare(count, "Năm sinh", entry.birthYear() == null ? "" : entry.birthYear().toString(), text(row, "Năm sinh"));
    complaints.compare(count, "Số giấy tờ", orEmpty(entry.receiverNoTail()), text(row, "Số giấy tờ"));
    complaints.compare(count, "Địa chỉ", orEmpty(entry.address()), text(row, "Địa chỉ"));
    complaints.compare(count, "Nơi chi", entry.atHome(), text(row, "Nơi chi").equals("Tại nhà"));
    receiver(entry, text(row, "Người nhận thay"));
    complaints.compare(count, "Tháng", months(entry), text(row, "Tháng"));
    complaints.compare(count, "Số tiền", entry.amountVnd(), amount);
    for (Column empty : List.of(Column.SIGNATURE, Column.RESULT, Column.PAID_ON, Column.REASON)) {
      complaints.compare(count, empty.heading(), "", text(row, empty.heading()));
    }
  }

  private void receiver(CashEntry entry, String read) {
    String name = orEmpty(entry.receiverName());
    boolean plain = read.equals(name);
    boolean withDay = entry.authorisedUntil() != null && read.startsWith(name)
        && read.endsWith("%02d/%02d/%d)".formatted(entry.authorisedUntil().getDayOfMonth(),
            entry.authorisedUntil().getMonthValue(), entry.authorisedUntil().getYear()));
    complaints.compare(count, "Người nhận thay", true, entry.authorisationEndsEarly() ? withDay : plain);
  }

  private static String months(CashEntry entry) {
    String from = "%02d/%d".formatted(entry.forFrom().getMonthValue(), entry.forFrom().getYear());
    String to = "%02d/%d".formatted(entry.forTo().getMonthValue(), entry.forTo().getYear());
    return from.equals(to) ? from : from + "-" + to;
  }

  private void belowRows(Row row) {
    for (String label : List.of("Tổng cộng", "Đã nhận", "Đã chi", "Còn lại nộp trả")) {
      if (row.stream().anyMatch(cell -> cell != null && cell.getText().equals(label))) {
        figures.put(label, number(row, "Số tiền"));
      }
    }
  }

  private void finish() {
    if (complaints.isFull()) {
      return;
    }
    if (!numbered) {
      complaints.add("Thiếu số danh sách");
    }
    if (meant.hasNext()) {
      complaints.add("Bảng thiếu dòng: chỉ có " + count);
    }
    complaints.compareFigure("Số dòng", header.count(), count);
    complaints.compareFigure("Tổng tiền", header.totalVnd(), sum);
    complaints.compareFigure("Tổng cộng", header.totalVnd(), figures.getOrDefault("Tổng cộng", -1L));
    complaints.compareFigure("Đã nhận", header.totalVnd(), figures.getOrDefault("Đã nhận", -1L));
    if (figures.getOrDefault("Đã chi", 0L) != -1 || figures.getOrDefault("Còn lại nộp trả", 0L) != -1) {
      complaints.add("Ô Đã chi và ô Còn lại nộp trả phải có và để trống");
    }
  }

  private @Nullable Cell cell(Row row, String heading) {
    Integer column = columns.get(heading);
    return column == null || !row.hasCell(column) ? null : row.getCell(column);
  }

  private String text(Row row, String heading) {
    Cell cell = cell(row, heading);
    return cell == null ? "" : cell.getText();
  }

  /** A whole number in a number cell, or −1. */
  private long number(Row row, String heading) {
    Cell cell = cell(row, heading);
    boolean whole = cell != null && cell.getType() == CellType.NUMBER && ((BigDecimal) cell.getValue()).scale() <= 0;
    return whole && cell != null ? cell.asNumber().longValueExact() : -1;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
