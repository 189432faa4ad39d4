package vn.chitra.hub.payout;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.support.SqlText;

/**
 * Moves the paid payouts of an old month, with payments, statuses and results, to the tables of that month in the schema
 * {@code archive}, and back. Each step is one transaction: a payout stands in one place at every moment, and whoever was stopped calls the
 * same steps once more. The hub may run meanwhile. For the commands, outside of the hub's own transactions.
 */
public final class OldMonths {

  private static final String OBSTACLES = SqlText.of("payout/archived/find-obstacles");
  private static final String BEGIN = SqlText.of("payout/archived/begin-moving");
  private static final String NEXT_BACK = SqlText.of("payout/archived/find-next-back");
  private static final String SUM = SqlText.of("payout/archived/sum-month");
  private static final String MOVE = "select last_id, moved, dong from archive_payouts(:period, :after, :most, :paid_until)";
  private static final List<String> KINDS = List.of("payout", "payment", "payment_status", "payout_result");

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  /** @param database the hub's */
  public OldMonths(DataSource database) {
    jdbc = JdbcClient.create(new JdbcTemplate(database));
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
  }

  /** Why a month may not be moved. */
  public enum Reason {
    TOO_NEW, NOTHING, RETURNING, TABLES_AWAY, NOT_CLOSED, PAYOUT_OPEN, CASE_OPEN, PROPOSAL_WAITING, FILE_OWED, RECEIPT_OWED, RESULT_OWED,
    PAID_LATELY
  }

  /** @param items how many, @param example one of them, by its code; empty where there is none to name */
  public record Obstacle(Reason reason, long items, String example) {}

  /**
   * A step.
   *
   * @param lastId the last payout that was looked at; null when none was left
   * @param moved payouts
   * @param dong their amount
   */
  public record Step(@Nullable Long lastId, int moved, long dong) {}

  /** Payouts of a month and their amount in dong: in the archive, and those that stayed. */
  public record Sums(long archived, long archivedVnd, long here, long hereVnd) {}

  /** The newest month that may be moved on that day. */
  public static YearMonth newest(LocalDate today, int keepMonths) {
    return YearMonth.from(today).minusMonths(keepMonths);
  }

  /** Payments up to that day may be moved: no return of an older one is expected any more. */
  public static LocalDate paidUntil(LocalDate today, int keepMonths) {
    return newest(today, keepMonths).plusMonths(1).atEndOfMonth();
  }

  /** The reasons against moving the month; none: it may be moved. */
  public List<Obstacle> obstacles(YearMonth month, LocalDate today, int keepMonths) {
    return jdbc.sql(OBSTACLES).param("period", month.atDay(1)).param("newest", newest(today, keepMonths).atDay(1))
        .param("paid_until", paidUntil(today, keepMonths))
        .query((r, n) -> new Obstacle(Reason.valueOf(r.getString("reason")), r.getLong("items"), String.valueOf(r.getString("example"))))
        .list();
  }

  /** Makes the month's tables and notes that it is being moved. */
  public void begin(YearMonth month, Instant now) {
    transaction.executeWithoutResult(status -> {
      jdbc.sql("select make_archive_tables(:month)").param("month", suffix(month)).query(row -> {});
      jdbc.sql(BEGIN).param("period", month.atDay(1)).param("now", Timestamp.from(now)).update();
    });
  }

  /** Moves what may be moved of the next payouts after the given id. */
  public Step move(YearMonth month, long after, int most, LocalDate paidUntil) {
    return transaction.execute(status -> jdbc.sql(MOVE).param("period", month.atDay(1)).param("after", after).param("most", most)
        .param("paid_until", paidUntil)
        .query((r, n) -> new Step(r.getObject("last_id", Long.class), r.getInt("moved"), r.getLong("dong"))).single());
  }

  /** Notes that the month is moved. */
  public void end(YearMonth month, Instant now) {
    jdbc.sql("update archived_month set state = 'ARCHIVED', ended_at = :now where period = :period and state = 'MOVING'")
        .param("period", month.atDay(1)).param("now", Timestamp.from(now)).update();
  }

  /** Whether the month is in the archive, or on its way there or back. */
  public boolean isKnown(YearMonth month) {
    return jdbc.sql("select exists (select from archived_month where period = :period)").param("period", month.atDay(1))
        .query(Boolean.class).single();
  }

  /** Whether the month's tables stand in the database. */
  public boolean isHere(YearMonth month) {
    return jdbc.sql("select archive_is_here(:period)").param("period", month.atDay(1)).query(Boolean.class).single();
  }

  /** Notes that the month comes back. */
  public void beginUnarchiving(YearMonth month) {
    jdbc.sql("update archived_month set state = 'RETURNING', ended_at = null where period = :period").param("period", month.atDay(1))
        .update();
  }

  /** Brings the next payouts back. @return how many; 0: none is left */
  public int unarchive(YearMonth month, int most) {
    return transaction.execute(status -> {
      List<Long> next = jdbc.sql(NEXT_BACK).param("period", month.atDay(1)).param("most", most).query(Long.class).list();
      return next.isEmpty() ? 0 : jdbc.sql("select unarchive_payouts(:payouts)")
          .param("payouts", new SqlArrayValue("int8", next.toArray())).query(Integer.class).single();
    });
  }

  /**
   * Drops the month's empty tables and forgets that it was archived.
   *
   * @throws IllegalStateException when a row is left in one of them; nothing has changed then
   */
  public void endUnarchiving(YearMonth month) {
    transaction.executeWithoutResult(status -> {
      jdbc.sql("delete from archived_month where period = :period").param("period", month.atDay(1)).update();
      KINDS.stream().map(kind -> "archive.%s_%s".formatted(kind, suffix(month))).forEach(this::dropEmpty);
    });
  }

  private void dropEmpty(String table) {
    if (jdbc.sql("select exists (select from " + table + ")").query(Boolean.class).single()) {
      throw new IllegalStateException(table + " holds rows that are of no archived payout");
    }
    jdbc.sql("drop table " + table).update();
  }

  /** Frees the disk space of the moved rows for new ones and renews the statistics of all tables that a move writes; takes minutes. */
  public void tidy(YearMonth month) {
    KINDS.forEach(kind -> jdbc.sql("vacuum (analyze) " + kind).update());
    jdbc.sql("vacuum (analyze) archived_payout").update();
    jdbc.sql("vacuum (analyze) archived_payment").update();
    if (isKnown(month)) {
      KINDS.forEach(kind -> jdbc.sql("analyze archive.%s_%s".formatted(kind, suffix(month))).update());
    }
  }

  public Sums sums(YearMonth month) {
    long[] all = new long[4];
    jdbc.sql(SUM).param("period", month.atDay(1)).query(row -> {
      int at = row.getString("place").equals("ARCHIVED") ? 0 : 2;
      all[at] = row.getLong("items");
      all[at + 1] = row.getLong("dong");
    });
    return new Sums(all[0], all[1], all[2], all[3]);
  }

  private static String suffix(YearMonth month) {
    return String.format(Locale.ROOT, "%04d_%02d", month.getYear(), month.getMonthValue());
  }
}
