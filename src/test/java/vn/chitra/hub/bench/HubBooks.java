package vn.chitra.hub.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.sim.DatabaseAccess;

/** The progress of the hub, from its own database, by queries cheap enough to run forty times a second. */
final class HubBooks implements AutoCloseable {

  private final HikariDataSource pool = new HikariDataSource();
  private final JdbcTemplate jdbc;
  /** What was there before the first month that was played. */
  private @Nullable Mark first;
  /** What was there before this month. */
  private Mark month = new Mark(0, 0, 0, 0);

  private record Mark(long payrolls, long payouts, long payments, long batches) {}

  HubBooks(DatabaseAccess access) {
    pool.setDataSource(access.dataSource());
    pool.setMaximumPoolSize(2);
    jdbc = new JdbcTemplate(pool);
  }

  /** A month begins: from now on only what comes is counted; ids of rows rise. */
  void countFromHere() {
    month = new Mark(number("select count(*) from payroll"), number("select coalesce(max(payout_id), 0) from payout"),
        number("select coalesce(max(payment_id), 0) from payment"), number("select coalesce(max(batch_id), 0) from batch"));
    if (first == null) {
      first = month;
    }
  }

  private Mark first() {
    return Objects.requireNonNull(first, "no month has begun");
  }

  /** Every trigger of the hub's own tables sleeps from now on. */
  void withoutRules() {
    jdbc.queryForList("select distinct tgrelid::regclass::text from pg_trigger where not tgisinternal", String.class)
        .forEach(table -> jdbc.execute("alter table " + table + " disable trigger user"));
  }

  boolean everyPayrollTaken(long payrolls) {
    return number("select count(*) from payroll") - month.payrolls() == payrolls;
  }

  boolean everyPayrollReleased() {
    return number("select count(*) from payroll where state in ('TAKEN', 'PLANNED')") == 0;
  }

  /** Lines that became a payout, held ones included. */
  long payouts() {
    return number("select count(*) from payout where payout_id > " + month.payouts());
  }

  long payments() {
    return number("select count(*) from payment where payment_id > " + month.payments());
  }

  boolean everyPaymentInAFile(long payments) {
    return number("select coalesce(sum(payment_count), 0) from batch where kind = 'PAYMENT' and state not in ('OPEN',"
        + " 'CANCELLED') and batch_id > " + month.batches()) >= payments
        && number("select count(*) from payment where planned and attempt = 1 and payment_id > " + month.payments()) == 0;
  }

  boolean everyFileSent() {
    return number("select count(*) from batch where state not in ('SENT', 'ACKNOWLEDGED', 'CANCELLED')") == 0;
  }

  long filesOut() {
    return number("select count(*) from batch where seq is not null and batch_id > " + month.batches());
  }

  boolean everyReplyRead(long arrived) {
    return number("select count(*) from file_arrival") == arrived && number("select count(*) from file where state = 'ARCHIVED'") == 0;
  }

  /** Lines of answers that were read. */
  long replyLines() {
    return number("select coalesce(sum(line_count), 0) from file where direction = 'IN'");
  }

  boolean everythingWrittenBack() {
    return number("select count(*) from result_change where not written") == 0
        && number("select count(*) from payroll where receipt_written < receipt_revision") == 0
        && number("select count(*) from funding_need where written_revision < revision") == 0;
  }

  long results() {
    return number("select count(*) from payout_result where payout_id > " + month.payouts());
  }

  /**
   * The errors of the hub's books of all months that were played, as sentences; empty when there are none. Payments that were re-routed
   * meanwhile are not counted.
   */
  List<String> wrong() {
    List<String> wrong = new ArrayList<>();
    wrong.addAll(jdbc.queryForList("select 'payout ' || payout_id || ' has two payments active or paid' from payment where payment_id > ?"
        + " and state in ('PLANNED', 'BATCHED', 'SENT', 'ACCEPTED', 'PAID') group by payout_id having count(*) > 1", String.class,
        first().payments()));
    wrong.addAll(jdbc.queryForList("select 'file ' || file_id || ' set aside: ' || message from file where state = 'SET_ASIDE'",
        String.class));
    wrong.addAll(jdbc.queryForList("select 'payments left in state ' || state || ': ' || count(*) from payment where state in ('PLANNED',"
        + " 'BATCHED', 'SENT', 'ACCEPTED') and attempt = 1 group by state", String.class));
    return wrong;
  }

  /** Payouts of all months that were played that the hub holds for paid: count and dong. */
  String paid() {
    return Objects.requireNonNull(jdbc.queryForObject("select count(*) || ' / ' || coalesce(sum(amount_vnd), 0) from payment where state"
        + " = 'PAID' and payment_id > ?", String.class, first().payments()));
  }

  JdbcTemplate jdbc() {
    return jdbc;
  }

  private long number(String sql) {
    return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
  }

  @Override
  public void close() {
    pool.close();
  }
}
