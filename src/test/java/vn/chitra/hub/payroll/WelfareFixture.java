package vn.chitra.hub.payroll;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A real PostgreSQL with two databases: the hub's own, migrated, and the welfare database with the contract's schema. The hub enters
 * the latter as {@code hub_guest}, a role with exactly the contract's rights; the fixture writes into it as its owner.
 */
final class WelfareFixture {

  private static final EmbeddedPostgres POSTGRES = start();
  private static final List<String> HUB_TABLES = List.of("payout_result", "funding_need", "payroll_refusal", "account_candidate",
      "outbox", "payout", "payroll", "period_close");

  final DataSource hubDataSource = POSTGRES.getDatabase("postgres", "hub", Map.of("reWriteBatchedInserts", "true"));
  final DataSource guestDataSource = POSTGRES.getDatabase("hub_guest", "welfare");
  final JdbcTemplate hub = new JdbcTemplate(hubDataSource);
  final JdbcTemplate province = new JdbcTemplate(POSTGRES.getDatabase("postgres", "welfare"));

  /** Both databases without a row. */
  WelfareFixture emptied() {
    hub.execute("TRUNCATE " + String.join(", ", HUB_TABLES) + " CASCADE");
    province.execute("""
        TRUNCATE welfare.beneficiary, welfare.entitlement, welfare.payment_account, welfare.authorisation, welfare.payroll,
          welfare.payroll_item, welfare.payroll_receipt, welfare.payroll_refusal, welfare.funding_need, welfare.payout_result CASCADE
        """);
    return this;
  }

  /** One person with one entitlement QD-{@code n} and, but where taken away, one account. */
  WelfareFixture person(int n) {
    province.update("""
        INSERT INTO welfare.beneficiary (beneficiary_id, personal_no, full_name, birth_date, sex, commune_code, address, circumstance)
        VALUES (?, ?, 'Nguyễn Thị Đức Huyền', '1945-03-08', 'F', '04792', 'Khu 3, phường Tân Hoà', 'FRAIL')
        """, "NH-" + n, "025145%06d".formatted(n));
    province.update("""
        INSERT INTO welfare.entitlement (entitlement_id, beneficiary_id, programme, benefit_code, payee_name, payee_relation, valid_from)
        VALUES (?, ?, 'BTXH', 'X1', 'Đỗ Thị Hường', 'CARER', '2020-01-01')
        """, "QD-" + n, "NH-" + n);
    return account(n, "27002051%05d".formatted(n), "2026-01-10");
  }

  WelfareFixture people(int from, int to) {
    for (int n = from; n <= to; n++) {
      person(n);
    }
    return this;
  }

  WelfareFixture account(int n, String accountNo, String registeredOn) {
    province.update("""
        INSERT INTO welfare.payment_account (entitlement_id, bank_bin, account_no, account_name, source, registered_on)
        VALUES (?, '970405', ?, 'DO THI HUONG', 'REGISTERED', ?::date)
        """, "QD-" + n, accountNo, registeredOn);
    return this;
  }

  WelfareFixture withoutAccount(int n) {
    province.update("DELETE FROM welfare.payment_account WHERE entitlement_id = ?", "QD-" + n);
    return this;
  }

  WelfareFixture status(int n, String status, String on) {
    province.update("UPDATE welfare.beneficiary SET life_status = ?, life_status_on = ?::date WHERE beneficiary_id = ?", status, on,
        "NH-" + n);
    return this;
  }

  /** A draft BTXH payroll of commune 04792 for one month; {@link #approve} makes its header fit its lines. */
  WelfareFixture payroll(String payrollId, String month) {
    return payroll(payrollId, month, month);
  }

  WelfareFixture payroll(String payrollId, String from, String to) {
    province.update("""
        INSERT INTO welfare.payroll (payroll_id, programme, agency_code, commune_code, period_from, period_to, account_cutoff, pay_from,
          pay_until, item_count, total_vnd, status)
        VALUES (?, 'BTXH', 'XA04792', '04792', ?, ?, '2026-10-15', '2026-11-05', '2026-11-15', 0, 0, 'DRAFT')
        """, payrollId, from, to);
    return this;
  }

