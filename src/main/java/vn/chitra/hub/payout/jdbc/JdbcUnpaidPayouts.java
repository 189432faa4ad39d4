package vn.chitra.hub.payout.jdbc;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.payout.LegState;
import vn.chitra.hub.payout.UnpaidPayouts;
import vn.chitra.hub.support.Zone;

@Component
class JdbcUnpaidPayouts implements UnpaidPayouts {

  /** No leg is alive or paid (rule 1); what ended last decides, which may be the return of an older leg. */
  private static final String UNPAID = """
      from payout p join lateral (select e.* from leg e where e.payout_id = p.payout_id
        order by e.updated_at desc, e.state = 'RETURNED' desc, e.attempt desc limit 1) l on true
      where p.state = 'OPEN' and l.state in ('REJECTED', 'UNCOLLECTED', 'RETURNED')
        and not exists (select from leg o where o.payout_id = p.payout_id and o.state in ('PLANNED', 'BATCHED', 'SENT', 'ACCEPTED', 'PAID'))
      """;

  private static final String OF_GROUP = UNPAID
      + " and l.state = :outcome and l.reason_code is not distinct from :reason::text and (p.pay_until < :today) = :over ";

  private static final String PICK = """
      create temporary table given_back on commit drop as
      select p.payout_id, p.current_payroll_id, p.current_line_no, p.period, p.programme, p.partner, p.amount_vnd, l.leg_id, l.channel,
        l.end_to_end_id, l.reason_code, l.reason_text
      """ + OF_GROUP + " for update of p";

  private static final String CARRY_OVER = "update payout p set state = 'CARRIED_OVER', updated_at = :now from given_back g"
      + " where g.payout_id = p.payout_id and p.state = 'OPEN'";

  private static final String RESULTS = """
      insert into payout_result as r (payroll_id, line_no, payout_id, outcome, channel, partner, end_to_end_id, amount_vnd, reason_code,
        reason_text, revision, updated_at)
      select current_payroll_id, current_line_no, payout_id, 'CARRIED_OVER', channel, partner, end_to_end_id, amount_vnd, reason_code,
        reason_text, 1, :now from given_back
      on conflict (payroll_id, line_no) do update set outcome = excluded.outcome, channel = excluded.channel, partner = excluded.partner,
        end_to_end_id = excluded.end_to_end_id, paid_on = null, received_by = null, partner_ref = null,
        reason_code = excluded.reason_code, reason_text = excluded.reason_text, revision = r.revision + 1,
        updated_at = excluded.updated_at""";

  private static final String BOOK = """
      insert into booking (period, partner, programme, column_name, payout_id, leg_id, item_count, amount_vnd, booked_on)
      select period, partner, programme, 'CARRIED_OUT', payout_id, leg_id, 1, amount_vnd, :today from given_back""";

  private static final String LOWER_NEED = """
      update funding_need f set item_count = f.item_count - g.items, total_vnd = f.total_vnd - g.dong, revision = f.revision + 1,
        updated_at = :now
      from (select current_payroll_id, partner, count(*) as items, sum(amount_vnd) as dong from given_back group by 1, 2) g
      where f.payroll_id = g.current_payroll_id and f.partner = g.partner""";

  private static final String HOLD = """
      with held as (
        update payout set state = 'HELD', hold_reason = left(coalesce(:reason, :outcome), 30), updated_at = :now
        where payout_id in (select p.payout_id %s for update of p) returning payout_id, partner, amount_vnd)
      insert into case_record (kind, subject, partner, evidence, amount_vnd, state, opened_at, due_at)
      select 'PAYOUT_HELD', 'payout:' || payout_id, partner, :words, amount_vnd, 'OPEN', :now, :due from held
      where not exists (select from case_record c where c.subject = 'payout:' || held.payout_id and c.state = 'OPEN')
      on conflict (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) where state = 'OPEN' do nothing""".formatted(OF_GROUP);

  private final NamedParameterJdbcTemplate named;
  private final Clock businessClock;

  JdbcUnpaidPayouts(NamedParameterJdbcTemplate named, Clock businessClock) {
    this.named = named;
    this.businessClock = businessClock;
  }

  @Override
  public List<Group> groups(LocalDate today) {
    return named.query("select distinct l.state, l.reason_code, p.pay_until < :today " + UNPAID,
        new MapSqlParameterSource("today", Date.valueOf(today)),
        (r, n) -> new Group(LegState.valueOf(r.getString(1)), r.getString(2), r.getBoolean(3)));
  }

  @Override
  public int carryOver(Group group, LocalDate today) {
    MapSqlParameterSource values = values(group, today);
    named.getJdbcTemplate().execute("drop table if exists given_back");
    named.update(PICK, values);
    int count = named.update(CARRY_OVER, values);
    named.update(RESULTS, values);
    named.update(BOOK, values);
    named.update(LOWER_NEED, values);
    return count;
  }

  @Override
  public int hold(Group group) {
    LocalDate today = LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM);
    return named.update(HOLD, values(group, today).addValue("words", "Không chi được (" + group.outcome()
        + (group.reason() == null ? "" : ", " + group.reason()) + "); cần người quyết định.")
        .addValue("due", Timestamp.from(businessClock.instant().plus(CaseKind.PAYOUT_HELD.dueWithin()))));
  }

  private MapSqlParameterSource values(Group group, LocalDate today) {
    return new MapSqlParameterSource("outcome", group.outcome().name()).addValue("reason", group.reason())
        .addValue("over", group.listOver()).addValue("today", Date.valueOf(today))
        .addValue("now", Timestamp.from(businessClock.instant()));
  }
}
