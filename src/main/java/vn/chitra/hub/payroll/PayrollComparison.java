package vn.chitra.hub.payroll;

import java.sql.Date;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/**
 * Compares the staged lines of a payroll with the newest earlier month of the same agency, programme and commune, set-wise. Every method
 * takes part in the caller's transaction and writes temporary tables only, which live as long as the transaction.
 */
@Component
public final class PayrollComparison {

  private static final String FOLDER = "payroll/compare-payroll/";
  private static final String OPEN = SqlText.of(FOLDER + "open-tables");
  private static final String PREVIOUS_MONTH = SqlText.of(FOLDER + "find-previous-month");
  private static final String THIS_PAYEES = SqlText.of(FOLDER + "note-this-payees");
  private static final String PREVIOUS_PAYEES = SqlText.of(FOLDER + "note-previous-payees");
  private static final String HOLD = SqlText.of(FOLDER + "hold-lines");
  private static final Map<FindingKind, String> FIND = Arrays.stream(FindingKind.values())
      .collect(Collectors.toMap(Function.identity(), kind -> SqlText.of(FOLDER + kind.key())));

  private final JdbcTemplate hub;
  private final JdbcClient jdbc;
  private final ComparisonPolicy policy;

  PayrollComparison(JdbcTemplate hub, ComparisonPolicy policy) {
    this.hub = hub;
    this.jdbc = JdbcClient.create(hub);
    this.policy = policy;
  }

  /** Holds the staged lines for which the policy wants it; without such a kind nothing is compared. */
  void holdAtIntake(PayrollHeader payroll) {
    if (!policy.holding().isEmpty()) {
      open();
      compare(payroll, policy.holding());
      hold();
    }
  }

  /** Makes the empty tables of a comparison. */
  public void open() {
    hub.execute(OPEN);
  }

  /** The kinds that the policy looks for. */
  public Set<FindingKind> lookedFor() {
    return policy.lookedFor();
  }

  /** The kinds for which the policy holds payouts. */
  public Set<FindingKind> holding() {
    return policy.holding();
  }

  /**
   * Fills the table {@code finding} with what is found of these kinds; without an earlier month only what the payroll shows by itself.
   *
   * @return the first day of the month that it was compared with
   */
  public Optional<LocalDate> compare(PayrollHeader payroll, Set<FindingKind> kinds) {
    if (payroll.period().isEmpty()) {
      return Optional.empty();
    }
    LocalDate from = payroll.period().get().firstDay();
    hub.execute("analyze taken_line");
    Optional<LocalDate> previous = about(PREVIOUS_MONTH, payroll, from)
        .query((row, n) -> Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate)).single();
    jdbc.sql(THIS_PAYEES).param("payroll", payroll.payrollId()).update();
    previous.ifPresent(month -> about(PREVIOUS_PAYEES, payroll, from).param("previous", month).update());
    hub.execute("analyze this_payee, previous_payee");
    kinds.stream().filter(kind -> kind == FindingKind.SHARED_ACCOUNT || previous.isPresent()).forEach(kind -> find(kind, payroll, from));
    return previous;
  }

  private void find(FindingKind kind, PayrollHeader payroll, LocalDate from) {
    about(Objects.requireNonNull(FIND.get(kind)), payroll, from).param("percent", policy.percent()).param("payees_of_one_account",
        policy.payeesOfOneAccount())
        .param("payees_changed", policy.payeesChanged()).update();
  }

  /** Holds the staged lines about which something was found of the kinds for which the policy wants it. */
  public void hold() {
    List<String> kinds = policy.holding().stream().map(FindingKind::name).toList();
    if (!kinds.isEmpty()) {
      jdbc.sql(HOLD).param("kinds", new SqlArrayValue("text", kinds.toArray())).update();
    }
  }

  private JdbcClient.StatementSpec about(String sql, PayrollHeader payroll, LocalDate from) {
    return jdbc.sql(sql).param("agency", payroll.agencyCode()).param("programme", payroll.programme())
        .param("commune", payroll.communeCode()).param("from", from, Types.DATE);
  }
}
