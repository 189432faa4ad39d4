package vn.chitra.hub.payout;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/**
 * Records which revisions of funding needs and which changes of results are written to the welfare database. A row that changed meanwhile
 * stays due; marking twice changes nothing.
 */
@Component
public class WrittenRows {

  private static final String FUNDING_NEED = SqlText.of("payout/mark-funding-need-written");
  private static final String RESULTS = SqlText.of("payout/mark-results-written");

  private static final String SET_APART = SqlText.of("payout/set-result-apart");

  private final NamedParameterJdbcTemplate named;

  public WrittenRows(JdbcTemplate jdbc) {
    this.named = new NamedParameterJdbcTemplate(jdbc);
  }

  /** @param rows as written; of each the columns {@code payroll_id}, {@code partner} and {@code revision} are used */
  public void fundingNeeds(List<Map<String, Object>> rows) {
    named.batchUpdate(FUNDING_NEED, parameters(rows));
  }

  /** @param changes of which every result is written */
  public void results(Collection<Long> changes) {
    named.update(RESULTS, Map.of("changes", changes.toArray(Long[]::new)));
  }

  /**
   * Gives a result a change of its own, so that the others of its change can be marked; one that changed meanwhile stays with its newest
   * change.
   *
   * @param row its columns {@code payroll_id}, {@code line_no} and {@code revision} are used
   * @return the change that holds nothing else now; empty when the result changed meanwhile
   */
  public Optional<Long> setApart(Map<String, Object> row) {
    return named.queryForList(SET_APART, row, Long.class).stream().findFirst();
  }

  private static SqlParameterSource[] parameters(List<Map<String, Object>> rows) {
    return rows.stream().map(MapSqlParameterSource::new).toArray(SqlParameterSource[]::new);
  }
}
