package vn.chitra.hub.payout;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseDeadlines;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/**
 * Payouts whose last payment ended unpaid: no payment is active or paid, none was paid in error, and for each returned payment the credit
 * stands on the statement (money rule 1). Every move is set-wise, in a transaction of its own, and checks again under the payouts' row
 * locks: giving back and starting a payment exclude each other.
 */
@Component
public class UnpaidPayouts {

  /** The event that an unpaid payout waits for. */
  public enum Phase {
    /** Nobody decided yet. */
    NEW,
    /** Held for another account. */
    ACCOUNT,
    /** Held for a person, because of how its last payment ended. */
    PERSON
  }

  /**
   * Payouts for which the policy gives the same decision.
   *
   * @param outcome of the payment that ended last, @param reason its reason code
   * @param since the business day on which the payout came to where it is
   */
  public record Group(Phase phase, PaymentState outcome, @Nullable String reason, Channel channel, LocalDate payUntil, LocalDate since) {}

  /**
   * One payout of a group, with the data that a new payment needs.
   *
   * @param payrollId of the line that made it, as {@code lineNo}: they name its payments for ever
   * @param failed the accounts that its payments went to, {@code BIN/number}
   */
  public record Unpaid(long payoutId, String payrollId, int lineNo, int nextAttempt, String programme, String entitlementId, String kind,
      YearMonth forFrom, String circumstance, boolean noTransfer, String cashPlace, String communeCode, LocalDate payFrom,
      LocalDate accountCutoff, Channel channel, long amountVnd, Set<String> failed) {}

  /**
   * @param account to pay to, null for cash
   * @param words Vietnamese, the reason for this channel; added to the explanation
   */
  public record NewPayment(PayoutPlans.Planned payment, Channel channel, AgencyData.@Nullable Account account, String words) {}

  private static final String ACCOUNT_TO_CORRECT = "ACCOUNT_TO_CORRECT";
  private static final String GROUPS = SqlText.of("payout/unpaid/groups");
  private static final String OF_GROUP = SqlText.of("payout/unpaid/payouts-of-group");
  private static final String LOCK_PAYROLLS_OF_GROUP = SqlText.of("payout/unpaid/01-lock-payrolls-of-group");
  private static final String LOCK_PAYROLLS = SqlText.of("payout/unpaid/01-lock-payrolls-of-payouts");
  private static final String LOCK_PAYOUTS_OF_GROUP = SqlText.of("payout/unpaid/02-lock-payouts-of-group");
  private static final String LOCK_PAYOUTS = SqlText.of("payout/unpaid/02-lock-payouts");
  private static final String PICK = SqlText.of("payout/unpaid/03-pick");
  private static final String HOLD = SqlText.of("payout/unpaid/hold");
  private static final String CLOSE_CASES = SqlText.of("payout/unpaid/close-cases");
  private static final String WARN_UNCOLLECTED = SqlText.of("payout/unpaid/warn-uncollected");
  private static final String TAKE_GIVEN = SqlText.of("payout/start-payments/01-take-given");
  private static final String FORGET_OTHERS = SqlText.of("payout/start-payments/02-forget-others");
  private static final String BOOK_MOVES = SqlText.of("payout/start-payments/03-book-moves");
  private static final String LOWER_FUNDING_NEED = SqlText.of("payout/start-payments/04-lower-funding-need");
  private static final String RAISE_FUNDING_NEED = SqlText.of("payout/start-payments/05-raise-funding-need");
  private static final String ADD_PAYMENTS = SqlText.of("payout/start-payments/06-add-payments");
  private static final String OPEN_PAYOUTS = SqlText.of("payout/start-payments/07-open-payouts");

  private final NamedParameterJdbcTemplate named;
  private final Ledger ledger;
  private final CaseDeadlines deadlines;
  private final Clock businessClock;

  UnpaidPayouts(NamedParameterJdbcTemplate named, Ledger ledger, CaseDeadlines deadlines, Clock businessClock) {
    this.named = named;
    this.ledger = ledger;
    this.deadlines = deadlines;
    this.businessClock = businessClock;
  }

