package vn.chitra.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.support.Zone;

class AuditTrailIT {

  private JdbcTemplate jdbc;
  private TransactionTemplate transaction;
  private AuditTrail trail;

  @BeforeEach
  void anEmptyTrail() {
    DataSource hub = EmbeddedDatabases.temporary().freshHub().dataSource();
    Flyway.configure().dataSource(hub).load().migrate();
    jdbc = new JdbcTemplate(hub);
    transaction = new TransactionTemplate(new DataSourceTransactionManager(hub));
    trail = new AuditTrail(jdbc, Clock.fixed(Instant.parse("2026-11-18T02:00:00.123456789Z"), Zone.VIETNAM));
  }

  @Test
  void theChainOfAllEventsHolds() {
    append(3);

    assertThat(trail.verify()).isEqualTo(new AuditTrail.Verification(3, lastHash(), null));
    assertThat(jdbc.queryForList("select prev_hash from audit_event where audit_id > 1 order by 1", String.class))
        .containsExactlyInAnyOrderElementsOf(jdbc.queryForList("select hash from audit_event where audit_id < 3", String.class));
  }

  @Test
  void anEmptyTrailHolds() {
    assertThat(trail.verify().holds()).isTrue();
  }

  @Test
  void anEventRollsBackWithItsAction() {
    append(1);
    transaction.executeWithoutResult(status -> {
      trail.append("dat", "STOP_PAYOUT", "payout:9", "chuyển nhầm", null);
      status.setRollbackOnly();
    });

    append(1);
    assertThat(trail.verify()).isEqualTo(new AuditTrail.Verification(2, lastHash(), null));
  }

  @Test
  void aChangedEventBreaksTheChainThere() {
    append(4);
    tamper("update audit_event set reason = 'Đỗ Thị Hường đồng ý' where audit_id = 2");

    assertThat(trail.verify().firstBroken()).isEqualTo(2);
  }

  @Test
  void aChangedEventWithAHashOfItsOwnBreaksTheNextOne() {
    append(3);
    String forged = new AuditEvent(2, Instant.parse("2026-11-18T02:00:00.123456Z"), "ai-do", "PAY", "payout:1", null, null)
        .hash(jdbc.queryForObject("select hash from audit_event where audit_id = 1", String.class));
    tamper("update audit_event set actor = 'ai-do', action = 'PAY', subject = 'payout:1', reason = null, detail = null, hash = '" + forged
        + "' where audit_id = 2");

    assertThat(trail.verify().firstBroken()).isEqualTo(3);
  }

  @Test
  void aMissingEventBreaksTheChain() {
    append(3);
    tamper("delete from audit_event where audit_id = 2");

    assertThat(trail.verify().firstBroken()).isEqualTo(3);
  }

  @Test
  void aTextMovedFromOneFieldToTheNextIsAnotherEvent() {
    Instant at = Instant.parse("2026-11-18T02:00:00Z");
    assertThat(new AuditEvent(1, at, "dat", "HOLD", "payout:1", "a", null).hash("0"))
        .isNotEqualTo(new AuditEvent(1, at, "dat", "HOLD", "payout:1", null, "a").hash("0"));
  }

  @Test
  void theDatabaseItselfRefusesToChangeOrRemoveAnEvent() {
    append(1);

    assertThatThrownBy(() -> jdbc.update("update audit_event set actor = 'ai-do'")).hasMessageContaining("append-only");
    assertThatThrownBy(() -> jdbc.update("delete from audit_event")).hasMessageContaining("append-only");
    assertThatThrownBy(() -> jdbc.update("truncate audit_event")).hasMessageContaining("append-only");
  }

  @Test
  void manyAtOnceMakeOneChain() throws Exception {
    ExecutorService persons = Executors.newFixedThreadPool(4);
    try {
      persons.invokeAll(IntStream.range(0, 20).<Callable<Object>>mapToObj(n -> () -> {
        append(1);
        return n;
      }).toList()).forEach(done -> assertThat(done).succeedsWithin(Duration.ofSeconds(20)));
    } finally {
      persons.shutdownNow();
    }

    assertThat(trail.verify()).isEqualTo(new AuditTrail.Verification(20, lastHash(), null));
  }

  private void append(int events) {
    for (int n = 0; n < events; n++) {
      String subject = "payout:" + n;
      transaction.executeWithoutResult(status -> trail.append("huong", "HOLD_PAYOUT", subject, "Đỗ Thị Hường đề nghị", null));
    }
  }

  private void tamper(String sql) {
    jdbc.execute("alter table audit_event disable trigger user");
    assertThat(jdbc.update(sql)).isEqualTo(1);
    jdbc.execute("alter table audit_event enable trigger user");
  }

  private String lastHash() {
    return jdbc.queryForObject("select hash from audit_event order by audit_id desc limit 1", String.class);
  }
}
