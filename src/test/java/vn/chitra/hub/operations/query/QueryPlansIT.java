package vn.chitra.hub.operations.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SqlArrayValue;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.support.SqlText;

/** The queries of the pages can go by an index to payouts, payments and statuses: millions of old ones do not slow a page. */
class QueryPlansIT {

  private static SingleConnectionDataSource connection;

  @BeforeAll
  static void openADatabaseThatAvoidsWholeTables() {
    DatabaseAccess own = EmbeddedDatabases.temporary().freshHub();
    Flyway.configure().dataSource(own.url(), own.username(), own.password()).load().migrate();
    connection = new SingleConnectionDataSource(own.url(), own.username(), own.password(), true);
    JdbcClient.create(connection).sql("set enable_seqscan = off").update();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sum-newest-months", "find-payouts-of-commune", "find-payouts-of-year", "find-payouts-of-line", "find-payouts-of-entitlement",
      "list-payouts", "read-payments-of-payout", "read-statuses-of-payment", "show-troubled-batches", "sum-payments-of-batch",
      "list-replies-of-batch", "sum-payouts-by-channel", "show-open-months", "sum-cashless-months",
      "sum-cashless-communes", "sum-cashless-months-of-commune", "list-cash-payouts-of-commune", "show-payroll", "sum-payouts-of-payroll",
      "sum-refusals-of-payroll", "list-refusals-of-payroll", "list-payouts-of-payroll", "list-batches-of-payroll", "list-cases-of-payroll", "list-payrolls-of-month",
      "name-reasons-of-month", "list-payments-of-batch", "list-payments-back-from-batch",
      "list-received-files", "list-received-files-of-partner", "show-received-file", "sum-statuses-of-file", "sum-entries-of-file",
      "list-cases-of-file"})
  void noPageReadsAWholeTableOfPayouts(String query) {
    assertThat(plan(SqlText.of("operations/" + query))).doesNotContainPattern(
        "Seq Scan on (payout|payment|payment_status|payout_result|payroll_refusal|case_record|case_payout|file) ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"read-subjects-of-payout", "read-open-cases-of-payout", "read-decisions-about", "read-decisions-of-one",
      "read-refusals-of-batch", "show-payouts-of-case"})
  void casesAndDecisionsAboutAPayoutAreReadByKey(String query) {
    assertThat(plan(SqlText.of("operations/" + query)))
        .doesNotContainPattern("Seq Scan on (payout|payment|case_record|case_payout|audit_event|repair_proposal\\w*) ");
  }

  @ParameterizedTest
  @CsvSource({"list-received-files, file_received", "list-received-files-of-partner, file_received_from"})
  void filesAreListedInTheOrderOfTheirIndex(String query, String index) {
    assertThat(plan(SqlText.of("operations/" + query))).containsPattern("using " + index + " on").doesNotContain("Sort");
  }

  @Test
  void decisionsOfOnePersonAreFoundByTheirSubject() {
    assertThat(plan(SqlText.of("operations/read-decisions-of-one")))
        .containsPattern("using audit_event_subject on|on audit_event_subject ");
  }

  @Test
  void aQueryWithoutAnIndexIsFound() {
    assertThat(plan("select * from payout where commune_code = :commune")).contains("Seq Scan on payout ");
  }

  private static String plan(String sql) {
    Map<String, Object> values = new HashMap<>(Map.of("most", 3, "communes", new SqlArrayValue("varchar", "04792"), "periods", 6, "payroll", "P",
        "line", 1, "entitlement", "E", "payouts", new SqlArrayValue("int8", 1L), "payout", 1L, "payment", 1L, "batch", 1L));
    values.putAll(Map.of("period", Date.valueOf("2026-11-01"), "today", Date.valueOf("2026-11-18"), "year", (short) 1950, "commune", "04792"));
    values.putAll(Map.of("subjects", new SqlArrayValue("text", "payout:1"), "actions", new SqlArrayValue("text", "HOLD_PAYOUT"),
        "kindsOfFiles", new SqlArrayValue("text", "ANSWER_OVERDUE"), "case", 1L, "after", 0, "offset", 0));
    values.putAll(Map.of("file", 1L, "partner", "agribank", "from", Timestamp.from(Instant.EPOCH), "until", Timestamp.from(Instant.EPOCH),
        "beforeAt", Timestamp.from(Instant.EPOCH), "before", 1L));
    return String.join("\n", new NamedParameterJdbcTemplate(connection).queryForList("explain " + sql, values, String.class));
  }
}
