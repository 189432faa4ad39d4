package vn.chitra.hub.sim;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Runs transactions that meet in a chosen order. The test holds rows in a transaction of its own, so that one action stops in the middle of
 * its transaction; then the next act runs beside it. Each is started only when the one before waits for a lock or has ended.
 */
public final class TwoAtOnce implements AutoCloseable {

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final String WAITING = "select count(*) from pg_stat_activity where datname = current_database()"
      + " and wait_event_type = 'Lock'";

  private final Connection holder;
  private final Connection observer;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> started = new ArrayList<>();

  public TwoAtOnce(DataSource database) throws SQLException {
    this(database.getConnection(), database.getConnection());
  }

  /** @param holder and @param observer two connections to the database of the hub */
  public TwoAtOnce(Connection holder, Connection observer) throws SQLException {
    this.holder = holder;
    this.observer = observer;
    holder.setAutoCommit(false);
    observer.setAutoCommit(true);
  }

  /** Runs in the test's own transaction, which stays open. */
  public TwoAtOnce holds(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = holder.prepareStatement(sql)) {
      for (int n = 0; n < values.length; n++) {
        statement.setObject(n + 1, values[n]);
      }
      statement.execute();
    }
    return this;
  }

  /** Starts the action and returns when it waits for a lock or has ended. */
  public TwoAtOnce start(Callable<?> action) throws SQLException {
    long before = waiting();
    Future<?> future = threads.submit(action);
    started.add(future);
    await().atMost(BOUND).pollInterval(Duration.ofMillis(10)).until(() -> future.isDone() || waiting() > before);
    return this;
  }

  /** @see #start(Callable) */
  public TwoAtOnce start(Runnable action) throws SQLException {
    return start(Executors.callable(action));
  }

  /** Whether the action that was started last has ended. */
  public boolean lastHasEnded() {
    return started.get(started.size() - 1).isDone();
  }

  /** Commits the transaction that the test holds open; every act ends. */
  public void letGo() throws Exception {
    holder.commit();
    join();
  }

  /** Rolls back the transaction that the test holds open; every act ends. */
  public void takeBack() throws Exception {
    holder.rollback();
    join();
  }

  private void join() throws InterruptedException, ExecutionException, TimeoutException {
    for (Future<?> one : started) {
      one.get(BOUND.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private long waiting() throws SQLException {
    try (PreparedStatement statement = observer.prepareStatement(WAITING); ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    holder.rollback();
    holder.close();
    observer.close();
    threads.shutdownNow();
  }
}
