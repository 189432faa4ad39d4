package vn.chitra.hub.channel.commune;

import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.CashEntry;
import vn.chitra.hub.channel.cash.MonthText;
import vn.chitra.hub.support.VietnameseWords;

/**
 * Writes the page of a commune's list. No cells are merged: centred headings span blank cells instead, so that columns can be moved (and
 * because the library writes merged cells in no fixed order).
 */
final class CommuneSheet {

  private static final int HEADING_ROW = 6;
  private static final int LABEL_HEIGHT = 19;
  private static final int FLUSH_EVERY = 200;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/uuuu");
  private static final Map<String, String> PROGRAMMES =
      Map.of("NCC", "người có công với cách mạng", "BTXH", "bảo trợ xã hội", "HTXH", "trợ cấp hưu trí xã hội");
  private static final List<String> HOW_TO_FILL = List.of(
      "Cách ghi: ghi số lần báo cáo (1, 2, …) và loại TẠM hoặc CUỐI ở đầu danh sách; ghi X ở cột Kết quả khi đã chi,",
      "kèm ngày chi (ngày/tháng/năm). Chưa chi thì để trống cột Kết quả và ghi lý do: K1 không gặp sau nhiều lần đến; K2 đã mất;",
      "K3 đã chuyển đi; K4 từ chối nhận; K5 giấy ủy quyền hết hạn; K6 giấy tờ không khớp; K9 lý do khác, hoặc ghi bằng lời.",
      "Báo cáo CUỐI phải có đủ mọi dòng và ba số của phần quyết toán. Không sửa cột Mã chi trả và cột Số tiền.");

  private final BatchHeader header;
  private final String listNumber;
  private int count;
  private long total;

  CommuneSheet(BatchHeader header, String listNumber) {
    this.header = header;
    this.listNumber = listNumber;
  }

  void write(Iterator<CashEntry> lines, OutputStream out) throws IOException {
    try (Workbook book = new Workbook(out, "ChiTraHub", null)) {
      book.properties().setTitle(listNumber);
      Worksheet sheet = book.newWorksheet("Danh sách");
      CommuneStyles styles = new CommuneStyles(sheet);
      page(sheet);
      top(sheet, styles);
      headings(sheet, styles);
      while (lines.hasNext()) {
        row(sheet, styles, lines.next());
        if (count % FLUSH_EVERY == 0) {
          sheet.flush();
        }
      }
      bottom(sheet, styles);
    }
  }

  private void page(Worksheet sheet) {
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.pageOrientation("landscape");
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.leftMargin(0.4f);
    sheet.rightMargin(0.4f);
    sheet.topMargin(0.45f);
    sheet.bottomMargin(0.55f);
    sheet.repeatRows(HEADING_ROW);
    sheet.freezePane(0, HEADING_ROW + 1);
    sheet.hideGridLines();
    sheet.footer(listNumber, Position.LEFT, CommuneStyles.FONT, 9);
    sheet.footer("Trang &P/&N", Position.RIGHT, CommuneStyles.FONT, 9);
    for (Column column : Column.values()) {
      sheet.width(column.ordinal(), column.width());
    }
  }

