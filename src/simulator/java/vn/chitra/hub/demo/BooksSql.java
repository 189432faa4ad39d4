package vn.chitra.hub.demo;

import java.util.stream.Stream;

/** The queries of {@link BooksCheck}: key and value per row where two databases are compared, one sentence per row otherwise. */
final class BooksSql {

  static final String PARTNER_PAID = partner("PAID");
  static final String PARTNER_RETURNED = partner("RETURNED");
  static final String HUB_PAID = "SELECT end_to_end_id, amount_vnd::text FROM payment WHERE state IN ('PAID', 'PAID_IN_ERROR')";
  static final String HUB_RETURNED = "SELECT end_to_end_id, amount_vnd::text FROM payment WHERE state = 'RETURNED'";

  static final String HUB_PAID_LINES = """
      SELECT p.current_payroll_id || '#' || p.current_line_no,
        l.end_to_end_id || ' ' || p.amount_vnd || ' ' || l.partner || ' ' || l.paid_on
      FROM payout p LEFT JOIN payment l ON l.payout_id = p.payout_id AND l.state = 'PAID' WHERE p.state = 'PAID'""";
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
  /** A line that carried a payout and was followed by another one that carried it on is known to the province alone. */
  static final String HUB_LINES = """
      SELECT o.payroll_id || '#' || o.line_no,
        o.amount_vnd::text FROM payout o JOIN payroll p USING (payroll_id) WHERE p.state <> 'CANCELLED'
      UNION ALL SELECT r.payroll_id || '#' || r.line_no, r.amount_vnd::text FROM payout_result r JOIN payout o USING (payout_id)
        WHERE (r.payroll_id, r.line_no) <> (o.payroll_id, o.line_no) AND (r.payroll_id, r.line_no) <> (current_payroll_id, current_line_no)
      UNION ALL SELECT current_payroll_id || '#' || current_line_no, amount_vnd::text FROM payout
        WHERE (current_payroll_id, current_line_no) <> (payroll_id, line_no)
      UNION ALL SELECT r.payroll_id || '#' || r.line_no, r.amount_vnd::text FROM payroll_refusal r JOIN payroll p USING (payroll_id)
        WHERE p.state <> 'CANCELLED'""";
  static final String HUB_REFUSALS = "SELECT payroll_id || '#' || line_no, reason_code FROM payroll_refusal";
  static final String WELFARE_REFUSALS = "SELECT payroll_id || '#' || line_no, reason_code FROM welfare.payroll_refusal";

  static final String HUB_FILES = """
      SELECT partner || '/' || folder || '/' || file_name, trim(file_sha256) || ' ' || payment_count || ' ' || total_vnd FROM batch
      WHERE seq IS NOT NULL""";
  static final String PARTNER_FILES = """
      SELECT partner || '/' || folder || '/' || name, trim(sha256) || ' ' || line_count || ' ' || total_vnd FROM received_file""";

  static final String TWO_LIVE_PAYMENTS = """
      SELECT 'payout ' || payout_id || ': ' || string_agg(state, ', ') FROM payment
      WHERE state IN ('PLANNED', 'BATCHED', 'SENT', 'ACCEPTED', 'PAID') GROUP BY payout_id HAVING count(*) > 1""";
  static final String SEQUENCE_GAPS = """
      SELECT concat_ws('/', partner, kind, folder) || ': ' || count(*) || ' tệp, số từ ' || min(seq) || ' đến ' || max(seq)
        || ', sổ ghi ' || coalesce(max(s.last_seq)::text, 'không có')
      FROM batch b LEFT JOIN file_sequence s USING (partner, kind, folder) WHERE seq IS NOT NULL
      GROUP BY partner, kind, folder
      HAVING count(DISTINCT seq) <> max(seq) OR min(seq) <> 1 OR count(*) <> max(seq) OR max(s.last_seq) IS DISTINCT FROM max(seq)""";

  static final String PAID_DAYS = """
      SELECT concat_ws('/', partner, paid_on) || ': ' || coalesce(p.vnd, 0) || ' đồng theo lệnh, ' || coalesce(d.vnd, 0) || ' theo tổng ngày'
      FROM (SELECT partner, paid_on, sum(amount_vnd) AS vnd FROM payment
          WHERE state = 'PAID' OR state = 'PAID_IN_ERROR' AND NOT credit_matched GROUP BY partner, paid_on) p
        FULL JOIN (SELECT partner, paid_on, sum(paid_vnd + in_error_vnd) AS vnd FROM paid_day GROUP BY partner, paid_on) d
        USING (partner, paid_on)
      WHERE coalesce(p.vnd, 0) <> coalesce(d.vnd, 0)""";

