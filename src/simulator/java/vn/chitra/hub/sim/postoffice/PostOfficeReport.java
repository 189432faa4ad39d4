package vn.chitra.hub.sim.postoffice;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A {@code KQ_} file as a post office writes it, or as Excel saves it. */
final class PostOfficeReport {

  private static final List<String> HEADING = List.of("ma_chi_tra", "trang_thai", "so_tien", "ngay_chi", "nguoi_nhan", "quan_he",
      "noi_chi", "ma_ly_do", "ghi_chu");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private PostOfficeReport() {}

  /** The final form of the file. */
  enum Look {
    /** UTF-8 with BOM, CRLF, as agreed. */
    PLAIN(StandardCharsets.UTF_8, "\uFEFF"),
    /** Saved by Excel as Unicode text. */
    UTF_16(StandardCharsets.UTF_16LE, "\uFEFF"),
    /** Amounts from a million on as {@code 2.789.000}; no BOM. */
    DOTTED(StandardCharsets.UTF_8, ""),
    /** Two columns moved, a title above the headings. */
    MOVED(StandardCharsets.UTF_8, "\uFEFF");

    private final Charset charset;
    private final String mark;

    Look(Charset charset, String mark) {
      this.charset = charset;
      this.mark = mark;
    }
  }

  /** The report's result for one payout. */
  record Stated(String endToEndId, boolean paid, long amount, java.time.LocalDate paidOn, String receiver, String reason) {}

  static byte[] write(List<Stated> rows, Look look) {
    List<List<String>> table = new ArrayList<>();
    table.add(HEADING);
    long total = 0;
    for (Stated stated : rows) {
      total += stated.paid() ? stated.amount() : 0;
      table.add(stated.paid()
          ? List.of(stated.endToEndId(), "DA_CHI", amount(stated.amount(), look), stated.paidOn().format(DAY), stated.receiver(), "",
          "BUUCUC",
              "", "")
          : List.of(stated.endToEndId(), "CHUA_CHI", amount(stated.amount(), look), "", "", "", "", stated.reason(), ""));
    }
    table.add(List.of("TONG", Integer.toString(rows.size()), amount(total, look), "", "", "", "", "", ""));
    StringBuilder text = new StringBuilder(look.mark);
    if (look == Look.MOVED) {
      text.append("Kết quả chi trả;;;;;;;;\r\n");
    }
    table.forEach(row -> text.append(moved(row, look).stream().map(PostOfficeReport::quoted).collect(Collectors.joining(";")))
        .append("\r\n"));
    return text.toString().getBytes(look.charset);
  }

  private static String quoted(String field) {
    return field.matches("[^;\"\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  private static List<String> moved(List<String> row, Look look) {
    return look == Look.MOVED
        ? List.of(row.get(0), row.get(1), row.get(2), row.get(4), row.get(3), row.get(7), row.get(5), row.get(6), row.get(8)) : row;
  }

  private static String amount(long dong, Look look) {
    return look == Look.DOTTED && dong >= 1_000_000 ? String.format(java.util.Locale.GERMANY, "%,d", dong) : Long.toString(dong);
  }
}
