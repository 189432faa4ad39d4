package vn.chitra.hub.payroll.jdbc;

/** Statements by which staged lines become payouts, revivals and refusals. */
final class StageSql {

  /** What a line says about its person and channel: copied into a new payout, refreshed in a revived one. */
  private static final String SNAPSHOT = """
      beneficiary_id, channel, explanation, beneficiary_name, beneficiary_no, birth_year, sex, address, circumstance, no_transfer,
      cash_place, payee_name, payee_no, payee_relation, bank_bin, account_no, account_name, authorised_name, authorised_no,
      authorisation_doc, authorised_until""";

  /** Holds a lock that only intake takes, until the transaction ends. */
  static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('payroll-intake'), 0)";

  static final String DROP = "DROP TABLE IF EXISTS pg_temp.taken_line";

  /** The columns are those of the payout, without its constraints; it lives as long as the transaction. */
  static final String OPEN = """
      CREATE TEMPORARY TABLE taken_line ON COMMIT DROP AS
      SELECT line_no, amount_vnd, NULL::varchar(20) AS reason_code, NULL::text AS reason_text, hold_reason, NULL::text AS hold_text,
             payout_id AS carried_payout_id, false AS help_to_account, entitlement_id, kind, for_from, for_to, %s
      FROM payout WITH NO DATA
      """.formatted(SNAPSHOT);

  static final String STAGE = """
      INSERT INTO taken_line (line_no, amount_vnd, reason_code, reason_text, hold_reason, hold_text, carried_payout_id,
        help_to_account, entitlement_id, kind, for_from, for_to, %s)
      VALUES (?,?,?,?,?,?,?,?,?,?,?,?, ?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
      """.formatted(SNAPSHOT);

  static final String ANALYZE = "ANALYZE taken_line";

  static final String CARRIED = """
      SELECT p.payroll_id, p.line_no, p.payout_id, p.entitlement_id, p.programme, p.kind, p.for_from, p.for_to, p.amount_vnd,
             p.state = 'CARRIED_OVER' AS waiting
      FROM unnest(?, ?) AS named (payroll_id, line_no)
      JOIN payout p ON p.payroll_id = named.payroll_id AND p.line_no = named.line_no
      """;

  /** Of two lines that would revive one payout the first wins; the state is asked again, under the row's lock. */
  static final String REVIVE = """
      UPDATE payout p
      SET current_payroll_id = :payroll, current_line_no = t.line_no, period = CAST(:period AS date), commune_code = :commune,
          state = CASE WHEN t.hold_reason IS NULL THEN 'OPEN' ELSE 'HELD' END, hold_reason = t.hold_reason, partner = NULL,
          pay_from = :payFrom, pay_until = :payUntil, updated_at = :at,
          (%1$s) = (t.%2$s)
      FROM (SELECT DISTINCT ON (carried_payout_id) * FROM taken_line
            WHERE reason_code IS NULL AND carried_payout_id IS NOT NULL
            ORDER BY carried_payout_id, line_no) t
      WHERE p.payout_id = t.carried_payout_id AND p.state = 'CARRIED_OVER' AND p.programme = :programme
        AND p.entitlement_id = t.entitlement_id AND p.for_from = t.for_from AND p.for_to = t.for_to AND p.amount_vnd = t.amount_vnd
      """.formatted(SNAPSHOT, SNAPSHOT.replaceAll(",\\s+", ", t."));

  /** In the order of the lines: the payout key's constraints let the first of two pass and skip the second. */
  static final String MAKE = """
      INSERT INTO payout (payroll_id, line_no, current_payroll_id, current_line_no, programme, commune_code, period, entitlement_id,
        kind, for_from, for_to, amount_vnd, state, hold_reason, pay_from, pay_until, updated_at, %1$s)
      SELECT :payroll, line_no, :payroll, line_no, :programme, :commune, CAST(:period AS date), entitlement_id,
        kind, for_from, for_to, amount_vnd, CASE WHEN hold_reason IS NULL THEN 'OPEN' ELSE 'HELD' END, hold_reason,
        :payFrom, :payUntil, :at, %1$s
      FROM taken_line
      WHERE reason_code IS NULL AND carried_payout_id IS NULL
      ORDER BY line_no
      ON CONFLICT DO NOTHING
      """.formatted(SNAPSHOT);

  static final String REFUSE_JUDGED = """
      INSERT INTO payroll_refusal (payroll_id, line_no, amount_vnd, reason_code, reason_text)
      SELECT :payroll, line_no, amount_vnd, reason_code, reason_text FROM taken_line WHERE reason_code IS NOT NULL
      """;

  /** Lines that made no payout although nothing was wrong with them: their key was taken. */
  static final String REFUSE_TAKEN_KEYS = """
      INSERT INTO payroll_refusal (payroll_id, line_no, amount_vnd, reason_code, reason_text)
      SELECT :payroll, t.line_no, t.amount_vnd,
             CASE WHEN same.line_no IS NULL THEN 'MONTH_ALREADY_PAID' ELSE 'DUPLICATE' END,
             CASE WHEN same.line_no IS NULL
               THEN format('Tháng %s đã có khoản chi của cùng chế độ (%s).', shared.months, shared.lines)
               ELSE format('Trùng với dòng %s của bảng %s: cùng chế độ, cùng loại, cùng tháng %s.', same.line_no, same.payroll_id,
                      to_char(t.for_from, 'MM/YYYY') || CASE WHEN t.for_to > t.for_from THEN to_char(t.for_to, '" đến "MM/YYYY')
                                                             ELSE '' END) END
      FROM taken_line t
      LEFT JOIN LATERAL (
        SELECT p.payroll_id, p.line_no FROM payout p
        WHERE p.entitlement_id = t.entitlement_id AND p.kind = t.kind AND p.for_from = t.for_from AND p.for_to = t.for_to
          AND NOT p.key_freed
        ORDER BY p.payout_id LIMIT 1) same ON true
      LEFT JOIN LATERAL (
        SELECT string_agg(to_char(first, 'MM/YYYY') || CASE WHEN last > first THEN to_char(last, '" đến "MM/YYYY') ELSE '' END, ', '
                          ORDER BY first) AS months,
               string_agg(format('bảng %s, dòng %s', payroll_id, line_no), '; ' ORDER BY first) AS lines
        FROM (SELECT p.payroll_id, p.line_no, greatest(p.for_from, t.for_from) AS first, least(p.for_to, t.for_to) AS last
              FROM payout p
              WHERE p.entitlement_id = t.entitlement_id AND p.kind = 'REGULAR' AND NOT p.key_freed
                AND p.months && daterange(t.for_from, t.for_to, '[]')) overlap) shared ON t.kind = 'REGULAR'
      WHERE t.reason_code IS NULL AND t.carried_payout_id IS NULL
        AND NOT EXISTS (SELECT FROM payout p WHERE p.payroll_id = :payroll AND p.line_no = t.line_no)
      """;

  /** Revivals that came too late: another line was first, or the payout moved on. */
  static final String REFUSE_NOT_REVIVED = """
      INSERT INTO payroll_refusal (payroll_id, line_no, amount_vnd, reason_code, reason_text)
      SELECT :payroll, t.line_no, t.amount_vnd, 'NOT_CARRIED',
             format('Không chuyển tiếp được tháng %s: khoản chi ấy đã được dòng khác chuyển tiếp, hoặc đã chi.',
               to_char(t.for_from, 'MM/YYYY') || CASE WHEN t.for_to > t.for_from THEN to_char(t.for_to, '" đến "MM/YYYY') ELSE '' END)
      FROM taken_line t
      WHERE t.reason_code IS NULL AND t.carried_payout_id IS NOT NULL
        AND NOT EXISTS (SELECT FROM payout p WHERE p.current_payroll_id = :payroll AND p.current_line_no = t.line_no)
      """;

  static final String NOTE_CANDIDATES = """
      INSERT INTO account_candidate (entitlement_id, programme, commune_code, noted_at, payroll_id)
      SELECT DISTINCT ON (t.entitlement_id) t.entitlement_id, :programme, :commune, :at, :payroll
      FROM taken_line t JOIN payout p ON p.current_payroll_id = :payroll AND p.current_line_no = t.line_no
      WHERE t.help_to_account
      ORDER BY t.entitlement_id
      ON CONFLICT (entitlement_id) DO NOTHING
      """;

  /** A payroll that comes when its month is closed already: what it brings is counted there, so the month is open again. */
  static final String OPEN_MONTH_AGAIN = """
      DELETE FROM period_close WHERE programme = :programme AND period = CAST(:period AS date)
        AND EXISTS (SELECT FROM payout WHERE current_payroll_id = :payroll)""";

  static final String ACCEPTED = "SELECT count(*), coalesce(sum(amount_vnd), 0) FROM payout WHERE current_payroll_id = :payroll";

  static final String REFUSED = "SELECT count(*), coalesce(sum(amount_vnd), 0) FROM payroll_refusal WHERE payroll_id = :payroll";

  static final String HELD = """
      SELECT p.payout_id, t.line_no, p.amount_vnd, t.hold_text
      FROM taken_line t JOIN payout p ON p.current_payroll_id = :payroll AND p.current_line_no = t.line_no
      WHERE t.hold_reason IS NOT NULL AND t.line_no > :after
      ORDER BY t.line_no
      LIMIT :chunk
      """;

  static final String QUEUE_PLAN = "INSERT INTO outbox (destination, body) VALUES ('hub.payout.plan', :payroll)";

  private StageSql() {}
}
