package vn.chitra.hub.reconciliation.report.jdbc;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.reconciliation.Settlement;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;
import vn.chitra.hub.reconciliation.report.ReportFigures;
import vn.chitra.hub.reconciliation.report.ReportFigures.Cashless;
import vn.chitra.hub.reconciliation.report.ReportFigures.Open;
import vn.chitra.hub.reconciliation.report.ReportFigures.OpenCases;
import vn.chitra.hub.reconciliation.report.ReportFigures.Programme;
import vn.chitra.hub.reconciliation.report.SettlementFigures;

@Component
class JdbcSettlementFigures implements SettlementFigures {

  private static final String PROGRAMMES = """
      select p.programme, max(c.closed_at) from payroll p left join period_close c on c.programme = p.programme and c.period = p.period
      where p.period = ? and p.state <> 'CANCELLED' group by p.programme order by p.programme""";

  /** From the bookings, so that the sum is always what the settlement calls paid. */
  private static final String CASHLESS = """
      select p.commune_code, p.programme,
        coalesce(sum(b.item_count) filter (where l.channel = 'BANK'), 0), coalesce(sum(b.amount_vnd) filter (where l.channel = 'BANK'), 0),
        sum(b.item_count), sum(b.amount_vnd)
      from booking b join payout p using (payout_id) left join payment l on l.payment_id = b.payment_id
      where b.period = ? and b.column_name = 'PAID' group by p.commune_code, p.programme order by p.commune_code, p.programme""";

  private static final String OPEN = """
      select p.state = 'HELD', case when p.state = 'HELD' then p.hold_reason when l.state is null then 'NONE'
          when l.frozen then 'FROZEN' when l.state = 'ACCEPTED' then concat_ws('_', 'ACCEPTED', l.provisional) else l.state end,
        count(*), sum(p.amount_vnd)
      from payout p left join payment l on l.payout_id = p.payout_id and l.attempt = p.attempts
      where p.period = ? and p.state in ('OPEN', 'HELD') group by 1, 2 order by 1, 4 desc, 2""";

  /** A case belongs to the period of what it is about; one about a partner, or a file of nobody, to none. */
  private static final String CASES = """
      with about as (
        select kind, item_count, amount_vnd, case
          when subject ~ '^payout:[0-9]+$' then (select period from payout where payout_id = substr(subject, 8)::bigint)
          when subject ~ '^payroll:' then (select period from payroll where payroll_id = substr(subject, 9))
          when subject ~ '^batch:[0-9]+$' then (select p.period from payment l join payout p using (payout_id)
            where l.batch_id = substr(subject, 7)::bigint limit 1)
          when subject ~ '^file:[0-9]+$' then (select p.period from file f join payment l using (batch_id) join payout p using (payout_id)
            where f.file_id = substr(subject, 6)::bigint limit 1)
          when subject ~ '^period:[0-9]{4}-[0-9]{2}' then to_date(substr(subject, 8, 7), 'YYYY-MM') end as period
        from case_record where state = 'OPEN')
      select kind, period is not null, count(*), sum(item_count), coalesce(sum(amount_vnd), 0) from about
      where period is null or period = ? group by 1, 2 order by 2 desc, 1""";

  private final JdbcTemplate jdbc;
  private final Settlement settlement;
  private final TransactionTemplate snapshot;

  JdbcSettlementFigures(JdbcTemplate jdbc, Settlement settlement, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.settlement = settlement;
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
  }

  @Override
  public ReportFigures of(YearMonth period) {
    return Objects.requireNonNull(snapshot.execute(status -> read(period)));
  }

  private ReportFigures read(YearMonth period) {
    Date first = Date.valueOf(period.atDay(1));
    List<Programme> programmes = jdbc.query(PROGRAMMES, (r, n) -> programme(r), first);
    List<Cashless> cashless = jdbc.query(CASHLESS,
        (r, n) -> new Cashless(r.getString(1), r.getString(2), figure(r, 3), figure(r, 5)), first);
    List<Open> open = jdbc.query(OPEN, (r, n) -> new Open(r.getBoolean(1), r.getString(2), figure(r, 3)), first);
    List<OpenCases> cases = jdbc.query(CASES,
        (r, n) -> new OpenCases(r.getString(1), r.getBoolean(2), r.getLong(3), figure(r, 4)), first);
    List<Long> touches = jdbc.queryForList("select touch_id from settlement_touch where period = ?", Long.class, first);
    return new ReportFigures(period, programmes, settlement.of(period), cashless, open, cases, touches);
  }

  private static Programme programme(ResultSet r) throws SQLException {
    Timestamp closedAt = r.getTimestamp(2);
    return new Programme(r.getString(1), closedAt == null ? null : closedAt.toInstant());
  }

  private static Figure figure(ResultSet r, int first) throws SQLException {
    return new Figure(r.getLong(first), r.getLong(first + 1));
  }
}
