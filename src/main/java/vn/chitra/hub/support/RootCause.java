package vn.chitra.hub.support;

import java.sql.SQLException;

/** Names failures for the log: by class and, of a database, by SQL state; a message may contain personal data. */
public final class RootCause {

  private RootCause() {}

  /** {@code ConnectException}, {@code PSQLException 57P01}. */
  public static String name(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName() + (root instanceof SQLException sql ? " " + sql.getSQLState() : "");
  }

  /** Whether a database reported it; its stack trace tells nothing more. */
  public static boolean isOfTheDatabase(Throwable failure) {
    for (Throwable one = failure; one != null; one = one.getCause() == one ? null : one.getCause()) {
      if (one instanceof SQLException) {
        return true;
      }
    }
    return false;
  }
}
