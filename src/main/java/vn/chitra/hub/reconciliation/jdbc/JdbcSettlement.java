package vn.chitra.hub.reconciliation.jdbc;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.reconciliation.Settlement;
import vn.chitra.hub.reconciliation.SettlementRow;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;

@Component
class JdbcSettlement implements Settlement {

  private static final String ROWS = """
      with entries as (
        select partner, programme, column_name as what, item_count, amount_vnd from booking where period = ?
        union all
        select coalesce(partner, 'none'), programme, 'OPEN', 1, amount_vnd from payout where period = ? and state in ('OPEN', 'HELD'))
      select partner, programme,
        %s
      from entries group by partner, programme order by partner, programme""".formatted(columns("HANDED_OVER", "CARRIED_IN", "MOVED_IN",
      "CAME_BACK", "PAID", "CARRIED_OUT", "MOVED_OUT", "HANDED_BACK", "OPEN"));

  private final JdbcTemplate jdbc;

  JdbcSettlement(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<SettlementRow> of(YearMonth period) {
    Date first = Date.valueOf(period.atDay(1));
    return jdbc.query(ROWS, (r, n) -> row(period, r), first, first);
  }

  @Override
  public List<YearMonth> periods() {
    return jdbc.query("select period from booking union select period from payout where state in ('OPEN', 'HELD') order by 1",
        (r, n) -> YearMonth.from(r.getDate(1).toLocalDate()));
  }

  private static SettlementRow row(YearMonth period, ResultSet r) throws SQLException {
    return new SettlementRow(period, r.getString(1), r.getString(2), figure(r, "HANDED_OVER"), figure(r, "CARRIED_IN"),
        figure(r, "MOVED_IN"), figure(r, "CAME_BACK"), figure(r, "PAID"), figure(r, "CARRIED_OUT"), figure(r, "MOVED_OUT"),
        figure(r, "HANDED_BACK"), figure(r, "OPEN"));
  }

  private static Figure figure(ResultSet r, String column) throws SQLException {
    return new Figure(r.getLong(column + "_n"), r.getLong(column + "_d"));
  }

  private static String columns(String... names) {
    return String.join(",\n  ", List.of(names).stream().map(name -> ("coalesce(sum(item_count) filter (where what = '%1$s'), 0) as %1$s_n,"
        + " coalesce(sum(amount_vnd) filter (where what = '%1$s'), 0) as %1$s_d").formatted(name)).toList());
  }
}
