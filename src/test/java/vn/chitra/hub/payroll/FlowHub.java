package vn.chitra.hub.payroll;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import vn.chitra.hub.batch.BuildBatch;
import vn.chitra.hub.batch.GatherBatches;
import vn.chitra.hub.batch.GatheredBatches;
import vn.chitra.hub.batch.SendBatch;
import vn.chitra.hub.batch.UploadAttempt;
import vn.chitra.hub.batch.UploadResult;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.fixture.WelfareFixture;
import vn.chitra.hub.inbound.AppliedFile;
import vn.chitra.hub.inbound.ApplyFile;
import vn.chitra.hub.inbound.ReceiveFile;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.payout.PlanPayroll;
import vn.chitra.hub.payout.ReleasePayroll;
import vn.chitra.hub.reconciliation.Settlement;
import vn.chitra.hub.support.Zone;

/**
 * The hub's own beans between a real welfare database and the partners' files, without Camel, web and broker: a payroll from the province's
 * approval to the bank's answer, step by step.
 */
final class FlowHub {

  final WelfareFixture welfare;
  final JdbcTemplate jdbc;
  private final HubFixture hub = HubFixture.get();

  private FlowHub() {
    hub.reset(morning(LocalDate.of(2026, 10, 24)));
    welfare = hub.welfare();
    jdbc = hub.bean(JdbcTemplate.class);
  }

  /** Both databases empty, on the morning of 24 October 2026. */
  static FlowHub begin() {
    return new FlowHub();
  }

  <T> T bean(Class<T> type) {
    return hub.bean(type);
  }

  void itIs(LocalDate day) {
    hub.clock().moveTo(morning(day));
  }

  private static Instant morning(LocalDate day) {
    return day.atTime(10, 0).atZone(Zone.VIETNAM).toInstant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(hub.clock().instant(), Zone.VIETNAM);
  }

  /** Taken from the province. */
  void take(String payroll) {
    bean(TakePayroll.class).take(payroll);
  }

  /** Taken, planned, released. */
  void handOver(String payroll) {
    take(payroll);
    bean(PlanPayroll.class).plan(payroll);
    bean(ReleasePayroll.class).release(payroll);
  }

  /** At the next send time: released payments into open batches. */
  void gather() {
    for (int days = 0; days < 10; days++) {
      itIs(today().plusDays(1));
      if (!GatheredBatches.of(bean(GatherBatches.class), List.of(PartnerKind.values())).isEmpty()) {
        return;
      }
    }
    throw new IllegalStateException("nothing to gather");
  }

  void build() {
    for (Long batch : jdbc.queryForList("select batch_id from batch where state = 'OPEN' order by 1", Long.class)) {
      try {
        bean(BuildBatch.class).build(batch);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Gathered, built and proven at the partner. */
  void send() {
    gather();
    build();
    for (Long batch : jdbc.queryForList("select batch_id from batch where state = 'BUILT' order by 1", Long.class)) {
      bean(SendBatch.class).begin(batch);
      bean(SendBatch.class).settle(new UploadAttempt(batch, 1, new UploadResult.Proven("kích thước đọc lại khớp")));
    }
  }

  /** The bank's next result part about one payment: what is said is said for good. */
  void bankSays(String payment, String status) {
    Map<String, Object> batch = jdbc.queryForMap("select b.*, l.amount_vnd from payment l join batch b using (batch_id)"
        + " where l.end_to_end_id = ?", payment);
    int part = jdbc.queryForObject("select coalesce(max(number), 0) + 1 from batch_reply where batch_id = ?", Integer.class,
        batch.get("batch_id"));
    String body = "H|1|PTCTXH|%s|%d|Y\nR|%s|%s|%s|FT%s|%s|\nT|1|%s\n".formatted(batch.get("seq"), part, payment, batch.get("amount_vnd"),
        status, status, today().toString().replace("-", ""), batch.get("amount_vnd"));
    String name = ((String) batch.get("file_name")).replace("CT_", "KQ_").replace(".csv", "_%02d.csv".formatted(part));
    try {
      Path spool = Files.createTempFile("answer-", ".bin");
      Files.write(spool, body.getBytes(StandardCharsets.UTF_8));
      bean(ReceiveFile.class).receive(bean(Partners.class).byId("agribank").orElseThrow(), "", name, spool);
      Files.delete(spool);
      for (Long id : jdbc.queryForList("select file_id from file where state = 'ARCHIVED' order by 1", Long.class)) {
        AppliedFile.apply(bean(ApplyFile.class), bean(PlatformTransactionManager.class), id);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The newest payment of a payroll's line. */
  String payment(String payroll, int line) {
    return jdbc.queryForObject("select end_to_end_id from payment l join payout p using (payout_id) where p.current_payroll_id = ?"
        + " and p.current_line_no = ? order by l.attempt desc limit 1", String.class, payroll, line);
  }

  Map<String, Object> paymentRow(String payment) {
    return jdbc.queryForMap("select * from payment where end_to_end_id = ?", payment);
  }

  /** Period, partner, column and sign of every booking of the payout, in order. */
  List<String> bookings(String payroll, int line) {
    return jdbc.queryForList("select to_char(b.period, 'MM') || ' ' || b.partner || ' ' || b.column_name"
        + " || case b.item_count when 1 then ' +' else ' -' end from payout_booking b join payout p using (payout_id)"
        + " where p.payroll_id = ? and p.line_no = ? order by b.booking_id", String.class, payroll, line);
  }

  /** Kinds of the open cases, sorted. */
  List<String> cases() {
    return jdbc.queryForList("select kind from case_record where state = 'OPEN' order by kind", String.class);
  }

  /** {@code payroll/line outcome revision} of every result. */
  List<String> results() {
    return jdbc.queryForList("select payroll_id || '/' || line_no || ' ' || outcome || ' ' || revision from payout_result"
        + " order by payroll_id, line_no", String.class);
  }

  /** Every row of every period's settlement differs by nothing. */
  boolean balances() {
    Settlement settlement = bean(Settlement.class);
    List<YearMonth> periods = settlement.periods();
    return periods.stream().flatMap(period -> settlement.of(period).stream()).allMatch(row -> row.difference().isZero());
  }

  void close(YearMonth period) {
    jdbc.update("insert into period_close (programme, period, closed_at) values ('BTXH', ?, now())", Date.valueOf(period.atDay(1)));
  }
}
