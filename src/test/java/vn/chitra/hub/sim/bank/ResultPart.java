package vn.chitra.hub.sim.bank;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** A {@code KQ_} file as the bank writes it. */
final class ResultPart {

  private static final Map<String, String> TEXTS = Map.of("00", "DA GHI CO", "01", "KHONG CO TAI KHOAN", "02", "TAI KHOAN DA DONG", "03",
      "SAI TEN CHU TAI KHOAN", "04", "TAI KHOAN BI KHOA", "05", "VUOT HAN MUC", "06", "CHU TAI KHOAN DA MAT", "09", "DANG XU LY", "20",
      "NGAN HANG NHAN TRA LAI");

  private ResultPart() {}

  /** @param first the words of the first report, where an order may have moved on since */
  static byte[] write(String sender, int seq, int part, boolean last, List<BankOrders.Row> rows, boolean first) {
    StringBuilder text = new StringBuilder("H|1|" + sender + "|" + seq + "|" + part + "|" + (last ? "Y" : "N") + "\n");
    long total = 0;
    for (BankOrders.Row row : rows) {
      String code = first ? row.firstCode() : row.code();
      text.append("R|").append(row.endToEndId()).append('|').append(row.amount()).append('|').append(code).append('|')
          .append(row.reference()).append('|').append(row.bookDate().format(DateTimeFormatter.BASIC_ISO_DATE)).append('|')
          .append(TEXTS.get(code)).append('\n');
      total += row.amount();
    }
    text.append("T|").append(rows.size()).append('|').append(total).append('\n');
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
