package vn.chitra.hub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.payroll.LineStage;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.support.Zone;

class CloseMonthIT {

  private static final YearMonth FEBRUARY = YearMonth.of(2027, 2);
  private static JdbcTemplate hub;

  @BeforeAll
  static void openADatabase() {
    DatabaseAccess own = EmbeddedDatabases.temporary().freshHub();
    Flyway.configure().dataSource(own.url(), own.username(), own.password()).load().migrate();
    hub = new JdbcTemplate(own.dataSource());
  }

  @BeforeEach
  void nothingHappenedYet() {
    hub.execute("TRUNCATE payroll, period_close CASCADE");
  }

  @Test
  void aMonthThatWasPaidAheadIsNotClosedBeforeItBegins() {
    payroll("BL-TET", "2027-01-15");
    assertThat(closedOn("2027-01-31")).isEmpty();
    assertThat(closedOn("2027-02-01")).containsExactly("BTXH 2027-02-01");
  }

  @Test
  void aMonthIsClosedAfterTheLastPayDayOfItsLastPayroll() {
    payroll("BL-TET", "2027-01-15");
    payroll("BL", "2027-02-15");
    assertThat(closedOn("2027-02-15")).isEmpty();
    assertThat(closedOn("2027-02-16")).containsExactly("BTXH 2027-02-01");
  }

  private List<String> closedOn(String day) {
    Clock clock = Clock.fixed(LocalDate.parse(day).atTime(9, 0).atZone(Zone.VIETNAM).toInstant(), Zone.VIETNAM);
    CloseMonth months = new CloseMonth(hub, new NothingBooked(), mock(Cases.class), mock(LineStage.class), clock);
    months.due().forEach(months::close);
    return hub.queryForList("SELECT programme || ' ' || period FROM period_close", String.class);
  }

  private static void payroll(String id, String payUntil) {
    hub.update("""
        INSERT INTO payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from, pay_until,
          item_count, total_vnd, state, taken_at, accepted_count, accepted_vnd, receipt_status)
        VALUES (?, 'BTXH', 'UB04846', '04846', '2027-01-01', ?, '2026-12-15', '2027-01-01', ?::date, 1, 500000, 'RELEASED', now(), 1, 500000,
          'SETTLED')""", id, java.sql.Date.valueOf(FEBRUARY.atDay(1)), payUntil);
  }

  private static final class NothingBooked implements Settlement {

    @Override
    public List<SettlementRow> of(YearMonth period) {
      return List.of();
    }

    @Override
    public List<YearMonth> periods() {
      return List.of();
    }
  }
}
