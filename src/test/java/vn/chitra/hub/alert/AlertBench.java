package vn.chitra.hub.alert;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import vn.chitra.hub.cases.CaseDeadlines;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.partner.Communes;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.Places;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.reconciliation.Settlement;
import vn.chitra.hub.reconciliation.SettlementRow;
import vn.chitra.hub.reconciliation.report.ReportSettings;
import vn.chitra.hub.reconciliation.report.SettlementFigures;
import vn.chitra.hub.reconciliation.report.SettlementReport;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.mail.MailSandbox;
import vn.chitra.hub.support.MovableClock;

/** The module alone over a fresh database: real cases, real mapping files, a real mail server, clocks that a test moves. */
final class AlertBench implements AutoCloseable {

  final MovableClock business = new MovableClock("2026-11-25T02:00:00Z");
  final MovableClock wall = new MovableClock("2026-03-01T00:00:00Z");
  final List<SettlementRow> settlement = new ArrayList<>();
  private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
  private final JdbcTemplate jdbc;

  @EnableTransactionManagement
  static class Transactions {}

  private AlertBench(Map<String, String> settings) throws IOException {
    DataSource database = EmbeddedDatabases.temporary().freshHub().dataSource();
    Flyway.configure().dataSource(database).load().migrate();
    this.jdbc = new JdbcTemplate(database);
    Mappings mappings = Mappings.load("classpath:mappings/", Vocabulary.of(ReportedState.class, CaseKind.class));
    context.registerBean("businessClock", Clock.class, () -> business, definition -> definition.setPrimary(true));
    context.registerBean("wallClock", Clock.class, () -> wall);
    context.registerBean(JdbcTemplate.class, () -> jdbc);
    context.registerBean(NamedParameterJdbcTemplate.class, () -> new NamedParameterJdbcTemplate(jdbc));
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(jdbc));
    context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
    context.registerBean(MailSettings.class, () -> bound(settings));
    context.registerBean(Mappings.class, () -> mappings);
    context.registerBean(Partners.class, mappings::partners);
    context.registerBean(BankingCalendar.class, mappings::calendar);
    context.registerBean(CaseDeadlines.class, () -> new CaseDeadlines(mappings.calendar()::plusBankingDays, business));
    context.registerBean(Settlement.class, () -> new Books(settlement));
    context.registerBean(Communes.class, mappings::communes);
    context.registerBean(Places.class, mappings::places);
    context.registerBean(ReportSettings.class,
        () -> new ReportSettings(Path.of("."), new ReportSettings.Report(19, LocalTime.of(18, 0), null, null, null)));
    context.register(SettlementFigures.class, SettlementReport.class);
    context.register(Transactions.class);
    context.scan("vn.chitra.hub.alert", "vn.chitra.hub.cases");
    context.refresh();
  }

  private record Books(List<SettlementRow> rows) implements Settlement {

    @Override
    public List<SettlementRow> of(YearMonth period) {
      return rows.stream().filter(row -> row.period().equals(period)).toList();
    }

    @Override
    public List<YearMonth> periods() {
      return rows.stream().map(SettlementRow::period).distinct().toList();
    }
  }

  static AlertBench with(MailSandbox server, String... more) throws IOException {
    Map<String, String> settings = new HashMap<>(server.settings());
    settings.put("hub.mail.recipients.operator", "vanhanh@phutho.example");
    settings.put("hub.mail.recipients.accountant", "ketoan@phutho.example");
    settings.put("hub.mail.recipients.engineer", "kythuat@phutho.example");
    for (String one : more) {
      settings.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
    }
    return new AlertBench(settings);
  }

  static AlertBench withoutServer() throws IOException {
    return new AlertBench(Map.of());
  }

  static MailSettings bound(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(Map.of("hub.mail.port", "587", "hub.mail.starttls", "true", "hub.mail.timeout", "10s",
        "hub.mail.per-hour", "60", "hub.mail.merge-after", "15m"));
    all.putAll(settings);
    return new Binder(new MapConfigurationPropertySource(all)).bind("hub.mail", MailSettings.class).get();
  }

  Alerts alerts() {
    return context.getBean(Alerts.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** One tick of both timers. */
  int tick() {
    alerts().notifyPeople();
    return alerts().send();
  }

  void moveTo(String instant) {
    business.moveTo(Instant.parse(instant));
  }

  void pass(Duration time) {
    business.pass(time);
    wall.pass(time);
  }

  void open(NewCase one) {
    context.getBean(Cases.class).open(one);
  }

  void open(CaseKind kind, int from, int to) {
    for (int i = from; i <= to; i++) {
      open(unreadable(kind, i));
    }
  }

  void openMany(CaseKind kind, int count) {
    jdbc.update("insert into case_record (kind, subject, evidence, amount_vnd, state, opened_at, due_at) select ?, 'payout:' || n,"
            + " 'Hai tài khoản cùng một ngày.', 2789000, 'OPEN', ?, ? from generate_series(1, ?) n", kind.name(),
        Timestamp.from(business.instant()), Timestamp.from(business.instant().plus(Duration.ofDays(kind.dueDays()))), count);
  }

  static NewCase unreadable(CaseKind kind, int number) {
    return NewCase.about(kind, "file:" + number, "Dòng cuối không có tổng số.").atPartner("agribank").over(3, 2_789_000L);
  }

  void close(CaseKind kind, String subject) {
    context.getBean(Cases.class).autoClose(kind, subject, "đối tác đã gửi lại tệp đúng");
  }

  void close(CaseKind kind, int from, int to) {
    for (int i = from; i <= to; i++) {
      close(kind, "file:" + i);
    }
  }

  void closeMonth(String programme, YearMonth period) {
    jdbc.update("insert into period_close (programme, period, closed_at) values (?, ?, now())", programme,
        java.sql.Date.valueOf(period.atDay(1)));
  }

  /** A list that was taken, without payouts. */
  void list(String programme, String commune, YearMonth from, YearMonth to) {
    jdbc.update("insert into payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from,"
        + " pay_until, item_count, total_vnd, state, taken_at, receipt_status) values (?, ?, ?, ?, ?, ?, '2026-11-15', '2026-12-01',"
        + " '2026-12-15', 0, 0, 'RELEASED', ?, 'TAKEN')", programme + "-" + commune + "-" + to, programme, "XA" + commune, commune,
        java.sql.Date.valueOf(from.atDay(1)), java.sql.Date.valueOf(to.atDay(1)), Timestamp.from(business.instant()));
  }

  /** A payment file that waits for funds. */
  void waiting(String partner, int seq, long dong) {
    jdbc.update("insert into batch (partner, kind, value_date, state, seq, file_name, file_sha256, file_size, payment_count, total_vnd,"
        + " opened_at, built_at) values (?, 'PAYMENT', '2026-11-25', 'WAITING_FUNDS', ?, ?, repeat('a', 64), 1, 1, ?, ?, ?)", partner, seq,
        "CT-" + seq, dong, Timestamp.from(business.instant()), Timestamp.from(business.instant()));
  }

  /** A statement that counts. */
  void statement(String partner, String account, String day, long closing) {
    long file = jdbc.queryForObject("insert into file (direction, partner, name, sha256, size_bytes, content_key, state, received_at)"
        + " values ('IN', ?, ?, repeat('b', 64), 1, ?, 'DONE', ?) returning file_id", Long.class, partner, "SK-" + day, day, Timestamp.from(business.instant()));
    jdbc.update("insert into statement (partner, account, day, opening_vnd, closing_vnd, file_id, state, taken_at, chained_at)"
        + " values (?, ?, ?::date, 0, ?, ?, 'CHAINED', now(), now())", partner, account, day, closing, file);
  }

  void propose(RepairAction action, String subject, long dong, String reason, String who, String... several) {
    jdbc.update("insert into repair_proposal (action, subject, reason, item_count, amount_vnd, proposed_by, proposed_at, state)"
        + " values (?, ?, ?, 1, ?, ?, ?, 'PROPOSED')", action.name(), subject, reason, dong, who, Timestamp.from(business.instant()));
    for (int i = 0; i < several.length; i++) {
      jdbc.update("insert into repair_proposal_item (proposal_id, position, subject, item_count, amount_vnd)"
          + " select max(proposal_id), ?, ?, 1, 0 from repair_proposal", i + 1, several[i]);
    }
  }

  /** The settlement report cannot be written meanwhile. */
  void withoutBookings(Runnable meanwhile) {
    jdbc.execute("alter table booking rename to booking_away");
    try {
      meanwhile.run();
    } finally {
      jdbc.execute("alter table booking_away rename to booking");
    }
  }

  void approveAll(String who) {
    jdbc.update("update repair_proposal set state = 'DONE', decided_by = ?, approved_by = ?, decided_at = now() where state = 'PROPOSED'",
        who, who);
  }

  long count(String sql) {
    return jdbc.queryForObject(sql, Long.class);
  }

  List<String> texts(String sql) {
    return jdbc.queryForList(sql, String.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
