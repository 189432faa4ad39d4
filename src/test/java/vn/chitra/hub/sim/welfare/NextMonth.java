package vn.chitra.hub.sim.welfare;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.Map;
import vn.chitra.hub.sim.Resources;

/** A month's payrolls made from the month before: the same regular lines again, and what was carried over. */
final class NextMonth {

  private NextMonth() {}

  /** All in one transaction of this connection. */
  static void make(Connection connection, YearMonth month) throws SQLException {
    String script = Resources.text("/welfare-db/next-month.sql");
    Map<String, String> names = Map.of("{month}", month.toString(), "{before}", month.minusMonths(1).toString(), "{digits}",
        month.toString().replace("-", ""), "{digits-before}", month.minusMonths(1).toString().replace("-", ""));
    for (Map.Entry<String, String> name : names.entrySet()) {
      script = script.replace(name.getKey(), name.getValue());
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(script);
      connection.commit();
    }
  }
}
