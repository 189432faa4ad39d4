package vn.chitra.hub.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import vn.chitra.hub.sim.BusinessDays;

/** The business time of the demo: it stops until it is moved, never goes back, and keeps its value after a kill. */
public final class DemoClock extends Clock {

  private final Path file;
  private volatile Instant now;

  private DemoClock(Path file, Instant now) {
    this.file = file;
    this.now = now;
  }

  /** @param start where a new clock stands */
  public static DemoClock open(Path file, Instant start) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    DemoClock clock = new DemoClock(file, Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : start);
    clock.keep(clock.now);
    return clock;
  }

  /** On disk first, then seen. */
  public void moveTo(Instant then) {
    if (then.isBefore(now)) {
      throw new IllegalArgumentException("time does not go back from " + now + " to " + then);
    }
    keep(then);
    now = then;
  }

  private void keep(Instant instant) {
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap((instant + "\n").getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's clock cannot be kept in " + file, e);
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return BusinessDays.ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new Clock() {
      @Override
      public Instant instant() {
        return DemoClock.this.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return DemoClock.this.withZone(other);
      }
    };
  }
}