  /** Period x partner x programme: what came in, what went out, what is still open there. */
  static final String SETTLEMENT = """
      SELECT period, partner, programme, sum(n) AS n, sum(vnd) AS vnd FROM (
        SELECT period, partner, programme, item_count * side AS n, amount_vnd * side AS vnd
        FROM booking, LATERAL (SELECT CASE WHEN column_name IN ('HANDED_OVER', 'CARRIED_IN', 'MOVED_IN', 'CAME_BACK')
          THEN 1 ELSE -1 END) s(side)
        UNION ALL
        SELECT period, coalesce(partner, 'none'), programme, -1, -amount_vnd FROM payout WHERE state IN ('OPEN', 'HELD')) moves
      GROUP BY period, partner, programme""";
  /** Period, partner, programme, day of closing; then count and dong of each column of the equation, what is open last. */
  static final String SETTLEMENT_BY_MONTH = """
      SELECT to_char(period, 'YYYY-MM'), partner, programme, to_char(c.closed_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY'),
      """ + String.join(", ", Stream.of("HANDED_OVER", "CARRIED_IN", "MOVED_IN", "CAME_BACK", "PAID", "CARRIED_OUT",
      "MOVED_OUT", "HANDED_BACK", "OPEN").map(column -> ("coalesce(sum(n) FILTER (WHERE what = '%1$s'), 0),"
      + " coalesce(sum(vnd) FILTER (WHERE what = '%1$s'), 0)").formatted(column)).toList()) + """
       FROM (SELECT period, partner, programme, column_name AS what, item_count AS n, amount_vnd AS vnd FROM booking
        UNION ALL SELECT period, coalesce(partner, 'none'), programme, 'OPEN', 1, amount_vnd FROM payout WHERE state IN ('OPEN', 'HELD'))
        moves LEFT JOIN period_close c USING (programme, period)
      GROUP BY period, partner, programme, c.closed_at ORDER BY period, partner, programme""";
  static final String SETTLEMENT_DIFFERENCES = """
      SELECT to_char(period, 'YYYY-MM') || ' ' || partner || ' ' || programme || ': lệch ' || n || ' khoản, ' || vnd || ' đồng'
      FROM (""" + SETTLEMENT + ") differences WHERE n <> 0 OR vnd <> 0";

  /** A payout is explained by an open case about it, its payroll, or the batch that one of its payments travelled in. */
  static final String EXPLANATIONS = """
      SELECT p.payout_id, p.state, p.hold_reason, p.amount_vnd, (
        SELECT string_agg(DISTINCT c.kind, '+') FROM case_about c WHERE c.state = 'OPEN' AND (
          c.subject = 'payout:' || p.payout_id OR c.subject = 'payroll:' || p.current_payroll_id
          OR c.subject IN (SELECT 'batch:' || l.batch_id FROM payment l WHERE l.payout_id = p.payout_id))) AS cases
      FROM payout p WHERE p.state IN ('OPEN', 'HELD')""";
  static final String UNEXPLAINED = """
      SELECT 'payout ' || payout_id || ' ' || state || ' ' || coalesce(hold_reason, '') FROM (""" + EXPLANATIONS + """
      ) open_payouts WHERE cases IS NULL""";

