package vn.chitra.hub.cases;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.Masking;
import vn.chitra.hub.support.RootCause;

/**
 * Work that a timer repeats, one item at a time. An item that fails at every tick for a minute is a case, which ends with its next success,
 * also of another process. The failure goes on to the caller all the same. A database that is away or busy fails for every item: that is
 * no item's trouble, and health shows it. Call it outside of a transaction: the item's own must have ended.
 */
@Component
public class RepeatedWork {

  private static final Logger LOG = LoggerFactory.getLogger(RepeatedWork.class);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration UNTIL_FORGOTTEN = Duration.ofHours(1);
  private static final Duration UNTIL_LOOKED_AGAIN = Duration.ofSeconds(30);

  private final Cases cases;
  private final OpenCases open;
  private final Clock wallClock;
  private final Map<String, Failures> failing = new HashMap<>();
  private Set<String> seen = Set.of();
  private Instant lookedAt = Instant.MIN;

  public RepeatedWork(Cases cases, OpenCases open, @Qualifier("wallClock") Clock wallClock) {
    this.cases = cases;
    this.open = open;
    this.wallClock = wallClock;
  }

  /** The work on one item. */
  @FunctionalInterface
  public interface Item<E extends Exception> {
    void run() throws E;
  }

  private record Failures(Instant first, Instant last) {}

  /**
   * @param subject of the case: {@code batch:<batch_id>}, {@code file:<file_id>}, …
   * @param what is done, Vietnamese, as the evidence begins
   * @throws E as the item does
   */
  public <E extends Exception> void attempt(String subject, String what, Item<E> item) throws E {
    try {
      item.run();
    } catch (Exception e) {
      if (!isOutage(e)) {
        failed(subject, what, e);
      }
      throw e;
    }
    ended(subject);
  }

  /** The item succeeded, or is no more: a case about it ends. */
  public void ended(String subject) {
    if (isKnown(subject) && cases.tryToClose(CaseKind.WORK_FAILING, subject, "lần sau đã được")) {
      forget(subject);
    }
  }

  private void failed(String subject, String what, Exception cause) {
    if (!isLasting(subject)) {
      return;
    }
    try {
      cases.open(NewCase.about(CaseKind.WORK_FAILING, subject, what + ": lần nào cũng lỗi (" + RootCause.name(cause)
          + "). Hub vẫn thử lại; các việc khác vẫn chạy."));
    } catch (RuntimeException e) {
      LOG.warn("no case yet about {}: {}", Masking.maskDigits(subject), RootCause.name(e));
    }
  }

  private synchronized boolean isLasting(String subject) {
    Instant now = wallClock.instant();
    failing.values().removeIf(one -> one.last().isBefore(now.minus(UNTIL_FORGOTTEN)));
    Failures all = new Failures(failing.containsKey(subject) ? failing.get(subject).first() : now, now);
    failing.put(subject, all);
    return !all.first().isAfter(now.minus(PATIENCE));
  }

  /** Whether there may be a case: the item failed here, or an earlier or another process opened one. */
  private boolean isKnown(String subject) {
    return isFailing(subject) || openSubjects().contains(subject);
  }

  private synchronized boolean isFailing(String subject) {
    return failing.containsKey(subject);
  }

  private synchronized void forget(String subject) {
    failing.remove(subject);
    lookedAt = Instant.MIN;
  }

  private synchronized Set<String> openSubjects() {
    Instant now = wallClock.instant();
    if (lookedAt.isBefore(now.minus(UNTIL_LOOKED_AGAIN))) {
      try {
        seen = open.subjects(CaseKind.WORK_FAILING);
        lookedAt = now;
      } catch (RuntimeException e) {
        LOG.debug("open cases are not known now", e);
      }
    }
    return seen;
  }

  /** A connection, a shutdown, a lack of resources, a conflict with another transaction. */
  private static boolean isOutage(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause() == one ? null : one.getCause()) {
      if (one instanceof SQLException sql && String.valueOf(sql.getSQLState()).matches("(08|53|57|40|55).*|null")) {
        return true;
      }
    }
    return false;
  }
}
