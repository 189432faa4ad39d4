package vn.chitra.hub.payout;

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

/** Opens cases from staged lines: one per file and kind where the file is the subject, one per payout where the person is. */
@Component
class StatusCases {

  private static final String STEPS = "payout/apply-statuses/";
  private static final String UNKNOWN_LINES = SqlText.of(STEPS + "14-case-unknown-lines");
  private static final String AMOUNTS = SqlText.of(STEPS + "22-case-amounts");
  private static final String CODES = SqlText.of(STEPS + "23-case-codes");
  private static final String OF_TABLE = SqlText.of(STEPS + "24-case-of-table");
  private static final String PERSONS = SqlText.of(STEPS + "25-case-persons");
  private static final String DAYS = SqlText.of(STEPS + "27-case-days");
  /** The kinds of case that a partner's code table may request for a line. */
  private static final List<CaseKind> BY_TABLE =
      List.of(CaseKind.FUNDS_SHORT_FOR_PAYMENT, CaseKind.OUTCOME_UNKNOWN, CaseKind.STATUS_CONTRADICTS);

  private final NamedParameterJdbcTemplate jdbc;
  private final CaseDeadlines deadlines;
  private final ReroutePolicy policy;
  private final Clock businessClock;

  StatusCases(NamedParameterJdbcTemplate jdbc, CaseDeadlines deadlines, ReroutePolicy policy, Clock businessClock) {
    this.jdbc = jdbc;
    this.deadlines = deadlines;
    this.policy = policy;
    this.businessClock = businessClock;
  }

  void unknownLines(PaymentStatuses.Scope scope) {
    open(UNKNOWN_LINES, scope, CaseKind.LINE_UNKNOWN, "mã chi trả");
  }

  void ofStatuses(PaymentStatuses.Scope scope) {
    open(AMOUNTS, scope, CaseKind.AMOUNT_DIFFERS, "số tiền");
    open(CODES, scope, CaseKind.CODE_UNKNOWN, "trạng thái");
    BY_TABLE.forEach(kind -> open(OF_TABLE, scope, kind, "trạng thái"));
    if (!scope.provisional()) {
      open(DAYS, scope, CaseKind.PAYMENT_DAY_IMPOSSIBLE, "ngày chi");
      open(PERSONS, scope, CaseKind.PAYEE_DECEASED, "");
    }
  }

  /** Until so many days before the last pay day the policy awaits another account after a return; null where it awaits none. */
  private @Nullable Integer daysWithoutAccount() {
    ReroutePolicy.Course course = policy.course(PaymentState.RETURNED, null, Channel.BANK,
        LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM));
    return course.action() == ReroutePolicy.Action.CORRECT_ACCOUNT ? course.accountDays() : null;
  }

  private void open(String statement, PaymentStatuses.Scope scope, CaseKind kind, String field) {
    jdbc.query(statement, new MapSqlParameterSource("kind", kind.name()).addValue("file", scope.fileId(), Types.BIGINT)
        .addValue("partner", scope.partner()).addValue("field", field).addValue("words", kind.title())
        .addValue("returned_due", Timestamp.from(deadlines.of(CaseKind.PAYMENT_RETURNED)))
        .addValue("account_days", daysWithoutAccount(), Types.INTEGER).addValue("now", Timestamp.from(businessClock.instant()))
        .addValue("due", Timestamp.from(deadlines.of(kind))), rs -> { });
  }
}
