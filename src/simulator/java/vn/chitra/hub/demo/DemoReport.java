package vn.chitra.hub.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.cases.CaseKind;

/** The report of a demo month for a person: a table per channel, the open payouts with their reasons, the checks, the states. */
final class DemoReport {

  private static final String CHANNELS = """
      WITH moves AS (
        SELECT coalesce(l.channel, p.channel, '') AS channel, b.column_name AS what, b.item_count AS n, b.amount_vnd AS vnd
        FROM booking b JOIN payout p USING (payout_id) LEFT JOIN payment l USING (payment_id)
        UNION ALL SELECT '', 'REFUSED', 1, amount_vnd FROM payroll_refusal
        UNION ALL SELECT coalesce(channel, ''), 'OPEN', 1, amount_vnd FROM payout WHERE state IN ('OPEN', 'HELD'))
      SELECT channel, %s FROM moves GROUP BY channel ORDER BY channel = '', channel""";
  private static final List<String> WHAT = List.of("HANDED_OVER", "PAID", "CARRIED_OUT", "HANDED_BACK", "REFUSED", "OPEN");
  private static final List<String> HEADINGS = List.of("giao", "đã chi", "chuyển kỳ sau", "trả lại", "từ chối", "còn mở");
  private static final Map<String, String> NAMES = Map.of("BANK", "Tài khoản", "POST_CASH", "Bưu điện", "COMMUNE_CASH", "Cán bộ xã", "",
      "(chưa có kênh)");

  private static final List<String> COLUMNS = List.of("giao", "mang sang", "chuyển đến", "trả về sau khi đóng", "đã chi", "chuyển kỳ sau",
      "chuyển đi", "trả lại", "còn mở");

  private final JdbcTemplate hub;
  private final PrintStream console;

  DemoReport(JdbcTemplate hub, PrintStream console) {
    this.hub = hub;
    this.console = console;
  }

  /** @return whether every finding holds */
  boolean print(List<BooksCheck.Finding> findings, DemoOptions options, DemoWorld world) {
    console.println();
    channels();
    settlement();
    openPayouts();
    cases();
    console.println("Đối chiếu độc lập:");
    for (BooksCheck.Finding finding : findings) {
      console.println((finding.holds() ? "  [đúng] " : "  [SAI]  ") + finding.claim());
      finding.wrong().forEach(wrong -> console.println("           " + wrong));
    }
    boolean good = findings.stream().allMatch(BooksCheck.Finding::holds);
    console.println("Xem ở đâu: kho tệp và báo cáo trong " + options.dataDir().toAbsolutePath().normalize() + ", tệp của đối tác trong "
        + world.sftpRoot() + ", cơ sở dữ liệu " + world.hub());
    console.println(good ? "Sổ sách khớp." : "SỔ SÁCH KHÔNG KHỚP.");
    states();
    console.flush();
    return good;
  }

  private void channels() {
    StringBuilder columns = new StringBuilder();
    for (String what : WHAT) {
      columns.append(columns.isEmpty() ? "" : ", ").append("coalesce(sum(n) FILTER (WHERE what = '").append(what)
          .append("'), 0), coalesce(sum(vnd) FILTER (WHERE what = '").append(what).append("'), 0)");
    }
    StringBuilder heading = new StringBuilder(String.format("%-16s", "Kênh"));
    HEADINGS.forEach(name -> heading.append(String.format(" | %26s", name + " (khoản, đồng)")));
    console.println(heading);
    hub.query(CHANNELS.formatted(columns), row -> {
      StringBuilder line = new StringBuilder(String.format("%-16s", NAMES.get(row.getString(1))));
      for (int i = 0; i < WHAT.size(); i++) {
        line.append(String.format(Locale.GERMANY, " | %,8d %,17d", row.getLong(2 + 2 * i), row.getLong(3 + 2 * i)));
      }
      console.println(line);
    });
  }

  /** The settlement, a line per period, partner and programme. */
  private void settlement() {
    String[] before = {""};
    hub.query(BooksSql.SETTLEMENT_BY_MONTH, row -> {
      if (!row.getString(1).equals(before[0])) {
        console.println("Quyết toán kỳ " + row.getString(1) + ":");
        before[0] = row.getString(1);
      }
      StringBuilder line = new StringBuilder(String.format("  %-10s %-4s %s", row.getString(2), row.getString(3),
          row.getString(4) == null ? "chưa đóng       " : "đóng " + row.getString(4)));
      for (int i = 0; i < COLUMNS.size(); i++) {
        if (row.getLong(5 + 2 * i) != 0 || row.getLong(6 + 2 * i) != 0) {
          line.append(String.format(Locale.GERMANY, " · %s %,d (%,d đ)", COLUMNS.get(i), row.getLong(5 + 2 * i), row.getLong(6 + 2 * i)));
        }
      }
      console.println(line);
    });
    hub.query("SELECT coalesce(sum(abs(n)), 0), coalesce(sum(abs(vnd)), 0) FROM (" + BooksSql.SETTLEMENT + ") d", row -> {
      console.printf(Locale.GERMANY, "Quyết toán lệch: %,d khoản, %,d đồng%n", row.getLong(1), row.getLong(2));
    });
  }

  private void openPayouts() {
    console.println("Còn mở, và vì sao:");
    hub.query("SELECT state, coalesce(hold_reason, ''), coalesce(cases, 'KHÔNG CÓ LÝ DO'), count(*), sum(amount_vnd) FROM ("
        + BooksSql.EXPLANATIONS + ") o GROUP BY 1, 2, 3 ORDER BY 4 DESC, 2, 3", row -> {
          console.printf(Locale.GERMANY, "  %-5s %-26s %-30s %,8d khoản %,17d đồng%n", row.getString(1), row.getString(2), row.getString(3),
              row.getLong(4), row.getLong(5));
        });
  }

  /** The cases of all months by kind: what called a person. */
  private void cases() {
    console.println("Vụ việc, và còn mở:");
    hub.query("SELECT kind, count(*), count(*) FILTER (WHERE state = 'OPEN') FROM case_record GROUP BY 1 ORDER BY 2 DESC, 1", row -> {
      console.printf(Locale.GERMANY, "  %-26s %,8d %,8d  %s%n", row.getString(1), row.getLong(2), row.getLong(3),
          CaseKind.valueOf(row.getString(1)).title());
    });
  }

  /** The last lines: state, count, dong; plain numbers for programs. */
  private void states() {
    hub.query("SELECT state, count(*), sum(amount_vnd) FROM payout GROUP BY state ORDER BY state", row -> {
      console.println(row.getString(1) + " " + row.getLong(2) + " " + row.getLong(3));
    });
  }
}