  private static final String CHAINS = """
      WITH RECURSIVE accepted AS (
        SELECT i.* FROM welfare.payroll_item i JOIN welfare.payroll p USING (payroll_id) JOIN welfare.payroll_receipt r USING (payroll_id)
        WHERE p.status = 'APPROVED' AND r.status NOT IN ('HELD', 'CANCELLED')
          AND NOT EXISTS (SELECT FROM welfare.payroll_refusal f WHERE f.payroll_id = i.payroll_id AND f.line_no = i.line_no)),
      chain AS (
        SELECT payroll_id AS root_payroll, line_no AS root_line, kind, payroll_id, line_no, entitlement_id, for_from, for_to, 0 AS depth
        FROM accepted WHERE kind <> 'CARRY_OVER'
        UNION ALL
        SELECT c.root_payroll, c.root_line, c.kind, i.payroll_id, i.line_no, i.entitlement_id, i.for_from, i.for_to, c.depth + 1
        FROM chain c JOIN accepted i ON i.carries_payroll_id = c.payroll_id AND i.carries_line_no = c.line_no)
      """;
  /** Of every payout that was carried over and came again: the line that owns it now. */
  static final String WELFARE_CHAINS = CHAINS + """
      SELECT DISTINCT ON (root_payroll, root_line) root_payroll || '#' || root_line, payroll_id || '#' || line_no FROM chain WHERE depth > 0
      ORDER BY root_payroll, root_line, depth DESC""";
  static final String HUB_CHAINS = """
      SELECT payroll_id || '#' || line_no, current_payroll_id || '#' || current_line_no FROM payout
      WHERE (current_payroll_id, current_line_no) <> (payroll_id, line_no)""";
  /** The row of a line that another one carries on says so for ever. */
  static final String CARRIED_WITHOUT_SAYING_SO = CHAINS + """
      SELECT c.payroll_id || '#' || c.line_no || ': ' || coalesce(r.outcome, 'không có kết quả') FROM chain c
      JOIN accepted i ON i.carries_payroll_id = c.payroll_id AND i.carries_line_no = c.line_no
      LEFT JOIN welfare.payout_result r ON r.payroll_id = c.payroll_id AND r.line_no = c.line_no
      WHERE r.outcome IS DISTINCT FROM 'CARRIED_OVER'""";
  static final String PAID_TWICE = CHAINS + """
      SELECT entitlement_id || ' ' || kind || ' ' || to_char(month, 'YYYY-MM') || ': ' || count(*) || ' lần' FROM chain
      JOIN welfare.payout_result r USING (payroll_id, line_no)
      CROSS JOIN LATERAL generate_series(to_date(for_from, 'YYYY-MM'), to_date(CASE kind WHEN 'REGULAR' THEN for_to ELSE for_from END,
        'YYYY-MM'), interval '1 month') AS months (month)
      WHERE r.outcome = 'PAID' GROUP BY entitlement_id, kind, CASE kind WHEN 'REGULAR' THEN '' ELSE for_to END,
        month HAVING count(*) > 1""";

  /** Per funding account up to its newest statement: what left it for files less what came back for payments = what stands paid. */
  static final String PARTNER_ACCOUNTS = """
      SELECT partner, sum(CASE WHEN side = 'D' AND left(reference, 1) IN ('F', 'B') THEN amount_vnd WHEN side = 'C' AND reference LIKE 'R%'
        THEN -amount_vnd ELSE 0 END)::text FROM statement_entry JOIN statement USING (partner, day) GROUP BY partner
      HAVING sum(CASE WHEN left(reference, 1) IN ('F', 'B', 'R') THEN amount_vnd ELSE 0 END) <> 0""";
  static final String HUB_ACCOUNTS = """
      SELECT l.partner, sum(CASE WHEN l.state = 'RETURNED' THEN 0 ELSE l.amount_vnd END)::text FROM payment l
      WHERE l.state IN ('PAID', 'PAID_IN_ERROR', 'RETURNED')
        AND l.paid_on <= (SELECT max(day) FROM statement s WHERE s.partner = l.partner AND s.state = 'CHAINED') GROUP BY l.partner""";
  static final String HUB_STATED = """
      SELECT s.partner, sum(CASE e.kind WHEN 'FILE' THEN e.amount_vnd WHEN 'RETURN' THEN -e.amount_vnd ELSE 0 END)::text
      FROM statement_entry e JOIN statement s USING (statement_id) WHERE s.state = 'CHAINED' AND e.kind IN ('FILE', 'RETURN')
      GROUP BY s.partner""";

  /** Net of its bookings a payment is paid once if it is PAID, and not at all otherwise. */
  static final String BOOKED_AGAINST_STATE = """
      SELECT l.end_to_end_id || ' ' || l.state || ': ' || coalesce(sum(n), 0) || ' lần ghi đã chi' FROM payment l
      LEFT JOIN (SELECT payment_id, CASE column_name WHEN 'PAID' THEN item_count ELSE -item_count END AS n FROM booking
        WHERE column_name IN ('PAID', 'CAME_BACK')) b USING (payment_id)
      GROUP BY l.payment_id HAVING coalesce(sum(n), 0) <> CASE l.state WHEN 'PAID' THEN 1 ELSE 0 END""";
  static final String BOOKED_AFTER_CLOSE = """
      SELECT to_char(period, 'YYYY-MM') || ' ' || programme || ' ' || column_name || ' ngày ' || booked_on FROM booking
      JOIN period_close USING (programme, period) WHERE booked_on > (closed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
      UNION ALL
      SELECT to_char(period, 'YYYY-MM') || ' ' || programme || ' đã đóng mà khoản ' || payout_id || ' còn ' || state FROM payout
      JOIN period_close USING (programme, period) WHERE state IN ('OPEN', 'HELD')""";

