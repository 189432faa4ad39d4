package vn.chitra.hub.operations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import vn.chitra.hub.account.opening.OpeningSql;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.welfare.jdbc.WelfareSql;

/** The rights that the hub's statements need in the welfare database, and those of them that its role has not. */
@Component
public class WelfareRights {

  private static final String HAS = SqlText.of("operations/has-right");
  private static final Pattern READ = Pattern.compile("(?:from|join)\\s+([a-z_]+\\.[a-z_]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern WRITTEN = Pattern.compile("insert\\s+into\\s+([a-z_]+\\.[a-z_]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern UPDATED = Pattern.compile("do\\s+update", Pattern.CASE_INSENSITIVE);
  private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");

  private final DataSource welfare;
  /** Table to rights. */
  private final SortedMap<String, TreeSet<String>> needed = new TreeMap<>();

  public WelfareRights(@Qualifier("welfareDataSource") DataSource welfare, WelfareSql sql, OpeningSql opening) {
    this.welfare = welfare;
    List<String> statements = new ArrayList<>(sql.statements());
    statements.addAll(opening.statements());
    statements.stream().map(statement -> COMMENT.matcher(statement).replaceAll("")).forEach(this::need);
  }

  private void need(String statement) {
    Matcher read = READ.matcher(statement);
    while (read.find()) {
      need(read.group(1), "SELECT");
    }
    Matcher written = WRITTEN.matcher(statement);
    while (written.find()) {
      need(written.group(1), "INSERT");
      if (UPDATED.matcher(statement).find()) {
        need(written.group(1), "UPDATE");
      }
    }
  }

  private void need(String table, String right) {
    needed.computeIfAbsent(table.toLowerCase(Locale.ROOT), name -> new TreeSet<>()).add(right);
  }

  /** Every table that the statements read or write, with its schema. */
  public Set<String> tables() {
    return needed.keySet();
  }

  /** {@code UPDATE welfare.payout_result}; a table or schema that is not there, or may not be looked into, lacks every right. */
  public List<String> missing() throws SQLException {
    List<String> missing = new ArrayList<>();
    try (Connection connection = welfare.getConnection(); PreparedStatement has = connection.prepareStatement(HAS)) {
      for (var table : needed.entrySet()) {
        for (String right : table.getValue()) {
          has.setString(1, table.getKey());
          has.setString(2, right);
          try (ResultSet row = has.executeQuery()) {
            if (!row.next() || !row.getBoolean(1)) {
              missing.add(right + " " + table.getKey());
            }
          }
        }
      }
    }
    return missing;
  }
}