  public List<Group> groups() {
    return named.query(GROUPS, (r, n) -> new Group(Phase.valueOf(r.getString(1)), PaymentState.valueOf(r.getString(2)),
        r.getString(3), Channel.valueOf(r.getString(4)), r.getDate(5).toLocalDate(), r.getDate(6).toLocalDate()));
  }

  /** The payouts of a group with a higher id, in order, at most {@code limit}. */
  public List<Unpaid> after(Group group, long payoutId, int limit) {
    return named.query(OF_GROUP, values(group).addValue("after", payoutId).addValue("limit", limit), (r, n) -> unpaid(r));
  }

  /** To be held for another account, each with a case. @return payouts */
  @Transactional
  public int awaitAccount(Group group) {
    MapSqlParameterSource values = values(group);
    pickAll(values);
    return hold(values, ACCOUNT_TO_CORRECT, "Không chi được vào tài khoản (" + reason(group)
        + "); chờ cơ quan cập nhật tài khoản khác, hệ thống sẽ tự chi lại.");
  }

  /** To be held for a person, with a case unless one about the payout is open already. @return payouts */
  @Transactional
  public int hold(Group group) {
    MapSqlParameterSource values = values(group);
    pickAll(values);
    return hold(values, null, "Không chi được (" + reason(group) + "); cần người quyết định.");
  }

  /**
   * The same for some payouts of the group, with an explanation of their own. @param words Vietnamese, no personal data. @return payouts
   */
  @Transactional
  public int hold(Group group, Collection<Long> payouts, String words) {
    MapSqlParameterSource values = values(group);
    pick(values, payouts);
    return hold(values, null, "Không chi được (" + reason(group) + "). " + words);
  }

  /** The liability leaves with result, booking and funding need. @return payouts */
  @Transactional
  public int giveBack(Group group, GivenBack how) {
    MapSqlParameterSource values = values(group);
    pickAll(values);
    return giveBack(values, how);
  }

  /** The same for some payouts of the group. @return payouts */
  @Transactional
  public int giveBack(Group group, Collection<Long> payouts, GivenBack how) {
    MapSqlParameterSource values = values(group);
    pick(values, payouts);
    return giveBack(values, how);
  }

  /** Gives each payout its next payment, released if its payroll is, and books the move if the partner changes. @return payouts */
  @Transactional
  public int start(Group group, List<NewPayment> payments) {
    MapSqlParameterSource values = values(group);
    pick(values, payments.stream().map(payment -> payment.payment().payoutId()).toList());
    named.getJdbcTemplate().execute("drop table if exists given_payment");
    named.update(TAKE_GIVEN, given(values, payments));
    List.of(FORGET_OTHERS, BOOK_MOVES, LOWER_FUNDING_NEED, RAISE_FUNDING_NEED).forEach(step -> named.update(step, values));
    int started = named.update(ADD_PAYMENTS, values);
    named.update(OPEN_PAYOUTS, values);
    closeCases(values, "đã chi lại theo chính sách", false);
    return started;
  }

  private int giveBack(MapSqlParameterSource values, GivenBack how) {
    int count = ledger.giveBackPicked(how, how.freesKey());
    closeCases(values, "khoản chi đã trả lại cơ quan theo chính sách", how == GivenBack.STOPPED);
    named.query(WARN_UNCOLLECTED, values.addValue("warnDue",
        Timestamp.from(deadlines.of(CaseKind.UNCOLLECTED_THREE_MONTHS))), rs -> { });
    return count;
  }

  /** @param deathRecorded the agency's own data stop the payout */
  private void closeCases(MapSqlParameterSource values, String resolution, boolean deathRecorded) {
    named.query(CLOSE_CASES, values.addValue("resolution", resolution).addValue("deathRecorded", deathRecorded), rs -> { });
  }

