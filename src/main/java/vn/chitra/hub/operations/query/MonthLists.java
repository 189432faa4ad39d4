package vn.chitra.hub.operations.query;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/** The months: the newest ones, what keeps each open, and the payouts of one by channel. */
@Component
public class MonthLists {

  private static final String BY_CHANNEL = SqlText.of("operations/sum-payouts-by-channel");
  private static final String OPEN = SqlText.of("operations/show-open-months");
  private static final String NEWEST = SqlText.of("operations/list-months");
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MM/yyyy");

  private final JdbcClient jdbc;
  private final Clock businessClock;

  public MonthLists(JdbcClient jdbc, Clock businessClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  /** A programme's month. @param closedAt empty while it is open */
  public record Month(YearMonth period, String programme, long payrolls, long items, String dong, String closedAt) {}

  /** Newest first. @param most months */
  public List<Month> newest(int most) {
    return jdbc.sql(NEWEST).param("most", most).query((r, n) -> new Month(YearMonth.from(r.getDate("period").toLocalDate()),
        r.getString("programme"), r.getLong("payrolls"), r.getLong("items"), Shown.dong(r.getLong("dong")),
        Shown.time(r.getTimestamp("closed_at")))).list();
  }

  /** Reasons that keep months open, and how each is ended. */
  public List<Map<String, String>> open() {
    return Table.of(jdbc.sql(OPEN).param("today", Date.valueOf(LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM))));
  }

  /** The reasons of one month. */
  public List<Map<String, String>> open(YearMonth period) {
    return open().stream().filter(row -> SHOWN.format(period).equals(row.get("kỳ"))).toList();
  }

  /** The payouts of a month by channel, partner and state, each by its code. */
  public List<Map<String, String>> byChannel(YearMonth period) {
    return Table.of(jdbc.sql(BY_CHANNEL).param("period", Date.valueOf(period.atDay(1))));
  }
}
