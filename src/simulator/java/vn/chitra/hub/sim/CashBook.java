package vn.chitra.hub.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Decides who gets cash, and on which day: by the payout's own code, the same for post offices and communes. */
public final class CashBook {

  private static final String[] REASONS = {"K1", "K1", "K1", "K1", "K1", "K3", "K4", "K5", "K6", "K9", "K2"};
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
  private static final int LAST_DAY_FOR_THE_SAME_MONTH = 17;
  private static final RowMapper<Payment> PAYMENT = (row, n) -> new Payment(row.getInt("line_no"), row.getString("end_to_end_id"),
      row.getLong("amount_vnd"), row.getString("receiver"), row.getString("state").equals("PAID"), row.getString("code"),
      row.getObject("paid_on", LocalDate.class));

  private final String partner;
  private final JdbcTemplate jdbc;
  private final Decisions decisions;
  private final int unpaidPerMille;
  private final CashDays days;

  public CashBook(String partner, PartnerBook book, Decisions decisions, int unpaidPerMille, CashDays days) {
    this.partner = partner;
    this.jdbc = book.jdbc();
    this.decisions = decisions;
    this.unpaidPerMille = unpaidPerMille;
    this.days = days;
  }

  /** One payout of a list; {@code code} is the reason when it is not paid, empty = none given. */
  public record Payment(int line, String endToEndId, long amount, String receiver, boolean paid, String code, LocalDate paidOn) {}

  /** Days on which cash is paid, both included; the lists themselves do not carry them. */
  public interface CashDays {

    /** First day for lists of a period. */
    LocalDate from(String period);

    /** Last day for lists of a period. */
    LocalDate until(String period);
  }

  /** One line of a list that arrived. */
  public record Line(int line, String endToEndId, long amount, String receiver) {}

  /**
   * The month in which a list is paid: that of its period, but a list of two months before Tết is paid in the first of them, the month
   * after it came.
   *
   * @param period yyyyMM, as in the list's name
   */
  public static String paidIn(String period, Instant arrived) {
    LocalDate day = BusinessDays.day(arrived);
    YearMonth next = YearMonth.from(day).plusMonths(day.getDayOfMonth() > LAST_DAY_FOR_THE_SAME_MONTH ? 1 : 0);
    String month = next.format(MONTH);
    return month.compareTo(period) < 0 ? month : period;
  }

  /** Enters a list and decides what becomes of each line, on which day between {@code pay_from} and {@code pay_until}. */
  public void enter(String folder, int seq, String period, List<Line> lines, Instant now) {
    String month = paidIn(period, now);
    LocalDate first = latest(days.from(month), BusinessDays.day(now));
    int span = (int) Math.max(1, Duration.between(first.atStartOfDay(), days.until(month).plusDays(1).atStartOfDay()).toDays());
    List<Object[]> rows = new ArrayList<>(lines.size());
    for (Line line : lines) {
      String id = line.endToEndId();
      boolean unpaid = decisions.perMille(unpaidPerMille, "not paid", id);
      String code = !unpaid || decisions.perMille(100, "no reason", id) ? "" : decisions.oneOf("reason", id, REASONS);
      rows.add(new Object[] {partner, folder, seq, line.line(), id, line.amount(), line.receiver(), unpaid ? "UNPAID" : "PAID", code,
          first.plusDays(decisions.below(span, "day", id))});
    }
    jdbc.batchUpdate("INSERT INTO instruction (partner, folder, seq, line_no, end_to_end_id, amount_vnd, receiver, state, code, paid_on)"
        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
    if (rows.size() >= PartnerBook.MANY) {
      jdbc.execute("ANALYZE instruction");   // the plans of the queries below are made for what the table held before
    }
  }

  /** Codes of this list that stand in another one already. */
  public List<String> idsThatStandAlready(String folder, int seq) {
    return jdbc.queryForList("""
        SELECT now.end_to_end_id FROM instruction now JOIN instruction old USING (end_to_end_id)
        WHERE now.partner = ? AND now.folder = ? AND now.seq = ?
          AND (old.partner, old.folder, old.seq) <> (now.partner, now.folder, now.seq)""", String.class, partner, folder, seq);
  }

  public List<Payment> of(String folder, int seq) {
    return jdbc.query("SELECT * FROM instruction WHERE partner = ? AND folder = ? AND seq = ? ORDER BY line_no", PAYMENT, partner, folder,
        seq);
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
