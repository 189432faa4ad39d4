package vn.chitra.hub.sim.bankapi;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.chitra.hub.sim.bank.BankOrders;

/** Writes results as the bank's JSON. */
final class Results {

  static final int PAGE = 500;
  private static final Map<String, String> TEXTS = Map.ofEntries(Map.entry("00", "DA GHI CO"), Map.entry("01", "KHONG CO TAI KHOAN"),
      Map.entry("02", "TAI KHOAN DA DONG"), Map.entry("03", "SAI TEN CHU TAI KHOAN"), Map.entry("04", "TAI KHOAN BI KHOA"),
      Map.entry("05", "VUOT HAN MUC"), Map.entry("06", "CHU TAI KHOAN DA MAT"), Map.entry("09", "DANG XU LY"),
      Map.entry("20", "NGAN HANG NHAN TRA LAI"), Map.entry("51", "CHO DU TIEN"));

  private Results() {}

  static String page(String status, List<BankOrders.Row> rows, int from) {
    int to = Math.min(rows.size(), from + PAGE);
    String results = rows.subList(Math.min(from, to), to).stream().map(row -> result(row, row.firstCode()))
        .collect(Collectors.joining(","));
    return "{\"status\":\"" + status + "\",\"nextCursor\":" + (to < rows.size() ? "\"c" + to + "\"" : "null") + ",\"results\":[" + results
        + "]}";
  }

  static String event(String eventId, BankOrders.Row row) {
    return "{\"eventId\":\"" + eventId + "\",\"type\":\"transfer.updated\",\"result\":" + result(row, row.code()) + "}";
  }

  private static String result(BankOrders.Row row, String code) {
    String status = switch (code) {
      case "00" -> "PAID";
      case "09", "51", "96" -> "PROCESSING";
      case "20" -> "RETURNED";
      default -> "REJECTED";
    };
    return "{\"endToEndId\":\"" + row.endToEndId() + "\",\"amount\":" + row.amount() + ",\"status\":\"" + status + "\",\"code\":\"" + code
        + "\",\"text\":\"" + TEXTS.getOrDefault(code, "") + "\",\"bankRef\":\"" + row.reference() + "\",\"bookedAt\":\"" + row.bookDate()
        + "T10:00:00+07:00\"}";
  }
}