  private void top(Worksheet sheet, CommuneStyles styles) {
    sheet.value(0, 0, header.agencyName());
    styles.centred(0, 0, 4, 12, true);
    sheet.value(0, 7, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    styles.centred(0, 7, Column.last(), 12, true);
    sheet.value(1, 0, header.folderName());
    styles.centred(1, 0, 4, 12, false);
    sheet.value(1, 7, "Độc lập - Tự do - Hạnh phúc");
    styles.centred(1, 7, Column.last(), 12, true);
    sheet.value(2, 0, "DANH SÁCH CHI TRẢ TRỢ CẤP BẰNG TIỀN MẶT");
    styles.centred(2, 0, Column.last(), 16, true);
    sheet.rowHeight(2, 30);
    YearMonth period = Objects.requireNonNull(header.period(), "a cash list has a period");
    String programme = String.valueOf(header.programme());
    sheet.value(3, 0, "Chương trình: " + PROGRAMMES.getOrDefault(programme, programme) + " – Kỳ chi trả: tháng " + MONTH.format(period));
    styles.centred(3, 0, Column.last(), 12, false);
    sheet.value(4, 0, "Số danh sách: " + listNumber);
    styles.plain(4, 0, 12, true);
    sheet.value(5, 0, "Đơn vị tiền: đồng");
    styles.plain(5, 0, 11, false);
    toFillIn(sheet, styles, 4, "Lần báo cáo");
    toFillIn(sheet, styles, 5, "Loại (TẠM/CUỐI)");
    sheet.range(5, Column.AMOUNT.ordinal(), 5, Column.AMOUNT.ordinal()).validateWithListByFormula("\"TẠM,CUỐI\"")
        .errorStyle(DataValidationErrorStyle.STOP).showErrorMessage(true).errorTitle("Loại").error("Chỉ ghi TẠM hoặc CUỐI");
  }

  private static void toFillIn(Worksheet sheet, CommuneStyles styles, int row, String label) {
    sheet.value(row, Column.MONTHS.ordinal(), label);
    styles.label(row, Column.MONTHS.ordinal());
    styles.box(row, Column.AMOUNT.ordinal());
    sheet.rowHeight(row, LABEL_HEIGHT);
  }

  private static void headings(Worksheet sheet, CommuneStyles styles) {
    for (Column column : Column.values()) {
      sheet.value(HEADING_ROW, column.ordinal(), column.heading());
    }
    styles.heading(HEADING_ROW);
    sheet.rowHeight(HEADING_ROW, 46);
  }

  private void row(Worksheet sheet, CommuneStyles styles, CashEntry entry) {
    int row = HEADING_ROW + 1 + count;
    String receiver = receiver(entry);
    sheet.value(row, Column.NO.ordinal(), entry.line());
    text(sheet, row, Column.CODE, entry.endToEndId());
    text(sheet, row, Column.NAME, entry.beneficiaryName());
    if (entry.birthYear() != null) {
      sheet.value(row, Column.BIRTH_YEAR.ordinal(), entry.birthYear());
    }
    text(sheet, row, Column.RECEIVER_NO, entry.receiverNoTail());
    text(sheet, row, Column.ADDRESS, entry.address());
    text(sheet, row, Column.PLACE, entry.atHome() ? "Tại nhà" : "Tại UBND");
    text(sheet, row, Column.RECEIVER, receiver);
    text(sheet, row, Column.MONTHS, MonthText.of(entry.forFrom(), entry.forTo()));
    sheet.value(row, Column.AMOUNT.ordinal(), entry.amountVnd());
    styles.payout(row);
    sheet.rowHeight(row, styles.height(entry.beneficiaryName(), entry.address(), receiver));
    count++;
    total = Math.addExact(total, entry.amountVnd());
  }

  /** The person who collects instead, with the last day of the authorisation where it ends before the last day of payment. */
  private static @Nullable String receiver(CashEntry entry) {
    if (!entry.authorisationEndsEarly() || entry.authorisedUntil() == null) {
      return entry.receiverName();
    }
    String until = "(ủy quyền đến hết " + DAY.format(entry.authorisedUntil()) + ")";
    return entry.receiverName() == null ? until : entry.receiverName() + "\n" + until;
  }

  /** Writes into the table of shared strings, although it is held in memory, because not every program can overwrite an inline string. */
  private static void text(Worksheet sheet, int row, Column column, @Nullable String text) {
    if (text != null) {
      sheet.value(row, column.ordinal(), text);
    }
  }

  private void bottom(Worksheet sheet, CommuneStyles styles) {
    int row = HEADING_ROW + 1 + count;
    if (count > 0) {
      sheet.range(HEADING_ROW + 1, Column.RESULT.ordinal(), row - 1, Column.RESULT.ordinal()).validateWithListByFormula("\"X\"")
          .errorStyle(DataValidationErrorStyle.WARNING).showErrorMessage(true).errorTitle("Kết quả")
          .error("Ghi X khi đã chi, nếu không thì để trống");
    }
    sheet.value(row, 0, "Tổng cộng");
    sheet.value(row, Column.NAME.ordinal(), "Bằng chữ: " + VietnameseWords.ofDong(total) + ".");
    sheet.value(row, Column.AMOUNT.ordinal(), total);
    styles.total(row);
    sheet.rowHeight(row, 24);
    settlement(sheet, styles, row + 2);
    signatures(sheet, styles, row + 7);
  }

  private void settlement(Worksheet sheet, CommuneStyles styles, int row) {
    sheet.value(row, Column.AMOUNT.ordinal(), "QUYẾT TOÁN");
    styles.small(row, Column.AMOUNT.ordinal(), true);
    for (int i = 0; i < HOW_TO_FILL.size(); i++) {
      sheet.value(row + i, 0, HOW_TO_FILL.get(i));
      styles.small(row + i, 0, false);
    }
    List<String> labels = List.of("Đã nhận", "Đã chi", "Còn lại nộp trả");
    for (int i = 0; i < labels.size(); i++) {
      sheet.value(row + 1 + i, Column.MONTHS.ordinal(), labels.get(i));
      styles.label(row + 1 + i, Column.MONTHS.ordinal());
      styles.amountBox(row + 1 + i, Column.AMOUNT.ordinal());
      sheet.rowHeight(row + 1 + i, LABEL_HEIGHT);
    }
    sheet.value(row + 1, Column.AMOUNT.ordinal(), total);
  }

  private static void signatures(Worksheet sheet, CommuneStyles styles, int row) {
    sheet.value(row, Column.AMOUNT.ordinal(), ".............., ngày ..... tháng ..... năm ........");
    styles.centred(row, Column.AMOUNT.ordinal(), Column.last(), 11, false);
    signature(sheet, styles, row + 1, 0, 3, "NGƯỜI LẬP DANH SÁCH");
    signature(sheet, styles, row + 1, 5, 7, "NGƯỜI CHI TRẢ");
    signature(sheet, styles, row + 1, Column.AMOUNT.ordinal(), Column.last(), "THỦ TRƯỞNG ĐƠN VỊ");
  }

  private static void signature(Worksheet sheet, CommuneStyles styles, int row, int from, int to, String who) {
    sheet.value(row, from, who);
    styles.centred(row, from, to, 11, true);
    sheet.value(row + 1, from, "(Ký, ghi rõ họ tên)");
    styles.centred(row + 1, from, to, 10, false);
  }
}
