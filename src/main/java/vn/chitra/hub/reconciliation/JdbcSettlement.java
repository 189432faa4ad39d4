package vn.chitra.hub.reconciliation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;
import vn.chitra.hub.support.SqlText;

@Component
class JdbcSettlement implements Settlement {

  private static final String ROWS = SqlText.of("reconciliation/find-settlement-rows");

  private final JdbcClient jdbc;

  JdbcSettlement(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  @Override
  public List<SettlementRow> of(YearMonth period) {
    return jdbc.sql(ROWS).param("period", Date.valueOf(period.atDay(1))).query((r, n) -> row(period, r)).list();
  }

  @Override
  public List<YearMonth> periods() {
    return jdbc.sql("select period from booking union select period from payout where state in ('OPEN', 'HELD') order by 1")
        .query((r, n) -> YearMonth.from(r.getDate(1).toLocalDate())).list();
  }

  private static SettlementRow row(YearMonth period, ResultSet r) throws SQLException {
    return new SettlementRow(period, r.getString(1), r.getString(2), figure(r, "handed_over"), figure(r, "carried_in"),
        figure(r, "moved_in"), figure(r, "came_back"), figure(r, "paid"), figure(r, "carried_out"), figure(r, "moved_out"),
        figure(r, "handed_back"), figure(r, "open"));
  }

  private static Figure figure(ResultSet r, String column) throws SQLException {
    return new Figure(r.getLong(column + "_n"), r.getLong(column + "_d"));
  }
}
