package vn.chitra.hub.payout;

import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseDeadlines;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/**
 * Moves payments by reported statuses, and everything that follows from it, set-wise. The caller's transaction has staged the lines
 * in the temporary table {@code staged_status} (payment_id, about_batch_id, reported, ordinal, effect, happened_on, received_by,
 * partner_ref, reason_code, reason_text, code), matched, and holds the locks of their payments and payouts; each round moves by the n-th
 * line of each payout. Fills {@code staged_status.effect}. Runs the steps of {@code sql/payout/move-payments}, once per round of staged statuses.
 */
@Component
public final class PaymentMoves {

  private static final String STEPS = "payout/move-payments/";
  private static final String LOCK_MONTHS = SqlText.of(STEPS + "03-lock-months");
  private static final String FIND_MOVES = SqlText.of(STEPS + "04-find-moves");
  private static final String MOVE_PAYMENTS = SqlText.of(STEPS + "05-move-payments");
  private static final String NOTE_PAID_BATCHES = SqlText.of(STEPS + "05-note-paid-batches");
  private static final String NOTE_PAID_OUTSIDE = SqlText.of(STEPS + "05-note-paid-outside");
  private static final String MOVE_PAYOUTS = SqlText.of(STEPS + "06-move-payouts");
  private static final String BOOK = SqlText.of(STEPS + "07-book");
  private static final String STATE_RESULTS = SqlText.of(STEPS + "08-state-results");
  private static final String RAISE_FUNDING_NEED = SqlText.of(STEPS + "09-raise-funding-need");
  private static final String LOWER_FUNDING_NEED = SqlText.of(STEPS + "10-lower-funding-need");
  private static final String END_HOLDS = SqlText.of(STEPS + "11-end-holds");
  private static final String RECOVERED_ERRORS = SqlText.of(STEPS + "12-recovered-errors");
  private static final String OPEN_CASES = SqlText.of(STEPS + "13-open-cases");
  private static final String NOTE_DEATHS = SqlText.of(STEPS + "16-note-deaths");
  private static final String NOTE_EFFECTS = SqlText.of(STEPS + "17-note-effects");
  private static final String NOTE_NO_CHANGE = SqlText.of(STEPS + "18-note-no-change");
  private static final String PROVISIONAL_EFFECTS = SqlText.of(STEPS + "provisional-effects");
  private static final String PROVISIONAL_MARKS = SqlText.of(STEPS + "provisional-marks");

  private final NamedParameterJdbcTemplate jdbc;
  private final FreezeSuccessors freezeSuccessors;
  private final DuplicatePayments duplicates;
  private final PaidInError errors;
  private final CaseDeadlines deadlines;
  private final Clock businessClock;

  PaymentMoves(NamedParameterJdbcTemplate jdbc, FreezeSuccessors freezeSuccessors, DuplicatePayments duplicates, PaidInError errors,
      CaseDeadlines deadlines, Clock businessClock) {
    this.jdbc = jdbc;
    this.freezeSuccessors = freezeSuccessors;
    this.duplicates = duplicates;
    this.errors = errors;
    this.deadlines = deadlines;
    this.businessClock = businessClock;
  }

  /**
   * Judges statuses that are about different files of ours: those of a refused file, a second PAID from another file, a return of one of
   * two bookings. Fills {@code staged_status.effect} where such a line moves nothing, and opens a case for lines that contradict each
   * other. To be called once, with the payments locked, before the rounds.
   *
   * @return whether a payment is paid twice
   */
  public boolean judgeByFile(@Nullable Long fileId, boolean provisional, LocalDate arrived) {
    MapSqlParameterSource values = values().addValue("file", fileId, Types.BIGINT).addValue("arrived", Date.valueOf(arrived));
    boolean twice = !provisional && duplicates.judge(values);
    duplicates.openContradictions(values);
    return twice;
  }

  /** Freezes the payments that would pay once more what was paid twice; to be called after the rounds. */
  public void freezePaidTwice() {
    duplicates.freezeOthers(values());
  }

  /** A cash answer before the list is closed: SENT → ACCEPTED with a mark that may go both ways. @return payments changed */
  public int applyProvisional(int round) {
    MapSqlParameterSource values = values().addValue("round", round);
    jdbc.update(PROVISIONAL_EFFECTS, values);
    return jdbc.update(PROVISIONAL_MARKS, values);
  }

  /**
   * Final statuses: payments by the view {@code payment_transition}; payouts PAID or open again; results with a new revision; bookings of
   * the settlement; frozen successors and cases where money went twice or unexpectedly.
   *
   * @param fileId the message that reports; null = persons recorded it
   * @param arrived the day of payment where the file states none that is possible
   * @return payments changed
   */
  public int applyFinal(int round, @Nullable Long fileId, LocalDate arrived) {
    MapSqlParameterSource values = values().addValue("round", round).addValue("file", fileId, Types.BIGINT)
        .addValue("arrived", Date.valueOf(arrived));
    jdbc.query(LOCK_MONTHS, values, rs -> { });
    jdbc.getJdbcTemplate().execute("drop table if exists moved");
    jdbc.update(FIND_MOVES, values);
    jdbc.getJdbcTemplate().execute("analyze moved");
    int moved = jdbc.update(MOVE_PAYMENTS, values);
    List.of(NOTE_PAID_BATCHES, NOTE_PAID_OUTSIDE, MOVE_PAYOUTS, BOOK, STATE_RESULTS, RAISE_FUNDING_NEED, LOWER_FUNDING_NEED)
        .forEach(step -> jdbc.update(step, values));
    jdbc.query(END_HOLDS, values, rs -> { });
    errors.settled(jdbc.queryForList(RECOVERED_ERRORS, values, Long.class), "khoản chi nhầm đã trả về");
    jdbc.query(OPEN_CASES, values, rs -> { });
    freezeSuccessors.afterRound(values);
    jdbc.update(NOTE_DEATHS, values);
    jdbc.update(NOTE_EFFECTS, values);
    jdbc.update(NOTE_NO_CHANGE, values);
    return moved;
  }

  private MapSqlParameterSource values() {
    return new MapSqlParameterSource("now", Timestamp.from(businessClock.instant()))
        .addValue("today", Date.valueOf(LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM)))
        .addValue("due", Timestamp.from(deadlines.of(CaseKind.STATUS_CONTRADICTS)))
        .addValue("held_due", Timestamp.from(deadlines.of(CaseKind.PAYOUT_HELD)));
  }
}
