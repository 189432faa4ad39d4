package vn.chitra.hub.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import vn.chitra.hub.operations.DueWork;

/**
 * A controller inside the installed hub, for {@link DistributionIT} alone. It is loaded as a Java agent, because the hub itself has no
 * setting that moves time. It gives the hub a business clock that is kept in a file, and answers requests for the due work through a file.
 */
public final class HubController implements ApplicationContextInitializer<GenericApplicationContext> {

  private static final long BLINK_NANOS = 5_000_000;

  /** @param folder where the files {@code clock}, {@code ask} and {@code answer} are exchanged */
  public static void premain(String folder, Instrumentation instrumentation) {
    System.setProperty("controller.folder", folder);
  }

  @Override
  public void initialize(GenericApplicationContext context) {
    Path folder = Path.of(System.getProperty("controller.folder"));
    FileTime clock = new FileTime(folder.resolve("clock"));
    context.registerBean("businessClock", Clock.class, () -> clock, definition -> definition.setPrimary(true));
    context.addApplicationListener((ApplicationListener<ApplicationReadyEvent>) ready -> {
      Thread thread = new Thread(() -> listen(folder, clock, context.getBean(DueWork.class)), "hand");
      thread.setDaemon(true);
      thread.start();
    });
  }

  private static void listen(Path folder, FileTime clock, DueWork work) {
    String answered = "";
    while (true) {
      String query = read(folder.resolve("ask"));
      if (!query.equals(answered)) {
        clock.look();
        write(folder.resolve("answer"), query + " " + work.due());
        answered = query;
      }
      LockSupport.parkNanos(BLINK_NANOS);
    }
  }

  /** Empty when it is not there. */
  static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Seen whole or not at all. */
  static void write(Path file, String text) {
    try {
      Path draft = Files.writeString(file.resolveSibling(file.getFileName() + ".draft"), text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read again at most every few milliseconds. */
  private static final class FileTime extends Clock {

    private final Path file;
    private volatile Instant now = Instant.EPOCH;
    private volatile long lookedAt;

    FileTime(Path file) {
      this.file = file;
      look();
    }

    void look() {
      now = Instant.parse(read(file));
      lookedAt = System.nanoTime();
    }

    @Override
    public Instant instant() {
      if (System.nanoTime() - lookedAt > BLINK_NANOS) {
        look();
      }
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("Asia/Ho_Chi_Minh");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      FileTime self = this;
      return new Clock() {
        @Override
        public Instant instant() {
          return self.instant();
        }

        @Override
        public ZoneId getZone() {
          return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
          return self.withZone(other);
        }
      };
    }
  }
}
