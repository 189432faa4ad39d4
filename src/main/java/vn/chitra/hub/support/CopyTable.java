package vn.chitra.hub.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * A table into which many rows are written at once by PostgreSQL's {@code COPY … FROM STDIN}, in its text format.
 *
 * @param name as in SQL
 * @param columns of the rows; every other column takes its default
 */
public record CopyTable(String name, List<String> columns) {

  /** The bytes of a row of usual length. */
  private static final int ROW = 300;

  public CopyTable {
    columns = List.copyOf(columns);
  }

  /**
   * Writes the rows within the caller's transaction: all of them or, with the database's error, none.
   *
   * @param rows values by column; a missing one is null. Text, numbers, truth values and {@link LocalDate}s
   * @throws IllegalArgumentException when a row has a column that the table does not name
   */
  public void copy(JdbcOperations jdbc, Collection<? extends Map<String, ? extends @Nullable Object>> rows) {
    StringBuilder text = new StringBuilder(rows.size() * ROW);
    rows.forEach(row -> add(text, row));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    String sql = "copy " + name + " (" + String.join(", ", columns) + ") from stdin";
    jdbc.execute((ConnectionCallback<Long>) connection -> {
      try {
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new ByteArrayInputStream(bytes));
      } catch (IOException e) {
        throw new UncheckedIOException("bytes in memory cannot be read", e);
      }
    });
  }

  private void add(StringBuilder text, Map<String, ? extends @Nullable Object> row) {
    int found = 0;
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        text.append('\t');
      }
      String column = columns.get(i);
      Object value = row.get(column);
      if (value == null) {
        text.append("\\N");
        found += row.containsKey(column) ? 1 : 0;
      } else {
        append(text, value instanceof LocalDate day ? text(day) : value.toString());
        found++;
      }
    }
    if (found != row.size()) {
      throw new IllegalArgumentException("no column of " + name + ": " + row.keySet().stream().filter(key -> !columns.contains(key)).toList());
    }
    text.append('\n');
  }

  /** PostgreSQL has no year 0 and no sign before a year. */
  private static String text(LocalDate day) {
    boolean before = day.getYear() <= 0;
    return String.format(Locale.ROOT, "%04d-%02d-%02d%s", before ? 1 - day.getYear() : day.getYear(), day.getMonthValue(),
        day.getDayOfMonth(), before ? " BC" : "");
  }

  private static void append(StringBuilder text, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> text.append(c);
      }
    }
  }
}
