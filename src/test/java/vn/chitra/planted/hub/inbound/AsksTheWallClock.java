package vn.chitra.planted.hub.inbound;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

public final class AsksTheWallClock {

  public LocalDate today() {
    return LocalDate.now();
  }

  public LocalDate todayThere() {
    return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  }

  public Supplier<Instant> later() {
    return Instant::now;
  }
}
