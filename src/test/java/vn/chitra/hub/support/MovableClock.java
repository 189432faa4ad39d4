package vn.chitra.hub.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of tests: it stands still until a test moves it, in Vietnam's zone. May be moved and read by several threads. */
public final class MovableClock extends Clock {

  private volatile Instant now;

  /** Stands at the epoch. */
  public MovableClock() {
    this.now = Instant.EPOCH;
  }

  /** @param instant {@code 2026-11-25T02:00:00Z} */
  public MovableClock(String instant) {
    this.now = Instant.parse(instant);
  }

  public void moveTo(Instant then) {
    now = then;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public ZoneId getZone() {
    return Zone.VIETNAM;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