  WelfareFixture line(String payrollId, int lineNo, int person, String kind, String from, String to, long amount) {
    province.update("""
        INSERT INTO welfare.payroll_item (payroll_id, line_no, entitlement_id, kind, for_from, for_to, amount_vnd)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """, payrollId, lineNo, "QD-" + person, kind, from, to, amount);
    return this;
  }

  WelfareFixture regular(String payrollId, int lineNo, int person, String month) {
    return line(payrollId, lineNo, person, "REGULAR", month, month, 500_000);
  }

  WelfareFixture carries(String payrollId, int lineNo, int person, String month, long amount, String namedPayroll, int namedLine) {
    province.update("""
        INSERT INTO welfare.payroll_item (payroll_id, line_no, entitlement_id, kind, for_from, for_to, amount_vnd, carries_payroll_id,
          carries_line_no)
        VALUES (?, ?, ?, 'CARRY_OVER', ?, ?, ?, ?, ?)
        """, payrollId, lineNo, "QD-" + person, month, month, amount, namedPayroll, namedLine);
    return this;
  }

  WelfareFixture approve(String payrollId) {
    return approve(payrollId, "2026-10-20T03:00:00Z");
  }

  WelfareFixture approve(String payrollId, String at) {
    province.update("""
        UPDATE welfare.payroll SET status = 'APPROVED', approved_by = 'Lê Văn Đạt', approved_at = ?::timestamptz,
          item_count = (SELECT count(*) FROM welfare.payroll_item i WHERE i.payroll_id = payroll.payroll_id),
          total_vnd = (SELECT coalesce(sum(amount_vnd), 0) FROM welfare.payroll_item i WHERE i.payroll_id = payroll.payroll_id)
        WHERE payroll_id = ?
        """, at, payrollId);
    return this;
  }

  WelfareFixture withdraw(String payrollId) {
    province.update("UPDATE welfare.payroll SET status = 'WITHDRAWN' WHERE payroll_id = ?", payrollId);
    return this;
  }

  Map<String, Object> payout(String payrollId, int lineNo) {
    return hub.queryForMap("SELECT * FROM payout WHERE current_payroll_id = ? AND current_line_no = ?", payrollId, lineNo);
  }

  /** {@code line reason} of every refusal, in the order of the lines. */
  List<String> refusals(String payrollId) {
    return hub.queryForList("SELECT line_no || ' ' || reason_code FROM payroll_refusal WHERE payroll_id = ? ORDER BY line_no",
        String.class, payrollId);
  }

  String refusalText(String payrollId, int lineNo) {
    return hub.queryForObject("SELECT reason_text FROM payroll_refusal WHERE payroll_id = ? AND line_no = ?", String.class, payrollId,
        lineNo);
  }

  int count(String table) {
    return hub.queryForObject("SELECT count(*) FROM " + table, Integer.class);
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
      JdbcTemplate server = new JdbcTemplate(postgres.getPostgresDatabase());
      server.execute("CREATE DATABASE hub");
      server.execute("CREATE DATABASE welfare");
      server.execute("CREATE ROLE hub_guest LOGIN");
      Flyway.configure().dataSource(postgres.getDatabase("postgres", "hub")).load().migrate();
      JdbcTemplate welfare = new JdbcTemplate(postgres.getDatabase("postgres", "welfare"));
      welfare.execute(new ClassPathResource("welfare-db/schema.sql").getContentAsString(StandardCharsets.UTF_8));
      welfare.execute("""
          GRANT USAGE ON SCHEMA welfare TO hub_guest;
          GRANT SELECT ON ALL TABLES IN SCHEMA welfare TO hub_guest;
          GRANT INSERT, UPDATE ON welfare.payroll_receipt, welfare.payroll_refusal, welfare.funding_need, welfare.payout_result,
            welfare.account_reported TO hub_guest
          """);
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