  static final String NOT_CLOSED = """
      SELECT DISTINCT to_char(period, 'YYYY-MM') || ' ' || programme FROM payroll p
      WHERE period BETWEEN ?::date AND ?::date AND NOT EXISTS (
        SELECT FROM period_close c WHERE c.programme = p.programme AND c.period = p.period)""";
  static final String PAID_AHEAD_NOT_REFUSED = """
      SELECT x.payroll_id || '#' || x.line_no || ': ' || coalesce(f.reason_code, 'không bị từ chối') FROM maker.expected_line x
      JOIN welfare.payroll p USING (payroll_id) LEFT JOIN welfare.payroll_refusal f USING (payroll_id, line_no)
      WHERE x.fault = 'MONTH_PAID_AHEAD' AND p.status = 'APPROVED' AND f.reason_code IS DISTINCT FROM 'MONTH_ALREADY_PAID'""";
  static final String WITHDRAWN_NOT_GONE = """
      SELECT p.payroll_id || ': ' || coalesce(r.status, 'không có biên nhận') FROM welfare.payroll p
      LEFT JOIN welfare.payroll_receipt r USING (payroll_id)
      WHERE p.status = 'WITHDRAWN' AND (r.status IS DISTINCT FROM 'CANCELLED'
        OR EXISTS (SELECT FROM welfare.payout_result o WHERE o.payroll_id = p.payroll_id))""";

  static final String DEAD_AND_PAID = """
      SELECT h.payroll_id || '#' || h.line_no FROM maker.happening h JOIN welfare.payout_result r USING (payroll_id, line_no)
      WHERE h.what = 'DEATH' AND h.done AND r.outcome = 'PAID'""";
  static final String CLOSED_ACCOUNTS = """
      SELECT h.payroll_id || '#' || h.line_no, min(a.account_no) FROM maker.happening h JOIN welfare.payroll_item i USING (payroll_id,
        line_no)
      JOIN welfare.payment_account a USING (entitlement_id) WHERE h.what = 'ACCOUNT_CLOSED' AND h.done AND a.closed_on IS NOT NULL
      GROUP BY h.payroll_id, h.line_no""";
  static final String ACCOUNTS_PAID_TO = """
      SELECT p.payroll_id || '#' || p.line_no, l.account_no FROM payout p JOIN payment l USING (payout_id)
      WHERE l.state = 'PAID' AND l.account_no IS NOT NULL""";

  static final String VIOLATIONS = "SELECT partner || ' ' || file || ': ' || what FROM violation ORDER BY violation_id";

  static final String EXPECTED_LINES = """
      SELECT x.payroll_id || '#' || x.line_no, x.fault || ' ' || x.expected FROM maker.expected_line x
      JOIN welfare.payroll p USING (payroll_id) WHERE p.status = 'APPROVED'""";
  /** A line that would have carried over what the bank has credited meanwhile. */
  static final String CARRIED_BUT_PAID = """
      SELECT i.payroll_id || '#' || i.line_no, r.outcome FROM welfare.payroll_item i
      JOIN welfare.payout_result r ON r.payroll_id = i.carries_payroll_id AND r.line_no = i.carries_line_no
      JOIN welfare.payroll_refusal f ON f.payroll_id = i.payroll_id AND f.line_no = i.line_no
      WHERE f.reason_code = 'NOT_CARRIED' AND r.outcome = 'PAID'""";
  /** Whom intake held stays known by the case that it opened. */
  static final String JUDGED_LINES = """
      SELECT o.payroll_id || '#' || o.line_no, CASE WHEN o.state = 'HELD' OR o.hold_reason IS NOT NULL OR EXISTS (
        SELECT FROM case_payout m JOIN case_record c USING (case_id) WHERE m.payout_id = o.payout_id AND c.kind = 'PAYOUT_HELD'
          AND m.evidence LIKE 'Bảng ' || o.payroll_id || ', dòng ' || o.line_no || ':%') THEN 'HELD' ELSE 'ACCEPTED' END FROM payout o
      UNION ALL SELECT payroll_id || '#' || line_no, 'REFUSED' FROM payroll_refusal""";

  private BooksSql() {}

  private static String partner(String state) {
    return """
        SELECT i.end_to_end_id, i.amount_vnd::text FROM instruction i JOIN received_file f USING (partner, folder, seq)
        WHERE f.existing AND i.state = '""" + state + "'";
  }
}
