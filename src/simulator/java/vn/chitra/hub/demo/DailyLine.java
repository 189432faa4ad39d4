package vn.chitra.hub.demo;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Prints one line per business day: the progress of the month, from the hub's own database. */
final class DailyLine {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE dd/MM", Locale.forLanguageTag("vi"));
  private static final String COUNTS = """
      SELECT (SELECT count(*) FROM payroll),
             (SELECT count(*) FROM batch WHERE state IN ('SENT', 'ACKNOWLEDGED')),
             (SELECT count(*) FROM file WHERE direction = 'IN' AND state <> 'ARCHIVED'),
             (SELECT count(*) FROM payment WHERE state = 'PAID'),
             (SELECT count(*) FROM payment WHERE state IN ('REJECTED', 'UNCOLLECTED', 'RETURNED')),
             (SELECT count(*) FROM payout WHERE state IN ('OPEN', 'HELD')),
             (SELECT count(*) FROM case_record WHERE state = 'OPEN')""";

  private final JdbcTemplate hub;
  private final PrintStream console;
  private String before = "";

  DailyLine(JdbcTemplate hub, PrintStream console) {
    this.hub = hub;
    this.console = console;
  }

  /** Within a day, on a terminal only: how much is left to do, written over until the day's line. */
  void progress(LocalDate day, Map<String, Long> due) {
    if (System.console() != null) {
      long left = due.values().stream().mapToLong(Long::longValue).sum();
      console.print("\r" + DAY.format(day) + "  còn " + left + " việc đến hạn   \r");
    }
  }

  /** @param always also when nothing changed since the last line */
  void print(LocalDate day, boolean always) {
    String counts = hub.queryForObject(COUNTS, (row, n) -> String.format(Locale.GERMANY,
        "bảng nhận %,d · lô gửi %,d · trả lời đọc %,d · đã chi %,d · không chi được %,d · còn mở %,d · việc chờ người %,d",
        row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7)));
    if (always || !before.equals(counts)) {
      console.println(DAY.format(day) + "  " + counts);
    }
    before = String.valueOf(counts);
  }
}
