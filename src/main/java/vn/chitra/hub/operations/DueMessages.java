package vn.chitra.hub.operations;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.batch.Formats;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.outbox.Outbox;
import vn.chitra.hub.partner.Partners;

/**
 * What should be on a queue and perhaps is not: the database is the truth, queues are rebuilt from it. A message too many harms
 * nobody, for every consumer is idempotent by state.
 */
@Component("dueMessages")
public class DueMessages {

  private static final Logger LOG = LoggerFactory.getLogger(DueMessages.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final JdbcTemplate jdbc;
  private final Outbox outbox;
  private final Partners partners;
  private final Formats formats;
  private final Clock wallClock;

  DueMessages(JdbcTemplate jdbc, Outbox outbox, Partners partners, Formats formats, @Qualifier("wallClock") Clock wallClock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.partners = partners;
    this.formats = formats;
    this.wallClock = wallClock;
  }

  /** A send that a dead process began is in doubt: it is asked about and sent again at once, as is everything else that waits. */
  @EventListener(ApplicationReadyEvent.class)
  @Transactional
  public void afterStart() {
    Timestamp now = Timestamp.from(wallClock.instant());
    int doubtful = jdbc.update("update batch set state = 'IN_DOUBT', retry_at = ?, version = version + 1 where state = 'SENDING'", now);
    jdbc.update("update batch set retry_at = ? where state in ('BUILT', 'IN_DOUBT') and retry_at is not null", now);
    jdbc.update("update file set retry_at = ? where state = 'ARCHIVED'", now);
    jdbc.update("update payroll set retry_at = ? where state in ('TAKEN', 'PLANNED')", now);
    int queued = queueAgain();
    LOG.info("started: {} messages queued again, {} sends in doubt", queued, doubtful);
  }

  /**
   * Queues what is due and whose patience has run out; what somebody works on at this moment is left for the next time, so one slow payroll
   * or file holds up nothing else. @return messages
   */
  @Transactional
  public int queueAgain() {
    Instant now = wallClock.instant();
    return payrolls(now) + files(now) + batches(now);
  }

  private int payrolls(Instant now) {
    List<String[]> due = jdbc.query("update payroll set retry_at = ? where payroll_id in (select payroll_id from payroll"
        + " where state in ('TAKEN', 'PLANNED') and (retry_at is null or retry_at <= ?) order by 1 for no key update skip locked)"
        + " returning payroll_id, state", (r, n) -> new String[] {r.getString(1), r.getString(2)}, next(now), at(now));
    due.forEach(row -> outbox.put("TAKEN".equals(row[1]) ? Destination.PLAN_PAYROLL : Destination.RELEASE_PAYROLL, row[0], row[0]));
    return due.size();
  }

  private int files(Instant now) {
    List<String[]> due = jdbc.query("update file set retry_at = ? where file_id in (select file_id from file"
            + " where state = 'ARCHIVED' and (retry_at is null or retry_at <= ?) order by 1 for no key update skip locked)"
            + " returning file_id, partner || '/' || folder", (r, n) -> new String[] {r.getString(1), r.getString(2)}, next(now), at(now));
    due.forEach(row -> outbox.put(Destination.APPLY_FILE, row[1], row[0]));
    return due.size();
  }

  private int batches(Instant now) {
    List<String[]> due = jdbc.query("update batch set retry_at = ?, version = version + 1, state = case state when 'SENDING' then"
            + " 'IN_DOUBT' else state end"
            + " where batch_id in (select batch_id from batch where state in ('BUILT', 'SENDING', 'IN_DOUBT', 'WAITING_FUNDS')"
            + " and retry_at <= ? order by 1 for no key update skip locked) returning batch_id, partner, folder",
        (r, n) -> new String[] {r.getString(1), r.getString(2), r.getString(3)}, next(now), at(now));
    due.forEach(row -> outbox.put(formats.sendQueue(partners.byId(row[1]).orElseThrow().kind()), row[1] + "/" + row[2], row[0]));
    return due.size();
  }

  private static Timestamp at(Instant now) {
    return Timestamp.from(now);
  }

  private static Timestamp next(Instant now) {
    return Timestamp.from(now.plus(PATIENCE));
  }
}
