package vn.chitra.hub.operations.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** Sums up the newest months that are not closed, by channel and partner. */
@Component
public class MonthGlance {

  private static final String NEWEST = SqlText.of("operations/sum-newest-months");
  private static final int MOST = 3;
  private static final int WHOLE = 1000;

  private final JdbcClient jdbc;
  private final Names names;
  private final Texts texts;

  MonthGlance(JdbcClient jdbc, Names names, Texts texts) {
    this.jdbc = jdbc;
    this.names = names;
    this.texts = texts;
  }

  /** @param count payouts, @param vnd whole dong, @param perMille share of the row's dong, rounded down */
  public record Sum(long count, long vnd, int perMille) {

    public String dong() {
      return Shown.dong(vnd);
    }
  }

  /**
   * One channel and partner of a month; {@code planned} = {@code sent} + {@code paid} + {@code unpaid} + {@code open}.
   *
   * @param period {@code yyyy-MM}
   * @param sent at the partner, no last answer yet
   * @param unpaid carried over, handed back, stopped or cancelled
   * @param open still in the hub: to be sent, or held
   */
  public record Row(String period, String channel, String partner, Sum planned, Sum sent, Sum paid, Sum unpaid, Sum open) {}

  /** Newest month first. */
  public List<Row> newest() {
    return jdbc.sql(NEWEST).param("most", MOST).query((r, n) -> row(r)).list();
  }

  private Row row(ResultSet r) throws SQLException {
    long all = r.getLong("planned_vnd");
    Sum planned = new Sum(r.getLong("planned_count"), all, WHOLE);
    Sum sent = sum(r, "sent", all);
    Sum paid = sum(r, "paid", all);
    Sum unpaid = sum(r, "unpaid", all);
    Sum open = new Sum(planned.count() - sent.count() - paid.count() - unpaid.count(), all - sent.vnd() - paid.vnd() - unpaid.vnd(),
        WHOLE - sent.perMille() - paid.perMille() - unpaid.perMille());
    String channel = r.getString("channel");
    return new Row(r.getString("period").substring(0, "yyyy-MM".length()),
        channel == null ? texts.of("channel.none") : StateNames.channel(channel),
        names.partner(r.getString("partner")), planned, sent, paid, unpaid, open);
  }

  private static Sum sum(ResultSet r, String of, long all) throws SQLException {
    long vnd = r.getLong(of + "_vnd");
    return new Sum(r.getLong(of + "_count"), vnd, (int) (vnd * WHOLE / all));
  }
}
