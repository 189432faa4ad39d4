package vn.chitra.hub.reconciliation.statement.jdbc;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.payout.PaidInError;
import vn.chitra.hub.reconciliation.statement.PaymentCredits;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class JdbcPaymentCredits implements PaymentCredits {

  /** Of two equal credits for one payment the first counts. */
  private static final String PICK = """
      create temporary table credited on commit drop as
      select distinct on (l.payment_id) l.payment_id, e.entry_id
      from statement_entry e join statement s using (statement_id)
      join payment l on l.end_to_end_id = e.end_to_end_id and l.partner = s.partner and l.amount_vnd = e.amount_vnd
      where s.partner = :partner and s.state = 'CHAINED' and e.kind = 'RETURN' and not e.matched
        and l.state in ('RETURNED', 'REJECTED', 'PAID_IN_ERROR')
        and not exists (select from payment_credit c where c.payment_id = l.payment_id)
      order by l.payment_id, s.day, e.line_no""";

  /** In the order in which others lock payments; a payment that moved in between makes this run fail whole. */
  private static final String LOCK = "select 1 from payment join credited using (payment_id) order by payment_id for update of payment";

  /**
   * A rejected payment may yet turn out to be paid and then come back: only these two states stay for good. {@code updated_at} stays too,
   * for it says which payment of a payout ended last.
   */
  private static final String MARK_PAYMENTS = "update payment set credit_matched = true from credited c where c.payment_id ="
      + " payment.payment_id" + " and payment.state in ('RETURNED', 'PAID_IN_ERROR')";

  /** A second booking that came back: the credit is its own, whether or not the partner's status came before it. */
  private static final String PICK_DUPLICATES = """
      create temporary table credited_duplicate on commit drop as
      select distinct on (d.duplicate_id) d.duplicate_id, d.payment_id, l.payout_id, e.entry_id
      from statement_entry e join statement s using (statement_id)
      join payment l on l.end_to_end_id = e.end_to_end_id and l.partner = s.partner and l.amount_vnd = e.amount_vnd
      join lateral (select duplicate_id, payment_id from duplicate_payment where payment_id = l.payment_id and entry_id is null
        and (outcome is null or outcome = 'RECOVERED') order by duplicate_id limit 1) d on true
      where s.partner = :partner and s.state = 'CHAINED' and e.kind = 'RETURN' and not e.matched
      order by d.duplicate_id, s.day, e.line_no""";

  /** NOT_RETURNED alone is a matter of time. */
  static final String UNMATCHED = """
      with unmatched as (
        select s.file_id, e.line_no, s.day, e.amount_vnd, e.end_to_end_id, l.payout_id, l.state as payment_state,
          l.amount_vnd as payment_vnd,
          case when l.payment_id is null then 'UNKNOWN_ID' when c.payment_id is not null then 'CREDITED_BEFORE'
            when l.amount_vnd <> e.amount_vnd then 'OTHER_AMOUNT' else 'NOT_RETURNED' end as why
        from statement_entry e join statement s using (statement_id)
        left join payment l on l.end_to_end_id = e.end_to_end_id and l.partner = s.partner
        left join payment_credit c on c.payment_id = l.payment_id
        where s.partner = :partner and s.state = 'CHAINED' and e.kind = 'RETURN' and not e.matched)
      """;

  private final NamedParameterJdbcTemplate named;
  private final PaidInError errors;
  private final Clock businessClock;

  JdbcPaymentCredits(NamedParameterJdbcTemplate named, PaidInError errors, Clock businessClock) {
    this.named = named;
    this.errors = errors;
    this.businessClock = businessClock;
  }

  @Override
  public int match(String partner) {
    MapSqlParameterSource values = new MapSqlParameterSource("partner", partner).addValue("now", Timestamp.from(businessClock.instant()));
    named.getJdbcTemplate().execute("drop table if exists credited");
    int duplicates = matchDuplicates(values);
    if (named.update(PICK, values) == 0) {
      return duplicates;
    }
    named.getJdbcTemplate().query(LOCK, rs -> { });
    int matched = named.update("insert into payment_credit (payment_id, entry_id, matched_at) select payment_id, entry_id, :now from"
        + " credited", values);
    named.update("update statement_entry e set matched = true from credited c where c.entry_id = e.entry_id", values);
    named.update(MARK_PAYMENTS, values);
    return matched + duplicates;
  }

  private int matchDuplicates(MapSqlParameterSource values) {
    named.getJdbcTemplate().execute("drop table if exists credited_duplicate");
    if (named.update(PICK_DUPLICATES, values) == 0) {
      return 0;
    }
    named.getJdbcTemplate()
        .query("select 1 from payment join credited_duplicate using (payment_id) order by payment_id for update of payment", rs -> { });
    int matched = named.update("update duplicate_payment d set entry_id = c.entry_id, outcome = 'RECOVERED',"
        + " settled_at = coalesce(d.settled_at, :now) from credited_duplicate c where c.duplicate_id = d.duplicate_id"
        + " and (d.outcome is null or d.outcome = 'RECOVERED')", values);
    named.update("update statement_entry e set matched = true from credited_duplicate c where c.entry_id = e.entry_id", values);
    errors.settled(named.queryForList("select distinct payout_id from credited_duplicate", values, Long.class),
        "khoản chi nhầm đã về tài khoản");
    return matched;
  }

  @Override
  public List<Unmatched> unmatched(String partner, LocalDate impatientUntil) {
    return named.query(UNMATCHED + "select * from unmatched where why <> 'NOT_RETURNED' or day <= :impatient order by day, line_no",
        new MapSqlParameterSource("partner", partner).addValue("impatient", Date.valueOf(impatientUntil)),
        (r, n) -> new Unmatched(Why.valueOf(r.getString("why")), r.getLong("file_id"), r.getInt("line_no"), r.getDate("day").toLocalDate(),
            r.getLong("amount_vnd"), r.getString("end_to_end_id"), r.getObject("payout_id", Long.class), r.getString("payment_state"),
            r.getObject("payment_vnd", Long.class)));
  }
}
