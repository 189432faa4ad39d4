package vn.chitra.hub.payroll.jdbc;

/** Statements by which a withdrawn payroll leaves the hub's tables, or stands still in them. */
final class WithdrawalSql {

  static final String LOCK_PAYROLL = "SELECT state FROM payroll WHERE payroll_id = :payroll AND withdrawn_at IS NULL FOR NO KEY UPDATE";

  /** Payments before payouts, as everywhere. */
  static final String LOCK_PAYMENTS = """
      SELECT l.payment_id FROM payment l JOIN payout p USING (payout_id) WHERE p.current_payroll_id = :payroll ORDER BY l.payment_id FOR UPDATE OF l
      """;

  static final String LOCK_PAYOUTS = "SELECT payout_id FROM payout WHERE current_payroll_id = :payroll ORDER BY payout_id FOR UPDATE";

  /** A revived payout's older payments got their numbers under another payroll, before this one was taken. */
  static final String HAS_NUMBER = """
      SELECT EXISTS (SELECT FROM payout p WHERE p.current_payroll_id = :payroll AND p.state NOT IN ('OPEN', 'HELD'))
        OR EXISTS (SELECT FROM payout p JOIN payment l USING (payout_id) JOIN batch b ON b.batch_id IN (l.batch_id, l.came_back_from)
          WHERE p.current_payroll_id = :payroll AND b.seq IS NOT NULL
            AND b.built_at >= (SELECT taken_at FROM payroll WHERE payroll_id = :payroll))
      """;

  static final String HEARD = "UPDATE payroll SET withdrawn_at = :now, version = version + 1 WHERE payroll_id = :payroll";

  private static final String OUT_OF_ITS_BATCH = """
      WITH left_behind AS (
        SELECT l.payment_id, l.batch_id FROM payment l JOIN payout p USING (payout_id)
        WHERE p.current_payroll_id = :payroll AND l.state IN ('PLANNED', 'BATCHED')),
      out AS (
        UPDATE payment SET state = '%s', frozen = %s, batch_id = NULL, batch_line = NULL, reason_code = coalesce(%s, payment.reason_code),
          updated_at = :now
        FROM left_behind o WHERE o.payment_id = payment.payment_id RETURNING payment.payment_id)
      SELECT count(*) FROM out
      """;

  static final String CANCEL_PAYMENTS = OUT_OF_ITS_BATCH.formatted("CANCELLED", "false", "'WITHDRAWN'");

  static final String FREEZE_PAYMENTS = OUT_OF_ITS_BATCH.formatted("PLANNED", "true", "NULL");

  /** Entries since the payout was carried out the last time are this payroll's. */
  static final String BOOK_BACK = """
      INSERT INTO booking (period, partner, programme, column_name, payout_id, payment_id, item_count, amount_vnd, booked_on)
      SELECT b.period, b.partner, b.programme, b.column_name, b.payout_id, b.payment_id, -b.item_count, -b.amount_vnd, :today
      FROM booking b JOIN payout p USING (payout_id)
      WHERE p.current_payroll_id = :payroll AND b.booking_id > coalesce((SELECT max(c.booking_id) FROM booking c
        WHERE c.payout_id = p.payout_id AND c.column_name = 'CARRIED_OUT'), 0)
      ORDER BY b.booking_id
      """;

  static final String CLOSE_CASES = """
      UPDATE case_record SET state = 'CLOSED', closed_at = :now, closed_by = 'hub', resolution = 'cơ quan đã rút bảng',
        version = version + 1
      WHERE state = 'OPEN' AND (subject = 'payroll:' || :payroll OR kind = 'PAYOUT_HELD' AND subject IN
        (SELECT 'payout:' || payout_id FROM payout WHERE current_payroll_id = :payroll))
      """;

