package vn.chitra.hub.payout;

import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/**
 * Judges statuses of one payment that are about different files of ours. A refused file rejects nothing and returns nothing while the
 * payment travels in another; a second PAID from another file is a double payment; a return belongs to the booking that it names. Reads and
 * fills {@code staged_status.effect}; the caller holds the locks of the payments.
 */
@Component
class DuplicatePayments {

  private static final String RECOVERED = SqlText.of("payout/judge-by-file/01-recovered");
  private static final String PAID_TWICE = SqlText.of("payout/judge-by-file/02-paid-twice");
  private static final String PAID_TWICE_AT_ONCE = SqlText.of("payout/judge-by-file/02-paid-twice-at-once");
  private static final String PAID_ONCE = SqlText.of("payout/judge-by-file/02-paid-once");
  private static final String RECOVERED_AT_ONCE = SqlText.of("payout/judge-by-file/03-recovered-at-once");
  private static final String OF_REFUSED_FILE = SqlText.of("payout/judge-by-file/04-refused-file");
  private static final String PERHAPS_OF_REFUSED_FILE = SqlText.of("payout/judge-by-file/04-refused-file-perhaps");
  private static final String RETURNED_BY_ANOTHER = SqlText.of("payout/judge-by-file/05-returned-by-another");
  private static final String SETTLE = SqlText.of("payout/judge-by-file/06-settle-recovered");
  private static final String RECORD = SqlText.of("payout/judge-by-file/07-record-duplicates");
  private static final String CASES = SqlText.of("payout/judge-by-file/08-open-cases");
  private static final String PAID_TWICE_PAYOUTS = SqlText.of("payout/judge-by-file/09-paid-twice-payouts");
  private static final String CONTRADICTIONS = SqlText.of("payout/judge-by-file/10-open-contradictions");

  private final NamedParameterJdbcTemplate named;
  private final FreezeSuccessors freezeSuccessors;
  private final PaidInError errors;

  DuplicatePayments(NamedParameterJdbcTemplate named, FreezeSuccessors freezeSuccessors, PaidInError errors) {
    this.named = named;
    this.freezeSuccessors = freezeSuccessors;
    this.errors = errors;
  }

  /**
   * To be called before the payments are moved.
   *
   * @param values {@code now}, {@code today}, {@code file}
   * @return whether a payment is paid twice
   */
  boolean judge(MapSqlParameterSource values) {
    List.of(RECOVERED, PAID_TWICE, PAID_TWICE_AT_ONCE, PAID_ONCE, RECOVERED_AT_ONCE, OF_REFUSED_FILE, PERHAPS_OF_REFUSED_FILE,
        RETURNED_BY_ANOTHER).forEach(step -> named.update(step, values));
    errors.settled(named.queryForList(SETTLE, values, Long.class), "khoản chi nhầm đã trả về");
    boolean twice = named.update(RECORD, values) > 0;
    if (twice) {
      named.query(CASES, values, rs -> { });
    }
    return twice;
  }

  /** To be called after the payments were moved: a payment that this very message paid does not wait for a person. */
  void freezeOthers(MapSqlParameterSource values) {
    freezeSuccessors.freezeAfter(named.queryForList(PAID_TWICE_PAYOUTS, values, Long.class));
  }

  /** Opens one case per payment whose statuses exclude each other. */
  void openContradictions(MapSqlParameterSource values) {
    named.query(CONTRADICTIONS, values, rs -> { });
  }
}
