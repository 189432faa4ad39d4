package vn.chitra.hub.config.camel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of the instances on one database leads: the one whose session holds the advisory lock. The session is a connection of its own; when
 * it ends, by a stop, a crash or a cut, PostgreSQL gives the lock free and the next instance that asks has it. Nothing is written for it.
 * It saves work and keeps order; correctness never depends on it. The connection must reach PostgreSQL itself or a pooler that keeps
 * sessions.
 */
final class Leadership implements AutoCloseable {

  /** Two keys of the advisory lock that are no hashes of names, as those of the hub's other locks are. */
  private static final String TRY_LOCK = "select pg_try_advisory_lock(19790, 1)";
  private static final Duration BELIEVED = Duration.ofSeconds(2);
  private static final int REPLY_WITHIN_SECONDS = 5;
  private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);

  private final DataSource database;
  private @Nullable Connection session;
  private boolean leads;
  private boolean away;
  private boolean closed;
  private long checkedAt = System.nanoTime() - BELIEVED.toNanos();

  Leadership(DataSource database) {
    this.database = database;
  }

  /**
   * Asks the database at most every two seconds, so that an instance whose session was cut may believe for so long that it leads. False
   * also while the database cannot be reached.
   */
  synchronized boolean isHeld() {
    if (!closed && System.nanoTime() - checkedAt >= BELIEVED.toNanos()) {
      try {
        leads = tryLock();
        away = false;
      } catch (SQLException e) {
        lost(e);
      }
      checkedAt = System.nanoTime();
    }
    return leads;
  }

  private boolean tryLock() throws SQLException {
    Connection open = session;
    if (open != null && !open.isValid(REPLY_WITHIN_SECONDS)) {
      end(open);
      open = null;
      leads = false;
    }
    if (open != null && leads) {
      return true;
    }
    if (open == null) {
      open = database.getConnection();
      session = open;
    }
    try (Statement statement = open.createStatement(); ResultSet row = statement.executeQuery(TRY_LOCK)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private void lost(SQLException e) {
    if (!away) {
      LOG.warn("timers wait: the hub's database cannot be asked who leads: {}", e.getMessage());
    }
    away = true;
    leads = false;
    if (session != null) {
      end(session);
    }
  }

  private void end(Connection open) {
    session = null;
    try {
      open.close();
    } catch (SQLException e) {
      LOG.debug("the session was closed already", e);
    }
  }

  /** Gives the lock free; this instance asks no more. */
  @Override
  public synchronized void close() {
    closed = true;
    leads = false;
    if (session != null) {
      end(session);
    }
  }
}
