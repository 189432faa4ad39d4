package vn.chitra.hub.demo;

/** The queries of {@link BooksCheck}: key and value per row where two databases are compared, one sentence per row otherwise. */
final class BooksSql {

  static final String PARTNER_PAID = partner("PAID");
  static final String PARTNER_RETURNED = partner("RETURNED");
  static final String HUB_PAID = "SELECT end_to_end_id, amount_vnd::text FROM leg WHERE state IN ('PAID', 'PAID_IN_ERROR')";
  static final String HUB_RETURNED = "SELECT end_to_end_id, amount_vnd::text FROM leg WHERE state = 'RETURNED'";

  static final String HUB_PAID_LINES = """
      SELECT p.current_payroll_id || '#' || p.current_line_no, l.end_to_end_id || ' ' || p.amount_vnd || ' ' || l.partner || ' ' || l.paid_on
      FROM payout p LEFT JOIN leg l ON l.payout_id = p.payout_id AND l.state = 'PAID' WHERE p.state = 'PAID'""";
  static final String WELFARE_PAID_LINES = """
      SELECT payroll_id || '#' || line_no, end_to_end_id || ' ' || amount_vnd || ' ' || partner || ' ' || paid_on
      FROM welfare.payout_result WHERE outcome = 'PAID'""";
  static final String HUB_OTHER_LINES = """
      SELECT current_payroll_id || '#' || current_line_no, state || ' ' || amount_vnd FROM payout
      WHERE state IN ('CARRIED_OVER', 'HANDED_BACK') OR state = 'STOPPED' AND NOT key_freed""";
  /** The row of a line whose payout was revived by a later line stays as it is and counts no more. */
  static final String WELFARE_OTHER_LINES = """
      SELECT r.payroll_id || '#' || r.line_no, r.outcome || ' ' || r.amount_vnd FROM welfare.payout_result r
      WHERE r.outcome IN ('CARRIED_OVER', 'HANDED_BACK', 'STOPPED') AND NOT EXISTS (
        SELECT FROM welfare.payroll_item i JOIN welfare.payroll p USING (payroll_id)
        WHERE i.carries_payroll_id = r.payroll_id AND i.carries_line_no = r.line_no AND p.status = 'APPROVED'
          AND NOT EXISTS (SELECT FROM welfare.payroll_refusal f WHERE f.payroll_id = i.payroll_id AND f.line_no = i.line_no))""";

  static final String WELFARE_LINES = """
      SELECT i.payroll_id || '#' || i.line_no, i.amount_vnd::text FROM welfare.payroll_item i JOIN welfare.payroll p USING (payroll_id)
      JOIN welfare.payroll_receipt r USING (payroll_id) WHERE p.status = 'APPROVED' AND r.status NOT IN ('HELD', 'CANCELLED')""";
  static final String HUB_LINES = """
      SELECT payroll_id || '#' || line_no, amount_vnd::text FROM payout
      UNION ALL SELECT current_payroll_id || '#' || current_line_no, amount_vnd::text FROM payout
        WHERE (current_payroll_id, current_line_no) <> (payroll_id, line_no)
      UNION ALL SELECT payroll_id || '#' || line_no, amount_vnd::text FROM payroll_refusal""";
  static final String HUB_REFUSALS = "SELECT payroll_id || '#' || line_no, reason_code FROM payroll_refusal";
  static final String WELFARE_REFUSALS = "SELECT payroll_id || '#' || line_no, reason_code FROM welfare.payroll_refusal";

  static final String HUB_FILES = """
      SELECT partner || '/' || folder || '/' || file_name, trim(file_sha256) || ' ' || leg_count || ' ' || total_vnd FROM batch
      WHERE seq IS NOT NULL""";
  static final String PARTNER_FILES = """
      SELECT partner || '/' || folder || '/' || name, trim(sha256) || ' ' || line_count || ' ' || total_vnd FROM received_file""";

