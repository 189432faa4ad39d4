package vn.chitra.hub.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import vn.chitra.hub.sim.BusinessDays;

/** Business time from a file that another process replaces. */
final class FileClock extends Clock {

  private final Path file;
  private final ZoneId zone;

  FileClock(Path file) {
    this(file, BusinessDays.ZONE);
  }

  private FileClock(Path file, ZoneId zone) {
    this.file = file;
    this.zone = zone;
  }

  @Override
  public Instant instant() {
    try {
      return Instant.parse(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new FileClock(file, other);
  }
}
