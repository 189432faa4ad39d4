package vn.chitra.hub.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.archive.DueFiles;
import vn.chitra.hub.archive.DueFiles.DueFile;
import vn.chitra.hub.batch.DueBatches;
import vn.chitra.hub.batch.DueBatches.DueBatch;
import vn.chitra.hub.batch.Formats;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.outbox.Outbox;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.payroll.DuePayrolls;
import vn.chitra.hub.payroll.DuePayrolls.DuePayroll;

/**
 * Rebuilds missing queue messages from the database, which is the source of truth. An extra message is harmless, because every consumer is
 * idempotent by state.
 */
@Component("dueMessages")
public class DueMessages {

  private static final Logger LOG = LoggerFactory.getLogger(DueMessages.class);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final DuePayrolls payrolls;
  private final DueFiles files;
  private final DueBatches batches;
  private final Outbox outbox;
  private final Partners partners;
  private final Formats formats;
  private final Clock wallClock;

  DueMessages(DuePayrolls payrolls, DueFiles files, DueBatches batches, Outbox outbox, Partners partners, Formats formats,
      @Qualifier("wallClock") Clock wallClock) {
    this.payrolls = payrolls;
    this.files = files;
    this.batches = batches;
    this.outbox = outbox;
    this.partners = partners;
    this.formats = formats;
    this.wallClock = wallClock;
  }

  /** Runs at start: a send that a dead process began is in doubt. It is queried and sent again at once, like all other waiting work. */
  @EventListener(ApplicationReadyEvent.class)
  @Transactional
  public void afterStart() {
    Instant now = wallClock.instant();
    int doubtful = batches.retryNow(now);
    files.retryNow(now);
    payrolls.retryNow(now);
    int queued = queueAgain();
    LOG.info("started: {} messages queued again, {} sends in doubt", queued, doubtful);
  }

  /**
   * Queues work that is due and overdue for its message; locked rows are left for the next run, so one slow payroll or file blocks nothing
   * else. @return messages
   */
  @Transactional
  public int queueAgain() {
    Instant now = wallClock.instant();
    return payrolls(now, now.plus(PATIENCE)) + files(now, now.plus(PATIENCE)) + batches(now, now.plus(PATIENCE));
  }

  private int payrolls(Instant now, Instant next) {
    List<DuePayroll> due = payrolls.claim(now, next);
    due.forEach(one -> outbox.put(one.planned() ? Destination.RELEASE_PAYROLL : Destination.PLAN_PAYROLL, one.id(), one.id()));
    return due.size();
  }

  private int files(Instant now, Instant next) {
    List<DueFile> due = files.claim(now, next);
    due.forEach(one -> outbox.put(Destination.APPLY_FILE, one.partner() + "/" + one.folder(), one.id()));
    return due.size();
  }

  private int batches(Instant now, Instant next) {
    List<DueBatch> due = batches.claim(now, next);
    due.forEach(one -> outbox.put(formats.sendQueue(partners.byId(one.partner()).orElseThrow().kind()),
        one.partner() + "/" + one.folder(), one.id()));
    return due.size();
  }
}
