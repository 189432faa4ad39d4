package vn.chitra.hub.reconciliation.statement;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.support.Dong;
import vn.chitra.hub.support.SqlText;

/** Computes the positions of the funding accounts at each request. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class FundingPositions {

  private static final String POSITION = SqlText.of("reconciliation/find-funding-position");

  private final JdbcClient jdbc;

  FundingPositions(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  /**
   * @param today by the business clock
   * @param impatientUntil see {@link PaymentCredits#unmatched}
   * @return empty before the first statement that counts
   */
  public Optional<FundingPosition> of(String partner, LocalDate today, LocalDate impatientUntil) {
    return jdbc.sql(POSITION).param("partner", partner).param("today", Date.valueOf(today))
        .param("impatient_until", Date.valueOf(impatientUntil)).query((r, n) -> position(partner, r)).optional();
  }

  private static FundingPosition position(String partner, ResultSet r) throws SQLException {
    return new FundingPosition(partner, r.getDate("first").toLocalDate(), r.getDate("last").toLocalDate(), dong(r, "debits"),
        dong(r, "credits"), dong(r, "paid"), dong(r, "in_error"), dong(r, "unanswered"), dong(r, "afterwards"), dong(r, "back"),
        dong(r, "unsaid"));
  }

  private static Dong dong(ResultSet r, String column) throws SQLException {
    return new Dong(r.getLong(column));
  }
}
