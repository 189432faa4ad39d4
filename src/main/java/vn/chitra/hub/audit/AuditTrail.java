package vn.chitra.hub.audit;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.support.SqlText;

/**
 * The audit trail: who did what, when and why. It is append-only, and each event carries the hash of the previous one. An event commits
 * with the action it describes, or not at all. A changed, removed or inserted event breaks the chain from there on.
 */
@Component
public class AuditTrail {

  /** Any number, the same in every instance: one appender at a time, until its transaction ends. */
  private static final long APPENDING = 0x4348_4954_5241L;

  private static final String APPEND = SqlText.of("audit/append-event");

  private final JdbcClient jdbc;
  private final Clock businessClock;

  AuditTrail(JdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = JdbcClient.create(jdbc);
    this.businessClock = businessClock;
  }

  /**
   * Appends in the caller's transaction.
   *
   * @param actor login of a person, or {@code hub}
   * @param subject as of a case: {@code payout:<id>}, {@code batch:<id>}, …
   * @param detail what was seen and done; no personal data
   * @return the event's hash
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String append(String actor, String action, String subject, @Nullable String reason, @Nullable String detail) {
    jdbc.sql("select pg_advisory_xact_lock(:appending)").param("appending", APPENDING).query(rs -> { });
    Link last = last();
    Instant at = businessClock.instant().truncatedTo(ChronoUnit.MICROS);
    AuditEvent event = new AuditEvent(last.number() + 1, at, actor, action, subject, reason, detail);
    String hash = event.hash(last.hash());
    jdbc.sql(APPEND).param("number", event.number()).param("at", Timestamp.from(at)).param("actor", actor).param("action", action)
        .param("subject", subject).param("reason", reason, Types.VARCHAR).param("detail", detail, Types.VARCHAR)
        .param("before", last.hash()).param("hash", hash).update();
    return hash;
  }

  /** Verifies the whole chain. A cut-off end is found only by comparison with a hash noted elsewhere: {@link Verification#lastHash}. */
  @Transactional(readOnly = true)
  public Verification verify() {
    AtomicReference<Link> end = new AtomicReference<>(Link.NONE);
    AtomicReference<Long> broken = new AtomicReference<>();
    jdbc.sql("select * from audit_event order by audit_id").query(r -> {
      Link before = Objects.requireNonNull(end.get());
      AuditEvent event = AuditEvent.from(r);
      String hash = r.getString("hash");
      boolean fits = event.number() == before.number() + 1 && r.getString("prev_hash").equals(before.hash())
          && hash.equals(event.hash(before.hash()));
      if (!fits) {
        broken.compareAndSet(null, event.number());
      }
      end.set(new Link(event.number(), hash));
    });
    Link last = Objects.requireNonNull(end.get());
    return new Verification(last.number(), last.hash(), broken.get());
  }

  private Link last() {
    return jdbc.sql("select audit_id, hash from audit_event order by audit_id desc limit 1")
        .query((r, n) -> new Link(r.getLong(1), r.getString(2))).optional().orElse(Link.NONE);
  }

  /**
   * @param lastNumber of the newest event, 0 when there is none
   * @param firstBroken number of the first event that does not match the one before it; null when the chain is intact
   */
  public record Verification(long lastNumber, String lastHash, @Nullable Long firstBroken) {

    public boolean holds() {
      return firstBroken == null;
    }
  }

  private record Link(long number, String hash) {

    static final Link NONE = new Link(0, "0".repeat(64));
  }
}
