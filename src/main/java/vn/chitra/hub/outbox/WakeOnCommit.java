package vn.chitra.hub.outbox;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.chitra.hub.support.TimerWakes;

/**
 * Wakes timers when the transaction has committed that made work for them, at once where there is none; a transaction that is rolled back
 * wakes nobody.
 */
@Component
public class WakeOnCommit {

  private final ObjectProvider<TimerWakes> timers;

  WakeOnCommit(ObjectProvider<TimerWakes> timers) {
    this.timers = timers;
  }

  /** @param timer its name in the route */
  public void wake(String timer) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCommit() {
          now(timer);
        }
      });
    } else {
      now(timer);
    }
  }

  private void now(String timer) {
    timers.ifAvailable(started -> started.wake(timer));
  }
}
