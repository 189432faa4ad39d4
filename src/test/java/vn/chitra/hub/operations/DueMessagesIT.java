package vn.chitra.hub.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.archive.DueFiles;
import vn.chitra.hub.batch.DueBatches;
import vn.chitra.hub.batch.Formats;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.outbox.Outbox;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.payroll.DuePayrolls;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.TwoAtOnce;
import vn.chitra.hub.support.Zone;

/** The recovery run that queues again what is due. */
class DueMessagesIT {

  private static final Instant NOON = Instant.parse("2026-11-18T05:00:00Z");

  private final Outbox outbox = mock(Outbox.class);
  private DataSource database;
  private JdbcTemplate jdbc;

  @BeforeEach
  void twoPayrollsThatNobodyPlanned() {
    database = EmbeddedDatabases.temporary().freshHub().dataSource();
    Flyway.configure().dataSource(database).load().migrate();
    jdbc = new JdbcTemplate(database);
    List.of("BL-1", "BL-2").forEach(id -> jdbc.update("""
        insert into payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from, pay_until,
          item_count, total_vnd, state, taken_at, accepted_count, accepted_vnd, receipt_status)
        values (?, 'BTXH', 'XA04792', '04792', '2026-11-01', '2026-11-01', '2026-10-15', '2026-11-05', '2026-11-30', 1, 500000, 'TAKEN',
          '2026-10-24 02:00Z', 1, 500000, 'TAKEN')""", id));
  }

  /** However its first message was lost: a payroll that was taken is planned. */
  @Test
  void aPayrollThatNobodyPlannedIsQueuedAgainAndAgain() {
    assertThat(at(NOON).queueAgain()).isEqualTo(2);
    assertThat(at(NOON.plusSeconds(60)).queueAgain()).as("within its patience").isZero();
    assertThat(at(NOON.plusSeconds(121)).queueAgain()).isEqualTo(2);
  }

  @Test
  void aPayrollThatIsJustPlannedHoldsUpNoOther() throws Exception {
    try (TwoAtOnce two = new TwoAtOnce(database)) {
      two.holds("update payroll set state = 'PLANNED' where payroll_id = 'BL-1'").start(() -> at(NOON).queueAgain());
      assertThat(two.lastHasEnded()).isTrue();
      verify(outbox).put(Destination.PLAN_PAYROLL, "BL-2", "BL-2");
      verify(outbox, never()).put(any(), any(), eq("BL-1"));
    }
  }

  private DueMessages at(Instant now) {
    return new DueMessages(new DuePayrolls(jdbc), new DueFiles(jdbc), new DueBatches(jdbc), outbox, mock(Partners.class),
        mock(Formats.class), Clock.fixed(now, Zone.VIETNAM));
  }
}
