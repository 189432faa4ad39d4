package vn.chitra.hub.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.support.SqlText;

/**
 * The plans of the hub's statements behind old payouts, whatever their parameters: none reads a table whole that grows with the history,
 * but for those named here. Indexes of few rows may be read whole. Statements on tables that others of their transaction make are left out,
 * but for the table of a file's lines; {@link BulkCostIT} runs them.
 */
class StatementPlansIT {

  private static final int OLD_PAYOUTS = 100_000;
  private static final int LEAST_EXPLAINED = 360;
  private static final Pattern READ = Pattern.compile("(Seq Scan|(Index|Index Only) Scan( Backward)? using \\w+) on"
      + " (payout|payment|payment_status|booking|payout_result)\\b.*");
  private static final Pattern FEW = Pattern.compile("using (payment_to_batch|payment_ended_unpaid|payment_credit_awaited"
      + "|payment_came_back_from_idx|payment_of_refused_batch) on");
  private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([A-Za-z]\\w*)");
  private static final Pattern EXPLAINABLE = Pattern.compile("(?is)\\s*(with|select|insert|update|delete)\\b.*");
  /** A table that only the transaction has; the type of a parameter, which the driver knows. */
  private static final Set<String> NOT_KNOWN_HERE = Set.of("42P01", "42725", "42883", "42846", "42P08");
  /** The table of a file's lines, on which every mass step about answers stands. */
  private static final String STAGE = SqlText.of("payout/apply-statuses/01-stage");

  /** Statement, and why it may read a large table whole. */
  private static final Map<String, String> MAY_READ_WHOLE = Map.of(
      "payout/ungather-payments", "only when a database was restored");

  @Test
  void noStatementReadsAGrowingTableWhole() throws Exception {
    EmbeddedDatabases databases = EmbeddedDatabases.temporary();
    DatabaseAccess hub = databases.freshHub();
    History.fillEmpty(hub, new DatabaseAccess(hub.url(), "postgres", "postgres"), OLD_PAYOUTS);
    Map<String, List<String>> whole = new TreeMap<>();
    int explained = 0;
    // the simple protocol: a statement with numbered parameters is then explained without values for them
    DatabaseAccess simple = new DatabaseAccess(hub.url() + "&preferQueryMode=simple", hub.username(), hub.password());
    try (Connection connection = simple.open(); Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (Map.Entry<String, String> one : statements().entrySet()) {
        statement.execute(STAGE);
        List<String> plan = plan(statement, one.getValue());
        connection.rollback();
        explained += plan.isEmpty() ? 0 : 1;
        List<String> scans = IntStream.range(0, plan.size()).filter(line -> readsWhole(plan, line)).mapToObj(plan::get).map(String::strip)
            .toList();
        if (!scans.isEmpty() && !MAY_READ_WHOLE.containsKey(one.getKey())) {
          whole.put(one.getKey(), scans);
        }
      }
    }
    assertThat(whole).isEmpty();
    assertThat(explained).isGreaterThan(LEAST_EXPLAINED);
  }

  /** A scan of a growing table without a condition that its index is entered by. */
  private static boolean readsWhole(List<String> plan, int line) {
    boolean byKey = line + 1 < plan.size() && plan.get(line + 1).strip().startsWith("Index Cond:");
    return READ.matcher(plan.get(line)).find() && !FEW.matcher(plan.get(line)).find() && !byKey;
  }

  /** By name below {@code sql}, with numbered parameters. */
  private static Map<String, String> statements() throws IOException {
    Map<String, String> statements = new LinkedHashMap<>();
    for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath*:/sql/**/*.sql")) {
      String address = resource.getURL().toString();
      String text = resource.getContentAsString(StandardCharsets.UTF_8).lines().filter(line -> !line.strip().startsWith("--"))
          .collect(Collectors.joining("\n"));
      if (EXPLAINABLE.matcher(text).matches() && !text.contains("?")) {   // one statement, about rights, is bound by position
        statements.put(address.substring(address.indexOf("/sql/") + 5, address.length() - ".sql".length()), numbered(text));
      }
    }
    return statements;
  }

  private static String numbered(String text) {
    List<String> names = new ArrayList<>();
    return PARAMETER.matcher(text).replaceAll(found -> {
      if (!names.contains(found.group(1))) {
        names.add(found.group(1));
      }
      return Matcher.quoteReplacement("$" + (names.indexOf(found.group(1)) + 1));
    });
  }

  /** The lines of the plan; none where the statement needs what is not here. */
  private static List<String> plan(Statement statement, String text) throws SQLException {
    List<String> plan = new ArrayList<>();
    statement.execute("set local max_parallel_workers_per_gather = 0");
    statement.execute("set local jit = off");
    try (ResultSet rows = statement.executeQuery("explain (generic_plan) " + text)) {
      while (rows.next()) {
        plan.add(rows.getString(1));
      }
    } catch (SQLException e) {
      if (!NOT_KNOWN_HERE.contains(e.getSQLState())) {
        throw e;
      }
    }
    return plan;
  }
}