  private int hold(MapSqlParameterSource values, @Nullable String holdReason, String words) {
    int picked = named.queryForObject("select count(*) from picked", values, Integer.class);
    named.query(HOLD, values.addValue("holdReason", holdReason, Types.VARCHAR).addValue("words", words)
        .addValue("due", Timestamp.from(deadlines.of(CaseKind.PAYOUT_HELD))), rs -> { });
    return picked;
  }

  private void pickAll(MapSqlParameterSource values) {
    List<String> payrolls = named.queryForList(LOCK_PAYROLLS_OF_GROUP, values, String.class);
    pickLocked(values, payrolls, named.queryForList(LOCK_PAYOUTS_OF_GROUP, values, Long.class));
  }

  private void pick(MapSqlParameterSource values, Collection<Long> payouts) {
    values.addValue("given", new SqlArrayValue("int8", payouts.toArray()));
    List<String> payrolls = named.queryForList(LOCK_PAYROLLS, values, String.class);
    pickLocked(values, payrolls, named.queryForList(LOCK_PAYOUTS, values, Long.class));
  }

  private void pickLocked(MapSqlParameterSource values, List<String> payrolls, List<Long> locked) {
    named.getJdbcTemplate().execute("drop table if exists picked");
    named.update(PICK, values.addValue("locked", new SqlArrayValue("int8", locked.toArray()))
        .addValue("payrolls", new SqlArrayValue("varchar", payrolls.toArray())));
  }

  private static MapSqlParameterSource given(MapSqlParameterSource values, List<NewPayment> payments) {
    return values.addValue("payouts", column("int8", payments, payment -> payment.payment().payoutId()))
        .addValue("attempts", column("int4", payments, payment -> payment.payment().attempt()))
        .addValue("ids", column("text", payments, payment -> payment.payment().endToEndId()))
        .addValue("partners", column("text", payments, payment -> payment.payment().partner()))
        .addValue("folders", column("text", payments, payment -> payment.payment().folder()))
        .addValue("channels", column("text", payments, payment -> payment.channel().name()))
        .addValue("bins", column("text", payments, payment -> payment.account() == null ? null : payment.account().bankBin()))
        .addValue("accounts", column("text", payments, payment -> payment.account() == null ? null : payment.account().accountNo()))
        .addValue("names", column("text", payments, payment -> payment.account() == null ? null : payment.account().name()))
        .addValue("words", column("text", payments, NewPayment::words));
  }

  private static SqlArrayValue column(String type, List<NewPayment> payments, Function<NewPayment, @Nullable Object> value) {
    return new SqlArrayValue(type, payments.stream().map(value).toArray());
  }

  private MapSqlParameterSource values(Group group) {
    return new MapSqlParameterSource("phase", group.phase().name()).addValue("outcome", group.outcome().name())
        .addValue("reason", group.reason(), Types.VARCHAR).addValue("channel", group.channel().name())
        .addValue("payUntil", Date.valueOf(group.payUntil())).addValue("since", Date.valueOf(group.since()))
        .addValue("today", Date.valueOf(LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM)))
        .addValue("now", Timestamp.from(businessClock.instant()));
  }

  private static String reason(Group group) {
    return ReasonWords.of(group.outcome(), group.reason());
  }

  private static Unpaid unpaid(ResultSet r) throws SQLException {
    return new Unpaid(r.getLong("payout_id"), r.getString("payroll_id"), r.getInt("line_no"), r.getInt("next_attempt"),
        r.getString("programme"), r.getString("entitlement_id"), r.getString("kind"), YearMonth.from(r.getDate("for_from").toLocalDate()),
        r.getString("circumstance"), r.getBoolean("no_transfer"), r.getString("cash_place"), r.getString("commune_code"),
        r.getDate("pay_from").toLocalDate(), r.getDate("account_cutoff").toLocalDate(), Channel.valueOf(r.getString("channel")),
        r.getLong("amount_vnd"), texts(r.getArray("failed")));
  }

  private static Set<String> texts(Array array) throws SQLException {
    return Set.copyOf(List.of((String[]) array.getArray()));
  }
}
