package vn.chitra.hub.sim.commune;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.sim.CashBook;
import vn.chitra.hub.sim.EndToEndIds;

/** A {@code DanhSach_} spreadsheet as the commune parses it, with all its errors. */
record CommuneList(String period, int seq, List<CashBook.Line> lines, List<String> complaints) {

  private static final Pattern NAME =
      Pattern.compile("DanhSach_(\\d{5})_(NCC|BTXH|HTXH)_(\\d{4}(?:0[1-9]|1[0-2]))_(\\d{6})\\.xlsx");
  private static final Pattern MONTHS = Pattern.compile("(0[1-9]|1[0-2])/\\d{4}(\\s*-\\s*(0[1-9]|1[0-2])/\\d{4})?");

  static boolean isNamedRight(String commune, String fileName) {
    Matcher name = NAME.matcher(fileName);
    return name.matches() && name.group(1).equals(commune);
  }

  static CommuneList read(String fileName, byte[] bytes) {
    Matcher name = NAME.matcher(fileName);
    if (!name.matches()) {
      throw new IllegalArgumentException("not a list's name: " + fileName);
    }
    List<String> complaints = new ArrayList<>();
    List<CashBook.Line> lines = new ArrayList<>();
    try (CommuneSheet sheet = CommuneSheet.open(bytes)) {
      new Reader(sheet, complaints, lines).read(String.join("-", name.group(1), name.group(2), name.group(3), name.group(4)));
    } catch (IOException | RuntimeException e) {
      complaints.add("cannot be opened or read: " + e);
    }
    return new CommuneList(name.group(3), Integer.parseInt(name.group(4)), List.copyOf(lines), List.copyOf(complaints));
  }

  private record Reader(CommuneSheet sheet, List<String> complaints, List<CashBook.Line> lines) {

    void read(String listNumber) {
      expect(sheet.cellWith("Số danh sách: " + listNumber).isPresent(), "no cell 'Số danh sách: " + listNumber + "'");
      expect(sheet.hasAllHeadings(), "the headings are not those of the contract");
      expect(!sheet.hasFormula(), "a cell holds a formula");
      for (String label : List.of("Lần báo cáo", "Loại (TẠM/CUỐI)", "Đã nhận", "Đã chi", "Còn lại nộp trả")) {
        expect(sheet.cellWith(label).isPresent(), "no cell '" + label + "'");
      }
      page();
      Set<String> ids = new HashSet<>();
      List<Row> payouts = sheet.payouts();
      expect(!payouts.isEmpty(), "no rows");
      for (int i = 0; i < payouts.size(); i++) {
        row(i + 1, payouts.get(i), ids);
      }
      totals(payouts.size());
    }

    private void page() {
      PrintSetup print = sheet.page().getPrintSetup();
      expect(print.getLandscape() && print.getPaperSize() == PrintSetup.A4_PAPERSIZE, "not A4 landscape");
      var pane = sheet.page().getPaneInformation();
      expect(pane != null && pane.isFreezePane() && pane.getHorizontalSplitPosition() == sheet.headingRow() + 1,
          "the heading is not frozen");
      var repeated = sheet.page().getRepeatingRows();
      expect(repeated != null && repeated.containsRow(sheet.headingRow()), "the heading is not repeated on each page");
    }

    private void row(int number, Row row, Set<String> ids) {
      String where = "row " + number + ": ";
      String id = sheet.text(row, "Mã chi trả");
      String name = sheet.text(row, "Họ và tên");
      long amount = whole(sheet.cell(row, "Số tiền"));
      expect(whole(sheet.cell(row, "STT")) == number, where + "STT");
      expect(isText(sheet.cell(row, "Mã chi trả")) && EndToEndIds.isRight(id) && ids.add(id), where + "code wrong, twice or no text");
      expect(!name.isBlank() && Normalizer.isNormalized(name, Normalizer.Form.NFC), where + "name empty or not NFC");
      expect(sheet.text(row, "Số giấy tờ").matches("(\\d{6})?"), where + "Số giấy tờ");
      expect(sheet.text(row, "Năm sinh").matches("(\\d{4})?"), where + "Năm sinh");
      expect(!sheet.text(row, "Nơi chi").isEmpty(), where + "Nơi chi is empty");
      expect(MONTHS.matcher(sheet.text(row, "Tháng")).matches(), where + "Tháng");
      expect(amount > 0, where + "the amount is no whole number of dong");
      String receiver = sheet.text(row, "Người nhận thay");
      lines.add(new CashBook.Line(number, id, amount, receiver.isEmpty() ? name : receiver.lines().findFirst().orElse(receiver)));
    }

    private void totals(int count) {
      long sum = lines.stream().mapToLong(CashBook.Line::amount).sum();
      Row total = sheet.page().getRow(sheet.headingRow() + 1 + count);
      expect(total != null && whole(sheet.cell(total, "Số tiền")) == sum, "the total row does not fit the rows");
      boolean words = false;
      for (Cell cell : total == null ? List.<Cell>of() : total) {
        words |= isText(cell) && cell.getStringCellValue().contains(" đồng");
      }
      expect(words, "no amount in words in the total row");
      if (sheet.cellWith("Đã nhận").isPresent()) {
        expect(whole(sheet.beside("Đã nhận")) == sum, "'Đã nhận' is not the total");
      }
    }

    private static boolean isText(@Nullable Cell cell) {
      return cell != null && cell.getCellType() == CellType.STRING;
    }

    private static long whole(@Nullable Cell cell) {
      if (cell == null || cell.getCellType() != CellType.NUMERIC) {
        return -1;
      }
      String written = new java.math.BigDecimal(cell.toString()).stripTrailingZeros().toPlainString();
      return written.matches("\\d{1,15}") ? Long.parseLong(written) : -1;
    }

    private void expect(boolean fine, String complaint) {
      if (!fine) {
        complaints.add(complaint);
      }
    }
  }
}