  /** Before the others, for these stop being this payroll's payouts. */
  static final String REVIVALS_GO_BACK = """
      UPDATE payout p SET state = 'CARRIED_OVER', hold_reason = NULL, current_payroll_id = was.payroll_id, current_line_no = was.line_no,
        commune_code = home.commune_code, pay_from = home.pay_from, pay_until = home.pay_until, period = went.period,
        partner = nullif(went.partner, 'none'), updated_at = :now
      FROM payout q
      JOIN LATERAL (SELECT r.payroll_id, r.line_no FROM payout_result r WHERE r.payout_id = q.payout_id AND r.outcome = 'CARRIED_OVER'
        AND r.payroll_id <> :payroll ORDER BY r.updated_at DESC LIMIT 1) was ON true
      JOIN payroll home ON home.payroll_id = was.payroll_id
      JOIN LATERAL (SELECT b.period, b.partner FROM booking b WHERE b.payout_id = q.payout_id AND b.column_name = 'CARRIED_OUT'
        ORDER BY b.booking_id DESC LIMIT 1) went ON true
      WHERE q.payout_id = p.payout_id AND p.current_payroll_id = :payroll AND p.payroll_id <> :payroll
      """;

  static final String CANCEL_PAYOUTS = """
      UPDATE payout SET state = 'CANCELLED', key_freed = true, hold_reason = NULL, updated_at = :now WHERE current_payroll_id = :payroll
      """;

  static final String NO_NEED = """
      UPDATE funding_need SET item_count = 0, total_vnd = 0, revision = revision + 1, updated_at = :now
      WHERE payroll_id = :payroll AND item_count <> 0
      """;

  static final String CANCEL_PAYROLL = """
      UPDATE payroll SET state = 'CANCELLED', receipt_status = 'CANCELLED', receipt_revision = receipt_revision + 1,
        message = 'Cơ quan đã rút bảng trước khi có khoản nào được gửi đi.', version = version + 1
      WHERE payroll_id = :payroll
      """;

  /** Sent when the payroll was withdrawn, and back now because the partner refused the whole file; once, for then a person decided. */
  static final String FREEZE_WHAT_CAME_BACK = """
      UPDATE payment SET frozen = true, updated_at = :now
      FROM payout p JOIN payroll r ON r.payroll_id = p.current_payroll_id
      WHERE p.payout_id = payment.payout_id AND r.withdrawn_at IS NOT NULL AND r.state <> 'CANCELLED' AND payment.state = 'PLANNED'
        AND NOT payment.frozen AND payment.came_back_from IS NOT NULL AND payment.released_at IS NULL
        AND NOT EXISTS (SELECT FROM case_record c WHERE c.kind = 'PAYROLL_WITHDRAWN' AND c.subject = 'payout:' || p.payout_id)
      """;

  private static final String TO_HOLD = """
      FROM payroll r JOIN payout p ON p.current_payroll_id = r.payroll_id
      LEFT JOIN payment f ON f.payout_id = p.payout_id AND f.alive_or_paid
      WHERE r.withdrawn_at IS NOT NULL AND r.state <> 'CANCELLED' AND p.state IN ('OPEN', 'HELD')
        AND (f.payment_id IS NULL AND p.hold_reason IS DISTINCT FROM 'WITHDRAWN' OR f.frozen AND f.state = 'PLANNED')
      """;

  /** What stands still seems to; what its payments are is asked again under the lock, in a statement of its own. */
  static final String LOCK_TO_HOLD = "SELECT p.payout_id " + TO_HOLD + "ORDER BY p.payout_id FOR UPDATE OF p";

  /** Those that a case is open for already are left alone; so are those that a person let go on. */
  static final String HOLD = """
      WITH still AS (SELECT p.payout_id, p.partner, p.amount_vnd, p.state, f.payment_id
      """ + TO_HOLD + """
        AND p.payout_id = ANY (:locked)),
      held AS (
        UPDATE payout p SET state = 'HELD', hold_reason = 'WITHDRAWN', updated_at = :now
        FROM still s WHERE s.payout_id = p.payout_id AND s.payment_id IS NULL
          AND NOT EXISTS (SELECT FROM payment l WHERE l.payout_id = p.payout_id AND l.alive_or_paid) RETURNING p.payout_id)
      INSERT INTO case_record (kind, subject, partner, evidence, amount_vnd, state, opened_at, due_at)
      SELECT 'PAYROLL_WITHDRAWN', 'payout:' || s.payout_id, s.partner,
        'Cơ quan đã rút bảng sau khi một phần đã gửi đi; khoản này chưa gửi hoặc chưa chi được: cho đi tiếp hay dừng hẳn?',
        s.amount_vnd, 'OPEN', :now, :due FROM still s
      ON CONFLICT (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) WHERE state = 'OPEN' DO NOTHING
      """;

  private WithdrawalSql() {}
}
