package vn.chitra.hub.payroll.jdbc;

/**
 * One kind of row that is written back.
 *
 * @param lock second key of the advisory lock under which these rows are read and written, so that two instances cannot cross
 * @param due which rows are due in the hub, at most {@code :chunk}; its columns are the parameters of the other two
 * @param mark what makes a written row no longer due, unless it moved meanwhile
 */
record DueRows(int lock, String due, String mark) {

  static final DueRows RECEIPTS = new DueRows(1, """
      SELECT payroll_id, receipt_status, accepted_count, accepted_vnd, refused_count, refused_vnd, message,
             receipt_revision AS revision
      FROM payroll WHERE receipt_written < receipt_revision
      ORDER BY payroll_id LIMIT :chunk
      """, """
      UPDATE payroll SET receipt_written = :revision WHERE payroll_id = :payroll_id AND receipt_written < :revision
      """);

  static final DueRows REFUSALS = new DueRows(2, """
      SELECT payroll_id, line_no, reason_code, reason_text
      FROM payroll_refusal WHERE NOT written
      ORDER BY payroll_id, line_no LIMIT :chunk
      """, """
      UPDATE payroll_refusal SET written = true WHERE payroll_id = :payroll_id AND line_no = :line_no
      """);

  static final DueRows FUNDING_NEEDS = new DueRows(3, """
      SELECT payroll_id, partner, item_count, total_vnd, revision
      FROM funding_need WHERE written_revision < revision
      ORDER BY payroll_id, partner LIMIT :chunk
      """, """
      UPDATE funding_need SET written_revision = :revision
      WHERE payroll_id = :payroll_id AND partner = :partner AND written_revision < :revision
      """);

  static final DueRows RESULTS = new DueRows(4, """
      SELECT payroll_id, line_no, outcome, channel, partner, end_to_end_id, amount_vnd, paid_on, received_by, partner_ref,
             reason_code, reason_text, revision
      FROM payout_result WHERE written_revision < revision
      ORDER BY payroll_id, line_no LIMIT :chunk
      """, """
      UPDATE payout_result SET written_revision = :revision
      WHERE payroll_id = :payroll_id AND line_no = :line_no AND written_revision < :revision
      """);
}
