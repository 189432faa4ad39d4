package vn.chitra.hub.reconciliation.statement.jdbc;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.reconciliation.statement.FileDebits;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcFileDebits implements FileDebits {

  private static final String TO_COUNT = " direction = 'IN' and state = 'DONE' and folder = ''"
      + " and (batch_id is not null or kind is null and line_count > 0) and not results_counted ";

  /** A file's debit of a day: its R lines with PAID and that book date, each payment once, its own amount before another one said. */
  private static final String COUNT = """
      insert into statement_debit as d (batch_id, day, reported_count, reported_vnd, debited_vnd)
      select batch_id, day, sum(reported_count), sum(reported_vnd), sum(debited_vnd) from (
        select batch_id, day, count(*) as reported_count, sum(amount_vnd) as reported_vnd, 0 as debited_vnd from (
          select distinct on (paid.batch_id, paid.payment_id, day) paid.batch_id, paid.amount_vnd, day from (
            select f.about_batch_id as batch_id, f.payment_id, f.amount_vnd, f.payment_status_id, f.amount_vnd = l.amount_vnd as fits,
              coalesce(f.happened_on, (f.received_at at time zone 'Asia/Ho_Chi_Minh')::date) as day
            from (select payment_id from payment where batch_id = any (?) union select payment_id from refused_payment
              where batch_id = any (?)) b
            join payment l using (payment_id) join payment_status f using (payment_id)
            where f.about_batch_id = any (?) and f.reported = 'PAID' and not f.provisional) paid
          order by paid.batch_id, paid.payment_id, day, fits desc, paid.payment_status_id desc) paid
        group by 1, 2
        union all
        select e.batch_id, s.day, 0, 0, sum(e.amount_vnd) from statement_entry e join statement s using (statement_id)
        where e.batch_id = any (?) and s.state = 'CHAINED' group by 1, 2) both_sides
      group by 1, 2
      on conflict (batch_id, day) do update
        set reported_count = excluded.reported_count, reported_vnd = excluded.reported_vnd, debited_vnd = excluded.debited_vnd""";

  private static final String MARK = """
      update statement_entry e set matched = d.reported_vnd = d.debited_vnd
      from statement s, statement_debit d
      where s.statement_id = e.statement_id and s.state = 'CHAINED' and d.batch_id = e.batch_id and d.day = s.day
        and e.batch_id = any (?) and e.matched <> (d.reported_vnd = d.debited_vnd)""";

  /** Only days that the statements cover; a debit too many is under way while payments of the file may yet turn out to be paid. */
  static final String DIFFERING = """
      with span as (select min(day) as first, max(day) as last from statement where partner = :partner and state = 'CHAINED'),
      differing as (
        select d.*, b.file_name, b.seq, coalesce(d.debited_vnd > d.reported_vnd and b.answer_due_on >= :today
          and d.debited_vnd - d.reported_vnd <= (select sum(l.amount_vnd) from payment l where l.batch_id = b.batch_id
            and l.state in ('SENT', 'ACCEPTED')), false) as under_way
        from statement_debit d join batch b using (batch_id) join span on d.day between span.first and span.last
        where b.partner = :partner and d.reported_vnd <> d.debited_vnd)
      """;

  private static final String DIFFERENCES = DIFFERING + """
      select d.*, of_day.file_id, of_day.line_no from differing d left join lateral (
        select s.file_id, e.line_no from statement s
        left join statement_entry e on e.statement_id = s.statement_id and e.batch_id = d.batch_id
        where s.partner = :partner and s.day = d.day and s.state = 'CHAINED' order by e.line_no nulls last limit 1) of_day on true
      where not d.under_way order by d.day, d.batch_id""";

  private final NamedParameterJdbcTemplate named;
  private final JdbcTemplate jdbc;

  JdbcFileDebits(NamedParameterJdbcTemplate named) {
    this.named = named;
    this.jdbc = named.getJdbcTemplate();
  }

  @Override
  public long toCount(Collection<String> partners) {
    return Objects.requireNonNull(jdbc.queryForObject("select count(*) from file where" + TO_COUNT + "and partner = any (?)", Long.class,
        (Object) partners.toArray(String[]::new)));
  }

  @Override
  public Set<Long> newlyAnswered(String partner) {
    return new HashSet<>(jdbc.queryForList("with news as (update file set results_counted = true where" + TO_COUNT + "and partner = ?"
        + " returning file_id, batch_id) select batch_id from news where batch_id is not null union select f.about_batch_id from news"
        + " join payment_status f using (file_id) where f.about_batch_id is not null", Long.class, partner));
  }

  @Override
  public Set<Long> findBatches(String partner) {
    return new HashSet<>(jdbc.queryForList("""
        update statement_entry e set batch_id = b.batch_id from statement s, batch b
        where s.statement_id = e.statement_id and s.state = 'CHAINED' and s.partner = ? and e.kind = 'FILE' and not e.matched
          and e.batch_id is null and b.partner = s.partner and b.kind = 'PAYMENT' and b.folder = '' and b.seq = e.seq
        returning e.batch_id""", Long.class, partner));
  }

  @Override
  public void count(Set<Long> batches) {
    if (!batches.isEmpty()) {
      Long[] ids = batches.toArray(Long[]::new);
      jdbc.update(COUNT, ids, ids, ids, ids);
      jdbc.update(MARK, (Object) ids);
    }
  }

  @Override
  public List<Difference> differences(String partner, LocalDate today) {
    return named.query(DIFFERENCES, new MapSqlParameterSource("partner", partner).addValue("today", Date.valueOf(today)),
        (r, n) -> new Difference(r.getLong("batch_id"), r.getString("file_name"), r.getInt("seq"), r.getDate("day").toLocalDate(),
            r.getLong("reported_vnd"), r.getLong("debited_vnd"), r.getObject("file_id", Long.class),
                r.getObject("line_no", Integer.class)));
  }
}
