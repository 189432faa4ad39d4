package vn.chitra.hub.config.camel;

import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.chitra.hub.support.RootCause;

/**
 * Logs the failures of one kind at one listener of a queue: one line when they begin, one for each further reason, one when it goes well
 * again. An error that is not the database's comes with its stack trace.
 */
final class ListenerFailures {

  private static final Logger LOG = LoggerFactory.getLogger(ListenerFailures.class);

  private final String what;
  private final Set<String> reasons = new TreeSet<>();

  /** @param what of the log's sentence, for example {@code listening at hub.payout.plan} */
  ListenerFailures(String what) {
    this.what = what;
  }

  synchronized void failed(Throwable failure) {
    String reason = RootCause.name(failure);
    if (!reasons.add(reason)) {
      return;
    }
    if (RootCause.isOfTheDatabase(failure)) {
      LOG.warn("{} fails: {}; repeated failures are not logged", what, reason);
    } else {
      LOG.warn("{} fails: {}; repeated failures are not logged", what, reason, failure);
    }
  }

  synchronized void wentWell() {
    if (!reasons.isEmpty()) {
      reasons.clear();
      LOG.info("{} goes well again", what);
    }
  }
}
