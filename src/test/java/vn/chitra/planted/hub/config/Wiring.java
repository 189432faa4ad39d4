package vn.chitra.planted.hub.config;

import java.time.Clock;

/** Breaks nothing: wiring may make a clock. */
public class Wiring {

  public Clock wallClock() {
    return Clock.systemUTC();
  }
}
