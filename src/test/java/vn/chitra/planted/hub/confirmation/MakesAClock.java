package vn.chitra.planted.hub.confirmation;

import java.time.Clock;

public final class MakesAClock {

  public Clock clock() {
    return Clock.systemDefaultZone();
  }
}
