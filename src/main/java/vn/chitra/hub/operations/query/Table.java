package vn.chitra.hub.operations.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Rows for the console: text in the order of the columns, times already in Vietnamese form by the query. */
public final class Table {

  private Table() {}

  public static List<Map<String, String>> of(StatementSpec query) {
    return query.query((r, n) -> row(r)).list();
  }

  private static Map<String, String> row(ResultSet r) throws SQLException {
    Map<String, String> row = new LinkedHashMap<>();
    for (int column = 1; column <= r.getMetaData().getColumnCount(); column++) {
      row.put(r.getMetaData().getColumnLabel(column), Shown.harmless(r.getString(column)));
    }
    return row;
  }
}
