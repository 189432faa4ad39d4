package vn.chitra.hub.operations.query;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
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
  private final Texts texts;
  private final Clock businessClock;

  public MonthLists(JdbcClient jdbc, Texts texts, Clock businessClock) {
    this.jdbc = jdbc;
    this.texts = texts;
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
    return open(code -> texts.of("commune.code", code));
  }

  /** The reasons of one month. @param commune gives a commune's name for its code */
  public List<Map<String, String>> open(YearMonth period, UnaryOperator<String> commune) {
    return open(commune).stream().filter(row -> SHOWN.format(period).equals(row.get("kỳ"))).toList();
  }

  private List<Map<String, String>> open(UnaryOperator<String> commune) {
    List<Map<String, String>> rows = Table.of(jdbc.sql(OPEN)
        .param("today", Date.valueOf(LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM))));
    rows.forEach(row -> inWords(row, commune));
    return rows;
  }

  /** The query gives the reason's code, and of the details the values alone. */
  private void inWords(Map<String, String> row, UnaryOperator<String> commune) {
    String reason = "open." + row.get("vì sao");
    String about = row.getOrDefault("cụ thể", "");
    String code = Objects.requireNonNull(row.remove("xã"));
    row.put("vì sao", texts.of(reason + ".why"));
    row.put("cụ thể", about.isEmpty() ? "" : texts.of(reason + ".about", about, code.isEmpty() ? "" : commune.apply(code)));
    row.put("cách xử lý", texts.of(reason + ".end"));
  }

  /** The payouts of a month by channel, partner and state, each by its code. */
  public List<Map<String, String>> byChannel(YearMonth period) {
    List<Map<String, String>> rows = Table.of(jdbc.sql(BY_CHANNEL).param("period", Date.valueOf(period.atDay(1))));
    rows.forEach(row -> {
      if (row.getOrDefault("đối tác", "").isEmpty()) {
        row.put("đối tác", texts.of("partner.none.yet"));
      }
      row.replaceAll((column, value) -> value.isEmpty() ? texts.of("none.yet") : value);
    });
    return rows;
  }
}
