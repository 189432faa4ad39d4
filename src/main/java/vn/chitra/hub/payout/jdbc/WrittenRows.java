package vn.chitra.hub.payout.jdbc;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/**
 * Records which revisions of funding needs and results are written to the welfare database. A row that changed meanwhile stays due; marking
 * twice changes nothing.
 */
@Component
public class WrittenRows {

  private static final String FUNDING_NEED = SqlText.of("payout/mark-funding-need-written");
  private static final String RESULT = SqlText.of("payout/mark-result-written");

  private final NamedParameterJdbcTemplate named;

  public WrittenRows(JdbcTemplate jdbc) {
    this.named = new NamedParameterJdbcTemplate(jdbc);
  }

  /** @param rows as written; of each the columns {@code payroll_id}, {@code partner} and {@code revision} are used */
  public void fundingNeeds(List<Map<String, Object>> rows) {
    named.batchUpdate(FUNDING_NEED, parameters(rows));
  }

  /** @param rows as written; of each the columns {@code payroll_id}, {@code line_no} and {@code revision} are used */
  public void results(List<Map<String, Object>> rows) {
    named.batchUpdate(RESULT, parameters(rows));
  }

  private static SqlParameterSource[] parameters(List<Map<String, Object>> rows) {
    return rows.stream().map(MapSqlParameterSource::new).toArray(SqlParameterSource[]::new);
  }
}
