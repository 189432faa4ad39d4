package vn.chitra.hub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Samples the statements of PostgreSQL fifty times a second, on request; to find slow statements, not for figures. */
final class Sampler implements AutoCloseable {

  private static final long EVERY_MS = 20;

  private final Map<String, Integer> seen = new HashMap<>();
  private final @Nullable ScheduledExecutorService looks;
  private final Path file;

  private Sampler(@Nullable ScheduledExecutorService looks, Path file) {
    this.looks = looks;
    this.file = file;
  }

  static Sampler start(Options options, HubBooks books) {
    Sampler sampler = new Sampler(options.sampled() ? Executors.newSingleThreadScheduledExecutor() : null,
        options.folder().resolve("statements.txt"));
    if (sampler.looks != null) {
      sampler.looks.scheduleWithFixedDelay(() -> sampler.note(books.atWork()), 0, EVERY_MS, TimeUnit.MILLISECONDS);
    }
    return sampler;
  }

  private synchronized void note(List<String> statements) {
    statements.forEach(statement -> seen.merge(statement, 1, Integer::sum));
  }

  @Override
  public synchronized void close() throws IOException {
    if (looks != null) {
      looks.shutdownNow();
      Files.write(file, seen.entrySet().stream().sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
          .map(entry -> String.format("%6d  %s", entry.getValue(), entry.getKey())).toList());
    }
  }
}
