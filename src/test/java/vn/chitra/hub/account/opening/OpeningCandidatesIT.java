package vn.chitra.hub.account.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.payroll.AccountCandidates;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.TwoAtOnce;

/** The people for whom a bank is asked to open an account. */
class OpeningCandidatesIT {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  /** Two hubs on one database: a person that one of them just puts into its file does not stand in the other's. */
  @Test
  void whomAnotherHubJustQueriesForIsNotQueriedForAgain() throws Exception {
    DataSource database = EmbeddedDatabases.temporary().freshHub().dataSource();
    Flyway.configure().dataSource(database).load().migrate();
    JdbcTemplate jdbc = new JdbcTemplate(database);
    List.of("QD-1", "QD-2").forEach(id -> jdbc.update("insert into account_candidate (entitlement_id, programme, commune_code, noted_at,"
        + " payroll_id) values (?, 'BTXH', '04792', now(), 'BL-1')", id));
    var requests = new OpeningRequests(jdbc, new AccountCandidates(jdbc), database, new OpeningSql("", ""), Clock.systemUTC());
    List<String> found = new ArrayList<>();

    try (TwoAtOnce two = new TwoAtOnce(database)) {
      two.holds("update account_candidate set looked_on = ? where entitlement_id = 'QD-1'", TODAY)
          .start(() -> found.addAll(requests.candidates(Instant.parse("2026-11-01T00:00:00Z"), TODAY, 10)))
          .letGo();
    }

    assertThat(found).containsExactly("QD-2");
  }
}
