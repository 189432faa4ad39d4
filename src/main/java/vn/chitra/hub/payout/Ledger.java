package vn.chitra.hub.payout;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/**
 * Writes the bookings, the funding need and the welfare result of a payout that is given back, or that moves to another partner. It is the
 * only class that gives a liability back. Results PAID and REOPENED come from {@code sql/payout/move-payments/08-state-results}. Takes part
 * in the caller's transaction; the caller holds the payouts' locks.
 */
@Component
public class Ledger {

  private static final String PICK_ONE = SqlText.of("payout/give-back/pick-one");
  private static final String STATE_RESULTS = SqlText.of("payout/give-back/01-state-results");
  private static final String BOOK = SqlText.of("payout/give-back/02-book");
  private static final String LOWER_FUNDING_NEED = SqlText.of("payout/give-back/03-lower-funding-need");
  private static final String LEAVE = SqlText.of("payout/give-back/04-leave");
  private static final List<String> MOVE = List.of(SqlText.of("payout/move-payout/01-book-out"),
      SqlText.of("payout/move-payout/02-book-in"), SqlText.of("payout/move-payout/03-lower-funding-need"),
      SqlText.of("payout/move-payout/04-raise-funding-need"));

  private final NamedParameterJdbcTemplate jdbc;
  private final Clock businessClock;

  Ledger(NamedParameterJdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  /** Gives back the payouts in the temporary table {@code picked}; returns how many. */
  int giveBackPicked(GivenBack how, boolean freesKey) {
    MapSqlParameterSource values = values().addValue("state", how.name()).addValue("column", how.column()).addValue("freed", freesKey);
    List.of(STATE_RESULTS, BOOK, LOWER_FUNDING_NEED).forEach(step -> jdbc.update(step, values));
    return jdbc.update(LEAVE, values);
  }

  /**
   * Gives one payout back, by decision of persons.
   *
   * @param freesKey whether another payout may take its entitlement and months
   * @throws IllegalStateException when its bookings do not match its state
   */
  public void giveBack(long payoutId, GivenBack how, boolean freesKey, String reason) {
    jdbc.getJdbcTemplate().execute("drop table if exists picked");
    jdbc.update(PICK_ONE, values().addValue("payout", payoutId).addValue("reason", reason));
    MapSqlParameterSource values = values().addValue("state", how.name()).addValue("column", how.column()).addValue("freed", freesKey);
    List.of(STATE_RESULTS, BOOK, LOWER_FUNDING_NEED, LEAVE).forEach(step -> one(step, values, payoutId));
  }

  /** Books the move of the payout from its partner to another; out and in are equal. To be called before the payout changes. */
  public void move(long payoutId, String toPartner) {
    MapSqlParameterSource values = values().addValue("payout", payoutId).addValue("partner", toPartner);
    MOVE.forEach(step -> one(step, values, payoutId));
  }

  private void one(String step, MapSqlParameterSource values, long payoutId) {
    if (jdbc.update(step, values) != 1) {
      throw new IllegalStateException("the ledger of payout " + payoutId + " does not hold what its state says");
    }
  }

  private MapSqlParameterSource values() {
    return new MapSqlParameterSource("now", Timestamp.from(businessClock.instant()))
        .addValue("today", Date.valueOf(LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM)));
  }
}
