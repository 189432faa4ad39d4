package vn.chitra.hub.alert;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** Describes what is left to do by a day of the law. */
@Component
class LegalDayFigures {

  private static final String LISTS = SqlText.of("alert/read-lists-of-month");
  private static final String NEEDS = SqlText.of("alert/read-needs-of-month");
  private static final String OPEN = SqlText.of("alert/read-open-payouts-of-month");
  private static final String MISSING = "select programme, commune_code from lists_missing(:month) order by 1, 2";
  /** Communes that are named where many lists of a programme are missing. */
  private static final int NAMED = 10;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private final JdbcClient jdbc;
  private final CaseWords words;

  LegalDayFigures(JdbcClient jdbc, CaseWords words) {
    this.jdbc = jdbc;
    this.words = words;
  }

  private record Missing(String programme, String commune) {}

  private record Sum(String partner, long payouts, long dong) {}

  /** Lists that are missing, those that are here and the money that each partner must hold. */
  Map<String, Object> handOver(YearMonth month, LocalDate day) {
    List<Missing> missing = jdbc.sql(MISSING).param("month", Date.valueOf(month.atDay(1)))
        .query((r, n) -> new Missing(r.getString(1), words.commune(r.getString(2), day))).list();
    List<Map<String, Object>> parts = new ArrayList<>();
    if (!missing.isEmpty()) {
      parts.add(part("Chưa bàn giao danh sách, so với tháng " + MONTH.format(month.minusMonths(1)), shown(missing)));
    }
    parts.add(part("Đã nhận", jdbc.sql(LISTS).param("period", Date.valueOf(month.atDay(1)))
        .query((r, n) -> SafeText.dong(r.getLong("lists")) + " bảng, " + SafeText.dong(r.getLong("payouts")) + " khoản, "
            + SafeText.dong(r.getLong("vnd")) + " đồng").list()));
    List<Sum> needs = sums(NEEDS, month);
    if (!needs.isEmpty()) {
      parts.add(part("Tiền phải có ở từng đối tác", needs.stream().map(this::line).toList()));
    }
    String what = missing.isEmpty() ? "chưa có bảng nào" : "còn thiếu " + SafeText.dong(missing.size()) + " bảng";
    return values("Bàn giao danh sách và tiền tháng " + MONTH.format(month) + " – " + what + " – hạn hết ngày " + DAY.format(day),
        "nhắc cơ quan duyệt, bàn giao danh sách và chuyển tiền tháng " + MONTH.format(month) + ", hết ngày " + DAY.format(day) + ".", parts,
        words.link("/expected"));
  }

  /** Payouts without a final result. */
  Map<String, Object> report(YearMonth month, LocalDate day) {
    List<Sum> open = sums(OPEN, month);
    long payouts = open.stream().mapToLong(Sum::payouts).sum();
    long dong = open.stream().mapToLong(Sum::dong).sum();
    String what = payouts == 0 ? "mọi khoản đã có kết quả"
        : "còn " + SafeText.dong(payouts) + " khoản, " + SafeText.dong(dong) + " đồng chưa có kết quả";
    List<Map<String, Object>> parts = open.isEmpty() ? List.of()
        : List.of(part("Chưa có kết quả cuối", open.stream().map(this::line).toList()));
    return values("Báo cáo, quyết toán tháng " + MONTH.format(month) + " – " + what + " – hạn hết ngày " + DAY.format(day),
        "giục các đối tác trả lời, rồi ký và nộp báo cáo tháng " + MONTH.format(month) + ", hết ngày " + DAY.format(day) + ".", parts,
        words.link("/months/" + month));
  }

  private List<Sum> sums(String sql, YearMonth month) {
    return jdbc.sql(sql).param("period", Date.valueOf(month.atDay(1)))
        .query((r, n) -> new Sum(r.getString("partner"), r.getLong("payouts"), r.getLong("vnd"))).list();
  }

  private String line(Sum one) {
    String partner = one.partner().equals("none") ? "chưa giao đối tác" : words.partner(one.partner());
    return partner + ": " + SafeText.dong(one.payouts()) + " khoản, " + SafeText.dong(one.dong()) + " đồng";
  }

  /** A list a row; a programme of which many are missing is one row that names the first communes. */
  private static List<String> shown(List<Missing> lists) {
    Map<String, List<String>> communes = lists.stream().collect(Collectors.groupingBy(Missing::programme, TreeMap::new,
        Collectors.mapping(Missing::commune, Collectors.toList())));
    List<String> shown = new ArrayList<>();
    communes.forEach((code, all) -> {
      String programme = CaseWords.programme(code);
      if (all.size() <= NAMED) {
        all.forEach(commune -> shown.add(programme + " – " + commune));
      } else {
        shown.add(programme + ": " + SafeText.dong(all.size()) + " bảng, gồm " + String.join(", ", all.subList(0, NAMED)) + " và "
            + SafeText.dong(all.size() - NAMED) + " xã, phường khác");
      }
    });
    return shown;
  }

  private static Map<String, Object> part(String title, List<String> rows) {
    return Map.of("title", title, "rows", rows);
  }

  private static Map<String, Object> values(String subject, String todo, List<Map<String, Object>> parts, String link) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("subject", subject);
    values.put("todo", todo);
    values.put("parts", parts);
    values.put("link", link);
    return values;
  }
}
