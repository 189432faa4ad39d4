package vn.chitra.hub.bench.formats;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.chitra.hub.partner.PartnerKind;

/** Answers as the contracts describe them, a line at a time: nineteen payments of twenty paid, one not. */
final class InboundFiles {

  private static final int FLUSH_EVERY = 200;

  private InboundFiles() {}

  interface Maker {
    void make(int seq, int lines, Path file) throws IOException;
  }

  static boolean paid(int line) {
    return line % 20 != 0;
  }

  static long paidSum(int lines) {
    return IntStream.rangeClosed(1, lines).filter(InboundFiles::paid).mapToLong(Payouts::amount).sum();
  }

  static long sum(int lines) {
    return IntStream.rangeClosed(1, lines).mapToLong(Payouts::amount).sum();
  }

  /** UTF-8, line ends as written. */
  static PrintStream open(Path file) throws IOException {
    return new PrintStream(new BufferedOutputStream(Files.newOutputStream(file)), false, StandardCharsets.UTF_8);
  }

  static void bankCsv(int seq, int lines, Path file) throws IOException {
    try (PrintStream out = open(file)) {
      out.print("H|1|%s|%d|1|Y\n".formatted(sender(PartnerKind.BANK_CSV), seq));
      for (int line = 1; line <= lines; line++) {
        out.print("R|" + Payouts.id(seq, line) + "|" + Payouts.amount(line) + "|" + (paid(line) ? "00" : "03") + "|FT2632" + line
            + "|20261125|" + (paid(line) ? "Da ghi co" : "Ten khong khop") + "\n");
      }
      out.print("T|" + lines + "|" + sum(lines) + "\n");
    }
  }

  static void bankFixed(int seq, int lines, Path file) throws IOException {
    try (PrintStream out = open(file)) {
      record(out, "1%-8s%06d01Y".formatted(sender(PartnerKind.BANK_FIXED), seq));
      for (int line = 1; line <= lines; line++) {
        record(out, "6%s%015d%s%-20s20261125%s".formatted(Payouts.id(seq, line), Payouts.amount(line), paid(line) ? "00" : "03",
            "FT2632" + line, paid(line) ? "Da ghi co" : "Ten khong khop"));
      }
      record(out, "9%06d%018d".formatted(lines, sum(lines)));
    }
  }

  private static void record(PrintStream out, String text) {
    out.print(text + " ".repeat(160 - text.length()) + "\r\n");
  }

  static void apiPage(int seq, int lines, Path file) throws IOException {
    try (PrintStream out = open(file)) {
      out.print("{\"status\":\"DONE\",\"nextCursor\":null,\"results\":[");
      for (int line = 1; line <= lines; line++) {
        out.print((line == 1 ? "" : ",") + "{\"endToEndId\":\"" + Payouts.id(seq, line) + "\",\"amount\":" + Payouts.amount(line)
            + ",\"status\":\"" + (paid(line) ? "PAID\",\"code\":\"00" : "REJECTED\",\"code\":\"03")
            + "\",\"text\":\"\",\"bankRef\":\"FT2632" + line + "\",\"bookedAt\":\"2026-11-25\"}");
      }
      out.print("]}");
    }
  }

  static void postOffice(int seq, int lines, Path file) throws IOException {
    try (PrintStream out = open(file)) {
      out.print("ma_chi_tra;trang_thai;so_tien;ngay_chi;nguoi_nhan;quan_he;noi_chi;ma_ly_do;ghi_chu\r\n");
      for (int line = 1; line <= lines; line++) {
        String id = Payouts.id(seq, line) + ";";
        out.print(id + (paid(line) ? "DA_CHI;" + Payouts.amount(line) + ";05/11/2026;" + Payouts.person(line) + ";chính chủ;NHA;;\r\n"
            : "CHUA_CHI;" + Payouts.amount(line) + ";;;;BUUCUC;K1;Đi vắng\r\n"));
      }
      out.print("TONG;" + lines + ";" + paidSum(lines) + ";;;;;;\r\n");
    }
  }

  /** Every column of our list, and what an officer puts in. */
  static void communeSheet(int seq, int lines, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "Xa", null)) {
      Worksheet sheet = book.newWorksheet("Danh sách");
      row(sheet, 0, List.of("Số danh sách: 07969-NCC-202611-%06d".formatted(seq)));
      row(sheet, 1, List.of("Lần báo cáo", 1, "", "Loại (TẠM/CUỐI)", "CUỐI"));
      row(sheet, 2, List.of("STT", "Mã chi trả", "Họ và tên", "Năm sinh", "Số giấy tờ", "Địa chỉ", "Nơi chi", "Người nhận thay", "Tháng",
          "Số tiền", "Ký nhận", "Kết quả (X = đã chi)", "Ngày chi", "Lý do"));
      for (int line = 1; line <= lines; line++) {
        row(sheet, 2 + line, List.of(line, Payouts.id(seq, line), Payouts.person(line), 1930 + line % 60, "%06d".formatted(line),
            "Khu " + line % 12 + ", xã Đoan Hùng", "Tại nhà", "", "11/2026", Payouts.amount(line), "", paid(line) ? "X" : "",
            paid(line) ? "05/11/2026" : "", paid(line) ? "" : "K1"));
        if (line % FLUSH_EVERY == 0) {
          sheet.flush();
        }
      }
      row(sheet, lines + 4, List.of("Đã nhận", sum(lines)));
      row(sheet, lines + 5, List.of("Đã chi", paidSum(lines)));
      row(sheet, lines + 6, List.of("Còn lại nộp trả", sum(lines) - paidSum(lines)));
    }
  }

  private static void row(Worksheet sheet, int row, List<Object> cells) {
    for (int column = 0; column < cells.size(); column++) {
      Object cell = cells.get(column);
      if (cell instanceof Number number) {
        sheet.value(row, column, number);
      } else if (!cell.equals("")) {
        sheet.value(row, column, (String) cell);
      }
    }
  }

  static String sender(PartnerKind kind) {
    return Shipped.partner(kind).sender();
  }
}
