package vn.chitra.hub.sim.welfare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.PartnerBook;
import vn.chitra.hub.sim.Resources;

/** The events after a list was handed over, for people and payrolls: deaths, closed accounts, withdrawals; by {@code happenings.sql}. */
final class Happenings {

  private Happenings() {}

  private record Happening(long id, String what, String payrollId, int line, Instant dueAt) {}

  /** Plans those of a month whose payrolls lie there as drafts; planned once. */
  static void plan(Connection connection, YearMonth month) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(
        "SELECT exists (SELECT FROM maker.happening WHERE month = '" + month + "')")) {
      row.next();
      if (row.getBoolean(1)) {
        return;
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(Resources.text("/welfare-db/happenings.sql").replace("{month}", month.toString()));
    }
  }

  /** Lets everything happen that is due, each in a transaction of its own. @return whether anything did */
  static boolean happen(Connection connection, Instant now) throws SQLException {
    List<Happening> due = due(connection, now);
    for (Happening one : due) {
      connection.setAutoCommit(false);
      try (PreparedStatement happen = connection.prepareStatement(
          Resources.text("/welfare-db/happenings/" + one.what().toLowerCase(Locale.ROOT) + ".sql"))) {
        happen.setObject(1, BusinessDays.day(one.dueAt()));
        happen.setString(2, one.payrollId());
        happen.setInt(3, one.line());
        happen.executeUpdate();
      }
      try (Statement done = connection.createStatement()) {
        done.execute("UPDATE maker.happening SET done = true WHERE happening_id = " + one.id());
      }
      connection.commit();
      connection.setAutoCommit(true);
    }
    return !due.isEmpty();
  }

  private static List<Happening> due(Connection connection, Instant now) throws SQLException {
    List<Happening> due = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement("SELECT happening_id, what, payroll_id, coalesce(line_no, 0), due_at"
        + " FROM maker.happening WHERE NOT done AND due_at <= ? ORDER BY due_at, happening_id")) {
      query.setObject(1, PartnerBook.timestamp(now));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          due.add(new Happening(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4),
              row.getObject(5, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return due;
  }

  static Optional<Instant> next(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT min(due_at) FROM maker.happening WHERE NOT done")) {
      row.next();
      return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
  }
}
