package vn.chitra.hub.inbound;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Two hubs do something at the same moment. A step that the database refuses because of the other hub is done again, as its message would
 * be delivered again.
 */
final class Race {

  private static final int DELIVERIES = 3;
  private static final ExecutorService HUBS = Executors.newFixedThreadPool(2, task -> {
    Thread thread = new Thread(task, "a hub");
    thread.setDaemon(true);
    return thread;
  });

  private Race() {}

  record Runner(String name, Runnable work) {}

  static void run(Runner a, Runner b) {
    CyclicBarrier start = new CyclicBarrier(2);
    CompletableFuture<@Nullable RuntimeException> one = CompletableFuture.supplyAsync(() -> attempt(a, start), HUBS);
    CompletableFuture<@Nullable RuntimeException> other = CompletableFuture.supplyAsync(() -> attempt(b, start), HUBS);
    again(a, result(one));
    again(b, result(other));
  }

  private static @Nullable RuntimeException attempt(Runner runner, CyclicBarrier start) {
    try {
      start.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    try {
      runner.work().run();
      return null;
    } catch (RuntimeException refused) {
      return refused;
    }
  }

  private static void again(Runner runner, @Nullable RuntimeException refused) {
    RuntimeException last = refused;
    for (int delivery = 1; last != null; delivery++) {
      if (delivery > DELIVERIES) {
        throw last;
      }
      try {
        runner.work().run();
        last = null;
      } catch (RuntimeException again) {
        last = again;
      }
    }
  }

  private static @Nullable RuntimeException result(CompletableFuture<@Nullable RuntimeException> attempt) {
    try {
      return attempt.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
