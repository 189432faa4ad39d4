package vn.chitra.hub.account.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.payroll.AccountCandidates;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.TwoAtOnce;

/** The people for whom a bank is asked to open an account. */
class OpeningCandidatesIT {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final Instant SINCE = Instant.parse("2026-11-01T02:00:00Z");

  private final DataSource database = EmbeddedDatabases.temporary().freshHub().dataSource();
  private final JdbcTemplate jdbc = new JdbcTemplate(database);
  private final OpeningRequests requests = new OpeningRequests(jdbc, new AccountCandidates(jdbc), database, new OpeningSql("", ""),
      Clock.systemUTC());

  @BeforeEach
  void begin() {
    Flyway.configure().dataSource(database).load().migrate();
  }

  /** Two hubs on one database: a person that one of them just puts into its file does not stand in the other's. */
  @Test
  void whomAnotherHubJustQueriesForIsNotQueriedForAgain() throws Exception {
    noted("QD-1", "QD-2");
    List<String> found = new ArrayList<>();

    try (TwoAtOnce two = new TwoAtOnce(database)) {
      two.holds("update account_candidate set due_on = ? where entitlement_id = 'QD-1'", TODAY.plusDays(1))
          .start(() -> found.addAll(requests.candidates(SINCE, TODAY, 10)))
          .letGo();
    }

    assertThat(found).containsExactly("QD-2");
  }

  /** Nobody is looked at each day for years: the bank has opened the account, refused one for now, or not reported yet. */
  @Test
  void whoHasARequestIsLookedAtAgainWhenItMayEnd() {
    noted("QD-1", "QD-2", "QD-3", "QD-4", "QD-5");
    requested("QD-2", "OPENED", "2026-06-10T02:00:00Z");
    requested("QD-3", "REFUSED", "2026-11-20T03:00:00Z");
    requested("QD-4", "REQUESTED", null);
    requested("QD-5", "REFUSED", "2026-10-31T02:00:00Z");

    assertThat(requests.candidates(SINCE, TODAY, 2)).as("the bank's report on QD-5 is too old").containsExactly("QD-1");
    requests.lookedAt(List.of("QD-1"), TODAY);
    assertThat(requests.candidates(SINCE, TODAY, 2)).containsExactly("QD-5");

    assertThat(jdbc.queryForList("select entitlement_id || ' ' || due_on from account_candidate where due_on > '-infinity'"
        + " order by 1", String.class)).containsExactly("QD-1 2026-12-02", "QD-2 9999-12-31", "QD-3 2026-12-20", "QD-4 2026-12-02");
  }

  private void noted(String... entitlements) {
    List.of(entitlements).forEach(id -> jdbc.update("insert into account_candidate (entitlement_id, programme, commune_code, noted_at,"
        + " payroll_id) values (?, 'BTXH', '04792', now(), 'BL-1')", id));
  }

  private void requested(String entitlement, String state, @Nullable String reportedAt) {
    long batch = jdbc.queryForObject("insert into batch (partner, kind, state, payment_count, total_vnd, opened_at) values ('agribank',"
        + " 'ACCOUNT_OPENING', 'OPEN', 1, 0, now()) returning batch_id", Long.class);
    jdbc.update("insert into account_request (request_id, batch_id, line_no, personal_no, state, account_no, account_name, opened_on,"
        + " requested_at, reported_at) values (?, ?, 1, '025148000001', ?, '27', 'A', '2026-06-10', '2026-11-15', ?::timestamptz)",
        "MTK-" + entitlement, batch, state, reportedAt);
    jdbc.update("insert into account_request_entitlement values (?, ?)", "MTK-" + entitlement, entitlement);
  }
}
