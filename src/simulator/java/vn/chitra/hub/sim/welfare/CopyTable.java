package vn.chitra.hub.sim.welfare;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Writes rows into one table by COPY. */
final class CopyTable {

  private final String command;
  private final StringBuilder rows = new StringBuilder();

  CopyTable(String table, String columns) {
    this.command = "COPY " + table + " (" + columns + ") FROM STDIN";
  }

  void row(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      rows.append(i == 0 ? "" : "\t").append(value == null ? "\\N" : escaped(value.toString()));
    }
    rows.append('\n');
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }

  void flush(Connection connection) throws SQLException, IOException {
    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command, new StringReader(rows.toString()));
    rows.setLength(0);
  }
}
