package vn.chitra.hub.sim.bankapi;

import java.util.ArrayDeque;
import java.util.Deque;

/** A rate limit: at most so many calls a second, and so many at once; by the wall clock. */
final class RateGate {

  private static final long SECOND = 1_000_000_000L;

  private final int perSecond;
  private final int atOnce;
  private final Deque<Long> entered = new ArrayDeque<>();
  private int inside;
  private int turnedAway;

  RateGate(int perSecond, int atOnce) {
    this.perSecond = perSecond;
    this.atOnce = atOnce;
  }

  synchronized boolean enter() {
    long now = System.nanoTime();
    while (!entered.isEmpty() && now - entered.peekFirst() > SECOND) {
      entered.pollFirst();
    }
    if (entered.size() >= perSecond || inside >= atOnce) {
      turnedAway++;
      return false;
    }
    entered.addLast(now);
    inside++;
    return true;
  }

  synchronized void leave() {
    inside--;
  }

  synchronized int turnedAway() {
    return turnedAway;
  }
}
