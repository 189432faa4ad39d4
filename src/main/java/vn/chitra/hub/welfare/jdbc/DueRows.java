package vn.chitra.hub.welfare.jdbc;

import vn.chitra.hub.support.SqlText;

/**
 * One kind of row that is written back.
 *
 * @param lock second key of the advisory lock under which these rows are read and written, so that two instances cannot cross
 * @param due which rows are due in the hub behind {@code :payroll} and {@code :line} or {@code :partner}, at most {@code :chunk}; its
 *     columns are the parameters of the statements that write and mark them
 */
record DueRows(int lock, String due) {

  static final DueRows RECEIPTS = new DueRows(1, SqlText.of("welfare/find-due-receipts"));
  static final DueRows REFUSALS = new DueRows(2, SqlText.of("welfare/find-due-refusals"));
  static final DueRows FUNDING_NEEDS = new DueRows(3, SqlText.of("welfare/find-due-funding-needs"));
}
