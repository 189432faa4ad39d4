package vn.chitra.hub.payroll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.ForgottenFiles;
import vn.chitra.hub.support.Zone;

/**
 * Checks persons again at release and when a batch is built, because they die, move and close accounts after the payroll was taken. The
 * persons concerned are read again from the welfare database. Payments to which the current data object are cancelled; if the payment has a
 * file number, a case is opened. The welfare database is read outside of any transaction of the hub. When it cannot be read this throws,
 * and nothing is released or built until it can. While a restored database is not released, no payment is taken back: it may be out in a
 * forgotten file; the batches of that time are emptied at the release, and each payment is checked when its next one is built.
 */
@Component
public class RecheckPersons {

  private static final Logger LOG = LoggerFactory.getLogger(RecheckPersons.class);
  private static final int CHUNK = 1_000;
  private static final Duration OVERLAP = Duration.ofHours(1);

  private final PaymentsUnderWay payments;
  private final Objections objections;
  private final PersonsNow persons;
  private final ForgottenFiles forgotten;
  private final Clock businessClock;
  private final Clock wallClock;

  RecheckPersons(PaymentsUnderWay payments, Objections objections, PersonsNow persons, ForgottenFiles forgotten, Clock businessClock,
      @Qualifier("wallClock") Clock wallClock) {
    this.payments = payments;
    this.objections = objections;
    this.persons = persons;
    this.forgotten = forgotten;
    this.businessClock = businessClock;
    this.wallClock = wallClock;
  }

  /** @return payments taken back */
  public int atRelease(String payrollId) {
    return takeBack("payroll " + payrollId, after -> payments.waiting(payrollId, after, CHUNK));
  }

  /** @return payments taken back */
  public int atBatch(long batchId) {
    return takeBack("batch " + batchId, after -> payments.inBatch(batchId, after, CHUNK));
  }

  /** Checks the changes since the last check and the hour before it. */
  public void afterSending() {
    Instant seen = payments.seenUntil().orElseGet(wallClock::instant);
    Instant newest = persons.changedSince(seen.minus(OVERLAP), CHUNK, changed -> {
      List<PaymentUnderWay> numbered = payments.numbered(changed);
      if (!numbered.isEmpty()) {
        payments.notify(objections.to(numbered, today()));
      }
    });
    payments.seenUntil(newest.isAfter(seen) ? newest : seen);
  }

  private int takeBack(String where, LongFunction<List<PaymentUnderWay>> page) {
    if (forgotten.mayExist()) {
      return 0;
    }
    int taken = 0;
    long after = 0;
    List<PaymentUnderWay> chunk;
    do {
      chunk = page.apply(after);
      if (!chunk.isEmpty()) {
        after = chunk.get(chunk.size() - 1).paymentId();
        List<Objection> found = objections.to(chunk, today());
        taken += found.isEmpty() ? 0 : payments.takeBack(found);
      }
    } while (chunk.size() == CHUNK);
    if (taken > 0) {
      LOG.info("{}: the agencies' data changed, {} payments taken back", where, taken);
    }
    return taken;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM);
  }
}
