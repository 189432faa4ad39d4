package vn.chitra.hub.support;

/**
 * Lets a timer of a route fire at once, because the work that it looks for is known to be there. It saves waiting and nothing depends on
 * it: a lost call costs one period of the timer. A timer that runs fires once more afterwards, however often it was called meanwhile.
 */
public interface TimerWakes {

  /** @param timer its name in the route, as {@code outbox-relay}; an unknown one is passed over */
  void wake(String timer);

  /** Every timer of a started route, because business time has moved. */
  void wakeAll();
}
