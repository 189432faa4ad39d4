package vn.chitra.hub.dryrun;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.dryrun.DryRun.Outcome;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.fixture.WelfareFixture;
import vn.chitra.hub.payout.PlanPayroll;
import vn.chitra.hub.payroll.FindingKind;
import vn.chitra.hub.payroll.TakePayroll;

/** A hub that took the payroll of October, and the dry run of November's. */
final class DryRunHub {

  static final String OCT = "BTXH-04792-2026-10";
  static final String NOV = "BTXH-04792-2026-11";
  static final Instant NOW = Instant.parse("2026-10-24T02:00:00Z");

  final WelfareFixture welfare;
  final JdbcTemplate jdbc;
  private final HubFixture hub;

  private DryRunHub(HubFixture hub) {
    this.hub = hub;
    hub.reset(NOW);
    welfare = hub.welfare();
    jdbc = hub.bean(JdbcTemplate.class);
  }

  static DryRunHub begin(String... settings) {
    return new DryRunHub(HubFixture.with(settings));
  }

  <T> T bean(Class<T> type) {
    return hub.bean(type);
  }

  /** A connection of its own, not in auto-commit; the caller closes it. */
  Connection connect() throws SQLException {
    return hub.connect();
  }

  /** October with the persons 1 to n, one line each, taken and planned; each is paid for himself to an account of his own. */
  DryRunHub october(int n) {
    welfare.people(1, n).payroll(OCT, "2026-10");
    for (int person = 1; person <= n; person++) {
      payee(person, "Người nhận " + person, null);
      welfare.regular(OCT, person, person, "2026-10");
    }
    welfare.approve(OCT);
    return taken(OCT);
  }

  DryRunHub taken(String payroll) {
    bean(TakePayroll.class).take(payroll);
    bean(PlanPayroll.class).plan(payroll);
    return this;
  }

  DryRunHub payee(int person, String name, @Nullable String number) {
    welfare.province.update("update welfare.entitlement set payee_name = ?, payee_personal_no = ? where entitlement_id = ?", name, number,
        "QD-" + person);
    return this;
  }

  /** The account counts from now on in place of every other. */
  DryRunHub account(int person, String number) {
    welfare.withoutAccount(person).account(person, number, "2026-02-01");
    return this;
  }

  /** November with one regular line of 500,000 dong for each of these persons. */
  DryRunHub november(int... persons) {
    welfare.payroll(NOV, "2026-11");
    for (int line = 1; line <= persons.length; line++) {
      welfare.regular(NOV, line, persons[line - 1], "2026-11");
    }
    return this;
  }

  <T> T run(String payroll, Function<DryRunResult, T> use) {
    Outcome<T> outcome = bean(DryRun.class).run(payroll, use);
    if (outcome instanceof Outcome.Done<T> done) {
      return done.value();
    }
    throw new AssertionError("no dry run: " + outcome);
  }

  /** {@code line entitlement} of every finding of the kind; without a line {@code null entitlement}. */
  List<String> found(FindingKind kind) {
    return run(NOV, result -> {
      List<String> found = new ArrayList<>();
      result.forEachFinding(kind, Integer.MAX_VALUE, one -> found.add(one.lineNo() + " " + one.entitlementId()));
      return found;
    });
  }
}
