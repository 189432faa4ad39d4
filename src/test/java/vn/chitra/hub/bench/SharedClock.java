package vn.chitra.hub.bench;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import vn.chitra.hub.sim.BusinessDays;

/**
 * Business time in a mapped file: one process moves it, another sees it at once, to the millisecond. Reading it costs nothing, so it
 * does not show in the figures.
 */
final class SharedClock extends Clock {

  private final MappedByteBuffer millis;
  private final ZoneId zone;

  private SharedClock(MappedByteBuffer millis, ZoneId zone) {
    this.millis = millis;
    this.zone = zone;
  }

  /** Opens the clock in that file; a new one stands at the epoch until it is moved. */
  static SharedClock open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new SharedClock(channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES), BusinessDays.ZONE);
    }
  }

  void moveTo(Instant then) {
    millis.putLong(0, then.toEpochMilli());
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis.getLong(0));
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new SharedClock(millis, other);
  }
}
