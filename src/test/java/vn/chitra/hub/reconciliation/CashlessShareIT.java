package vn.chitra.hub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.payroll.LineStage;
import vn.chitra.hub.reconciliation.report.ReportTables;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/** What a closed month paid into accounts is kept with its close; an open month is counted from its payouts. */
class CashlessShareIT {

  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final String MONTHS = SqlText.of("operations/sum-cashless-months");
  private static final String COMMUNES = SqlText.of("operations/sum-cashless-communes");
  private static final String REPORT = SqlText.of("reconciliation/sum-cashless");
  private static JdbcTemplate hub;
  private ReportTables tables;

  @BeforeAll
  static void openADatabase() {
    DatabaseAccess own = EmbeddedDatabases.temporary().freshHub();
    Flyway.configure().dataSource(own.url(), own.username(), own.password()).load().migrate();
    hub = new JdbcTemplate(own.dataSource());
  }

  @BeforeEach
  void threePaidAndOneOpen() {
    hub.execute("truncate payroll, period_close cascade");
    tables = new ReportTables(hub);
    tables.payroll("BC", "BTXH", NOVEMBER);
    hub.update("update payroll set item_count = 3, total_vnd = 1500000, accepted_count = 3, accepted_vnd = 1500000");
    tables.payout("BC", "PAID", "BANK", "agribank");
    tables.payout("BC", "PAID", "BANK", "agribank");
    tables.payout("BC", "PAID", "POST_CASH", "buu-dien");
  }

  @Test
  void anOpenMonthIsCountedFromItsPayouts() {
    tables.payout("BC", "OPEN", "COMMUNE_CASH", "xa");
    assertThat(months()).singleElement().satisfies(row -> assertThat(row).containsEntry("closed", false).containsEntry("account_count", 2L)
        .containsEntry("paid_count", 3L).containsEntry("account_vnd", 1_000_000L).containsEntry("paid_vnd", 1_500_000L)
        .containsEntry("cash_count", 2L));
    assertThat(communes()).singleElement().satisfies(row -> assertThat(row).containsEntry("commune_code", "07969")
        .containsEntry("paid_count", 3L).containsEntry("cash_count", 2L));
  }

  @Test
  void aCloseKeepsWhatTheReportSaysAndNoPayoutOfTheMonthIsReadAnyMore() {
    close();
    Map<String, Object> kept = hub.queryForMap("select * from cashless_share");
    List<Object> report = JdbcClient.create(hub).sql(REPORT).param("period", Date.valueOf(NOVEMBER.atDay(1)))
        .query((r, n) -> List.<Object>of(r.getLong(3), r.getLong(4), r.getLong(5), r.getLong(6))).single().stream().toList();
    assertThat(List.of(kept.get("account_count"), kept.get("account_vnd"), kept.get("paid_count"), kept.get("paid_vnd"))).isEqualTo(report);

    hub.update("update payout set channel = 'POST_CASH'");
    assertThat(months()).singleElement().satisfies(row -> assertThat(row).containsEntry("closed", true).containsEntry("account_count", 2L)
        .containsEntry("paid_count", 3L).containsEntry("cash_count", 1L));
    assertThat(communes()).singleElement().satisfies(row -> assertThat(row).containsEntry("account_count", 2L));
  }

  @Test
  void aMonthThatIsOpenedAgainIsCountedFromItsPayoutsAgain() {
    close();
    hub.execute("select open_month_again('BTXH', '2026-11-01')");
    assertThat(hub.queryForObject("select count(*) from cashless_share", Long.class)).isZero();
    assertThat(months()).singleElement().satisfies(row -> assertThat(row).containsEntry("closed", false).containsEntry("paid_count", 3L));
    close();
    assertThat(hub.queryForObject("select count(*) from cashless_share", Long.class)).isEqualTo(1);
  }

  private static void close() {
    Clock clock = Clock.fixed(LocalDate.of(2026, 12, 1).atTime(9, 0).atZone(Zone.VIETNAM).toInstant(), Zone.VIETNAM);
    CloseMonth months = new CloseMonth(hub, mock(Settlement.class), mock(Cases.class), mock(LineStage.class), clock);
    assertThat(months.due()).hasSize(1);
    months.due().forEach(months::close);
  }

  private static List<Map<String, Object>> months() {
    return JdbcClient.create(hub).sql(MONTHS).param("most", 12).query().listOfRows();
  }

  private static List<Map<String, Object>> communes() {
    return JdbcClient.create(hub).sql(COMMUNES).param("period", Date.valueOf(NOVEMBER.atDay(1))).query().listOfRows();
  }
}
