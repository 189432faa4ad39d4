package vn.chitra.hub.reconciliation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.partner.Communes;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.sim.EmbeddedDatabases;

class WriteDueReportsIT {

  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final Instant BEFORE_THE_HOUR = Instant.parse("2026-11-19T10:59:59Z");
  private static final Instant ON_THE_HOUR = Instant.parse("2026-11-19T11:00:00Z");

  @TempDir
  Path data;

  private DataSource database;
  private JdbcTemplate jdbc;
  private ReportTables tables;
  private AnnotationConfigApplicationContext hub;

  @Configuration
  @EnableTransactionManagement
  @ComponentScan("vn.chitra.hub.reconciliation.report")
  @ComponentScan(basePackages = "vn.chitra.hub.reconciliation", useDefaultFilters = false,
      includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.JdbcSettlement"))
  static class ModuleWiring {}

  @BeforeEach
  void aProvinceInNovember() {
    database = EmbeddedDatabases.temporary().freshHub().dataSource();
    Flyway.configure().dataSource(database).load().migrate();
    jdbc = new JdbcTemplate(database);
    tables = new ReportTables(jdbc);
    tables.payroll("P-NCC", "NCC", NOVEMBER);
    tables.payroll("P-BTXH", "BTXH", NOVEMBER);
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  @Test
  void writesAtTheHourOfItsDayAndNotBefore() {
    tables.payout("P-NCC", "OPEN", "BANK", "agribank");

    assertThat(at(BEFORE_THE_HOUR).due()).isZero();
    assertThat(at(ON_THE_HOUR).due()).isEqualTo(1);
    assertThat(writeDue(at(ON_THE_HOUR))).isEqualTo(1);

    assertThat(names()).containsExactly("quyet-toan-2026-11.html", "quyet-toan-2026-11.xlsx");
    assertThat(kinds()).containsExactly("INTERIM");
  }

  @Test
  void theReportOfTheNineteenthNamesThePayrollThatKeepsTheMonthOpen() throws IOException {
    jdbc.update("update payroll set state = 'HELD', receipt_status = 'HELD' where payroll_id = 'P-BTXH'");
    writeDue(at(ON_THE_HOUR));
    assertThat(new String(html(), StandardCharsets.UTF_8)).contains("Bảo trợ xã hội: bảng P-BTXH").contains("hai người bỏ bảng").doesNotContain("DISMISS_PAYROLL");
  }

  @Test
  void aProgrammeOfWhichNothingWasAcceptedDoesNotKeepTheReportProvisional() {
    tables.payout("P-NCC", "PAID", "BANK", "agribank");
    jdbc.update("update payroll set state = 'REFUSED', receipt_status = 'REFUSED' where payroll_id = 'P-BTXH'");
    tables.close("NCC", NOVEMBER);
    assertThat(writeDue(at(ON_THE_HOUR))).isEqualTo(1);
    assertThat(kinds()).containsExactly("CLOSED");
  }

  @Test
  void writesNothingAgainAfterARestart() throws IOException {
    tables.payout("P-NCC", "PAID", "BANK", "agribank");
    writeDue(at(ON_THE_HOUR));
    byte[] first = html();

    WriteDueReports restarted = at(ON_THE_HOUR.plusSeconds(3600));

    assertThat(restarted.due()).isZero();
    assertThat(writeDue(restarted)).isZero();
    assertThat(html()).isEqualTo(first);
  }

  @Test
  void writesAgainWhenTheFiguresChanged() {
    long open = tables.payout("P-NCC", "OPEN", "BANK", "agribank");
    writeDue(at(ON_THE_HOUR));
    tables.pay(open);

    WriteDueReports next = at(ON_THE_HOUR.plusSeconds(600));
    assertThat(next.due()).isEqualTo(1);
    assertThat(writeDue(next)).isEqualTo(1);
    assertThat(next.due()).isZero();
    assertThat(kinds()).containsExactly("INTERIM", "INTERIM");
  }

  @Test
  void writesNothingWhenWhatWasBookedCancelsOut() {
    long paid = tables.payout("P-NCC", "PAID", "BANK", "agribank");
    writeDue(at(ON_THE_HOUR));
    tables.book(paid, "PAID", "agribank", -1);
    tables.book(paid, "PAID", "agribank");

    WriteDueReports next = at(ON_THE_HOUR.plusSeconds(600));
    assertThat(next.due()).isEqualTo(1);
    assertThat(writeDue(next)).isZero();
    assertThat(next.due()).isZero();
    assertThat(kinds()).hasSize(1);
  }

  @Test
  void noticesABookingThatCommitsAfterALaterOne() throws Exception {
    long paid = tables.payout("P-NCC", "PAID", "BANK", "agribank");
    long late = tables.payout("P-NCC", "OPEN", "BANK", "agribank");
    try (Connection slow = database.getConnection(); Statement statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute("insert into booking (period, partner, programme, column_name, payout_id, item_count, amount_vnd, booked_on)"
          + " values ('2026-11-01', 'agribank', 'NCC', 'CARRIED_OUT', " + late + ", 1, 500000, '2026-11-19')");
      statement.execute("update payment set state = 'UNCOLLECTED' where payout_id = " + late);
      statement.execute("update payout set state = 'CARRIED_OVER' where payout_id = " + late);
      tables.book(paid, "CAME_BACK", "agribank");
      writeDue(at(ON_THE_HOUR));
      assertThat(at(ON_THE_HOUR).due()).isZero();
      slow.commit();
    }
    assertThat(at(ON_THE_HOUR).due()).isEqualTo(1);
    assertThat(writeDue(at(ON_THE_HOUR))).isEqualTo(1);
  }

  @Test
  void writesWhenTheLastProgrammeIsClosedWhateverTheDay() {
    tables.payout("P-NCC", "PAID", "BANK", "agribank");
    tables.payout("P-BTXH", "PAID", "POST_CASH", "buu-dien");
    Instant early = Instant.parse("2026-11-18T03:00:00Z");
    tables.close("NCC", NOVEMBER);
    assertThat(at(early).due()).isZero();

    tables.close("BTXH", NOVEMBER);
    assertThat(writeDue(at(early))).isEqualTo(1);
    assertThat(kinds()).containsExactly("CLOSED");
    assertThat(at(ON_THE_HOUR).due()).isZero();
  }

  @Test
  void writesTheClosedMonthAgainEvenIfNoFigureChangedSinceTheNineteenth() throws IOException {
    tables.payout("P-NCC", "PAID", "BANK", "agribank");
    writeDue(at(ON_THE_HOUR));
    tables.close("NCC", NOVEMBER);
    tables.close("BTXH", NOVEMBER);

    assertThat(writeDue(at(ON_THE_HOUR.plusSeconds(60)))).isEqualTo(1);
    assertThat(kinds()).containsExactly("INTERIM", "CLOSED");
    assertThat(new String(html(), StandardCharsets.UTF_8)).contains("Mọi chương trình của kỳ đã đóng");
  }

  @Test
  void saysOfThePaidWhoWasPaidIntoAnAccountAndAddsUpToTheSettlement() {
    tables.payout("P-NCC", "PAID", "BANK", "agribank");
    tables.payout("P-NCC", "PAID", "COMMUNE_CASH", "xa");
    tables.payout("P-BTXH", "PAID", "BANK", "agribank");
    tables.payout("P-BTXH", "HELD", "BANK", "none");
    at(ON_THE_HOUR);

    ReportFigures figures = hub.getBean(SettlementFigures.class).of(NOVEMBER);
    ReportPage page = Figures.page(figures);
    assertThat(page.cashless().get(0).byCount()).hasToString("66,66 %");
    assertThat(page.cashless().get(0).all()).isEqualTo(EquationColumn.PAID.sum(figures.rows()));
    assertThat(page.open().get(0).figure()).isEqualTo(EquationColumn.OPEN.sum(figures.rows()));
    assertThat(page.open()).extracting(ReportPage.OpenLine::label).contains("Có hai tài khoản, chưa rõ tài khoản nào");
    assertThat(page.settlement()).allMatch(ReportPage.SettlementLine::balances);
    assertThat(page.toString()).doesNotContain("Đức").doesNotContain("Huyên");
  }

  @Test
  void countsOpenCasesOfThePeriodAndThoseOfNone() {
    long held = tables.payout("P-BTXH", "HELD", "BANK", "none");
    tables.payroll("P-DEC", "NCC", NOVEMBER.plusMonths(1));
    for (String subject : List.of("payout:" + held, "payroll:P-NCC", "payroll:P-DEC", "period:2026-11/NCC", "period:2026-12/NCC",
        "partner:agribank", "file:77", "batch:78")) {
      jdbc.update("insert into case_record (kind, subject, evidence, amount_vnd, state, opened_at) values ('ANSWER_OVERDUE', ?, 'Đã quá"
          + " hạn', 100, 'OPEN', '2026-11-19Z')", subject);
    }
    at(ON_THE_HOUR);

    assertThat(hub.getBean(SettlementFigures.class).of(NOVEMBER).cases()).extracting(ReportFigures.OpenCases::ofPeriod,
        ReportFigures.OpenCases::cases).containsExactly(tuple(true, 3L),
        tuple(false, 3L));
  }

  @Test
  void keepsTheBytesOfEveryReportUnderTheirHash() throws IOException {
    long open = tables.payout("P-NCC", "OPEN", "BANK", "agribank");
    writeDue(at(ON_THE_HOUR));
    byte[] first = html();
    tables.pay(open);
    writeDue(at(ON_THE_HOUR.plusSeconds(60)));

    List<String> hashes = jdbc.queryForList("select html_sha256 from settlement_report order by report_id", String.class);
    try (var kept = hub.getBean(Archive.class).open(hashes.get(0))) {
      assertThat(kept.readAllBytes()).isEqualTo(first).isNotEqualTo(html());
    }
  }

  @Test
  void staysDueWhenTheFileCannotBeWritten() throws IOException {
    tables.payout("P-NCC", "PAID", "BANK", "agribank");
    Files.writeString(data.resolve("reports"), "a file where the folder should be");

    WriteDueReports reports = at(ON_THE_HOUR);
    assertThatThrownBy(() -> writeDue(reports)).isInstanceOf(UncheckedIOException.class);
    assertThat(reports.due()).isEqualTo(1);

    Files.delete(data.resolve("reports"));
    assertThat(writeDue(reports)).isEqualTo(1);
    assertThat(names()).noneMatch(name -> name.endsWith(".part"));
  }

  /** A hub of its own over the same database and folder, as after a restart at that moment. */
  private WriteDueReports at(Instant now) {
    if (hub != null) {
      hub.close();
    }
    hub = new AnnotationConfigApplicationContext();
    hub.registerBean(Clock.class, () -> Clock.fixed(now, ZoneId.of("Asia/Ho_Chi_Minh")));
    hub.registerBean(JdbcTemplate.class, () -> jdbc);
    hub.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
    hub.registerBean(Partners.class, Figures.MAPPINGS::partners);
    hub.registerBean(Communes.class, Figures.MAPPINGS::communes);
    hub.registerBean(Archive.class, this::archive);
    hub.registerBean(ReportSettings.class, () -> new ReportSettings(data, new ReportSettings.Report(19, LocalTime.of(18, 0), null, null, null)));
    hub.register(ModuleWiring.class);
    hub.refresh();
    return hub.getBean(WriteDueReports.class);
  }

  private Archive archive() {
    try {
      return new Archive(data.resolve("archive"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(data.resolve("reports/2026-11"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] html() throws IOException {
    return Files.readAllBytes(data.resolve("reports/2026-11/quyet-toan-2026-11.html"));
  }

  private List<String> kinds() {
    return jdbc.queryForList("select kind from settlement_report order by report_id", String.class);
  }

  /** As the route does it. @return reports written */
  private static int writeDue(WriteDueReports reports) {
    return (int) reports.duePeriods().stream().filter(reports::write).count();
  }
}
