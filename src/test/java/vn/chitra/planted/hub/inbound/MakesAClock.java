package vn.chitra.planted.hub.inbound;

import java.time.Clock;

public final class MakesAClock {

  public Clock clock() {
    return Clock.systemDefaultZone();
  }
}
