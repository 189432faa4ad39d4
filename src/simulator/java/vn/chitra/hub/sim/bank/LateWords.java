package vn.chitra.hub.sim.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.PartnerSide;

/**
 * The late results of a bank after the close of a month, in one more part of the result: a few payments of the month are returned by the
 * receiving bank, and a few rejected ones were credited after all.
 */
final class LateWords {

  static final String STEP = "LATE_WORDS";
  private static final int DAY_OF_MONTH = 21;
  private static final String COME_BACK = """
      UPDATE instruction SET code = '20', state = 'RETURNED', paid_on = ? WHERE partner = ? AND end_to_end_id IN (
        SELECT end_to_end_id FROM instruction WHERE partner = ? AND state = 'PAID' AND paid_on >= ? AND paid_on <= ?
        ORDER BY md5(end_to_end_id) LIMIT (SELECT greatest(2, count(*) / 150) FROM instruction WHERE partner = ? AND state = 'PAID'
          AND paid_on >= ?))""";
  private static final String CREDITED_AFTER_ALL = """
      UPDATE instruction SET code = '00', state = 'PAID', paid_on = ?, reference = 'FTM' || substr(end_to_end_id, 2, 12)
      WHERE partner = ? AND end_to_end_id IN (
        SELECT end_to_end_id FROM instruction WHERE partner = ? AND state = 'UNPAID' AND code IN ('01', '02', '03') AND paid_on >= ?
        ORDER BY md5(end_to_end_id) LIMIT (SELECT greatest(1, count(*) / 4) FROM instruction WHERE partner = ? AND state = 'UNPAID'
          AND paid_on >= ?))""";

  private final PartnerSide side;
  private final BankOrders orders;
  private final BankLedger ledger;

  LateWords(PartnerSide side, BankOrders orders, BankLedger ledger) {
    this.side = side;
    this.orders = orders;
    this.ledger = ledger;
  }

  /** When such words are said in the month after this day's. */
  static LocalDate dayInMonthAfter(LocalDate day, BusinessDays days) {
    return days.bankingDayFrom(day.plusMonths(1).withDayOfMonth(DAY_OF_MONTH));
  }

  /** Decides and books. @return by file of ours the orders that something is said of, their codes as they are now */
  Map<Integer, List<BankOrders.Row>> say(LocalDate day) {
    LocalDate first = day.withDayOfMonth(1);
    String bank = side.partner();
    side.book().jdbc().update(COME_BACK, day, bank, bank, first, day.minusDays(1), bank, first);
    side.book().jdbc().update(CREDITED_AFTER_ALL, day, bank, bank, first, bank, first);
    Map<Integer, List<BankOrders.Row>> stated = orders.changedLate(day).stream()
        .collect(Collectors.groupingBy(BankOrders.Row::seq, TreeMap::new, Collectors.toList()));
    stated.forEach((seq, rows) -> {
      rows.stream().filter(row -> row.code().equals("20"))
          .forEach(row -> ledger.book(day, 'C', row.amount(), "R" + row.endToEndId(), row.reference(), "HOAN TRA"));
      List<BankOrders.Row> credited = rows.stream().filter(row -> row.code().equals("00")).toList();
      ledger.debit(day, credited.stream().mapToLong(BankOrders.Row::amount).sum(), "F" + seq, "DM" + day.getMonthValue() + seq,
          credited.size());
    });
    return stated;
  }
}
