package vn.chitra.hub.sim.welfare;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Month;
import java.time.YearMonth;
import java.util.Map;
import vn.chitra.hub.sim.Resources;

/** Makes a month's payrolls from the months before, by {@code next-month.sql}. */
final class NextMonth {

  /** Before Tết, which falls into January or February, some agencies pay these two at once. */
  private static final Month FIRST_OF_TWO = Month.JANUARY;

  private NextMonth() {}

  /** All in one transaction of this connection. @param eventful with things that happen between list and sending */
  static void make(Connection connection, YearMonth month, boolean eventful) throws SQLException {
    String script = Resources.text("/welfare-db/next-month.sql");
    Map<String, String> names = Map.of("{month}", month.toString(), "{before}", month.minusMonths(1).toString(), "{after}",
        month.plusMonths(1).toString(), "{digits}", month.toString().replace("-", ""), "{tet}",
        Boolean.toString(month.getMonth() == FIRST_OF_TWO));
    for (Map.Entry<String, String> name : names.entrySet()) {
      script = script.replace(name.getKey(), name.getValue());
    }
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(script);
      if (eventful) {
        Happenings.plan(connection, month);
      }
      connection.commit();
    }
  }
}