  static final String TWO_LIVE_LEGS = """
      SELECT 'payout ' || payout_id || ': ' || string_agg(state, ', ') FROM leg
      WHERE state IN ('PLANNED', 'BATCHED', 'SENT', 'ACCEPTED', 'PAID') GROUP BY payout_id HAVING count(*) > 1""";
  static final String SEQUENCE_GAPS = """
      SELECT concat_ws('/', partner, kind, folder) || ': ' || count(*) || ' tệp, số từ ' || min(seq) || ' đến ' || max(seq)
        || ', sổ ghi ' || coalesce(max(s.last_seq)::text, 'không có')
      FROM batch b LEFT JOIN file_sequence s USING (partner, kind, folder) WHERE seq IS NOT NULL
      GROUP BY partner, kind, folder
      HAVING count(DISTINCT seq) <> max(seq) OR min(seq) <> 1 OR count(*) <> max(seq) OR max(s.last_seq) IS DISTINCT FROM max(seq)""";

  /** Period x partner x programme: what came in, what went out, what is still open there. */
  static final String SETTLEMENT = """
      SELECT period, partner, programme, sum(n) AS n, sum(vnd) AS vnd FROM (
        SELECT period, partner, programme, item_count * side AS n, amount_vnd * side AS vnd
        FROM booking, LATERAL (SELECT CASE WHEN column_name IN ('HANDED_OVER', 'CARRIED_IN', 'MOVED_IN', 'CAME_BACK') THEN 1 ELSE -1 END) s(side)
        UNION ALL
        SELECT period, coalesce(partner, 'none'), programme, -1, -amount_vnd FROM payout WHERE state IN ('OPEN', 'HELD')) moves
      GROUP BY period, partner, programme""";
  static final String SETTLEMENT_DIFFERENCES = """
      SELECT to_char(period, 'YYYY-MM') || ' ' || partner || ' ' || programme || ': lệch ' || n || ' khoản, ' || vnd || ' đồng'
      FROM (""" + SETTLEMENT + ") differences WHERE n <> 0 OR vnd <> 0";

  /** A payout is explained by an open case about it, its payroll, or the batch that one of its legs travelled in. */
  static final String EXPLANATIONS = """
      SELECT p.payout_id, p.state, p.hold_reason, p.amount_vnd, (
        SELECT string_agg(DISTINCT c.kind, '+') FROM case_record c WHERE c.state = 'OPEN' AND (
          c.subject = 'payout:' || p.payout_id OR c.subject = 'payroll:' || p.current_payroll_id
          OR c.subject IN (SELECT 'batch:' || l.batch_id FROM leg l WHERE l.payout_id = p.payout_id))) AS cases
      FROM payout p WHERE p.state IN ('OPEN', 'HELD')""";
  static final String UNEXPLAINED = """
      SELECT 'payout ' || payout_id || ' ' || state || ' ' || coalesce(hold_reason, '') FROM (""" + EXPLANATIONS + """
      ) open_payouts WHERE cases IS NULL""";

  static final String VIOLATIONS = "SELECT partner || ' ' || file || ': ' || what FROM violation ORDER BY violation_id";

  static final String EXPECTED_LINES = """
      SELECT x.payroll_id || '#' || x.line_no, x.fault || ' ' || x.expected FROM maker.expected_line x
      JOIN welfare.payroll p USING (payroll_id) WHERE p.status = 'APPROVED'""";
  static final String JUDGED_LINES = """
      SELECT payroll_id || '#' || line_no, CASE WHEN state = 'HELD' OR hold_reason IS NOT NULL THEN 'HELD' ELSE 'ACCEPTED' END FROM payout
      UNION ALL SELECT payroll_id || '#' || line_no, 'REFUSED' FROM payroll_refusal""";

  private BooksSql() {}

  private static String partner(String state) {
    return """
        SELECT i.end_to_end_id, i.amount_vnd::text FROM instruction i JOIN received_file f USING (partner, folder, seq)
        WHERE f.standing AND i.state = '""" + state + "'";
  }
}
