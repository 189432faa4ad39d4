package vn.chitra.hub.payout.jdbc;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.PaidInError;

/**
 * Statuses of one payment that speak of different files of ours. A refused file rejects nothing and returns nothing while the payment
 * travels in another; a second PAID from another file is money paid twice; a return is of the booking that it names. Reads and fills
 * {@code staged_status.effect}; the caller holds the locks of the payments.
 */
@Component
class DuplicatePayments {

  /** The file by which the payment counts as paid: the last status that made it so. */
  private static final String PAID_BY = """
      (select f.about_batch_id from payment_status f where f.payment_id = s.payment_id and f.reported = 'PAID' and f.effect = 'APPLIED'
        and not f.provisional
        order by f.payment_status_id desc limit 1)""";

  private static final String OPEN_DUPLICATE =
      "exists (select from duplicate_payment d where d.payment_id = s.payment_id and d.outcome is null)";

  /** One of two equal bookings came back: one stands, whichever it was. */
  private static final String RECOVERED = "update staged_status s set effect = 'RECOVERED' where s.reported = 'RETURNED' and s.effect is"
      + " null and " + OPEN_DUPLICATE;

  /** The second booking came back within the same message. */
  private static final String RECOVERED_AT_ONCE = """
      update staged_status s set effect = 'RECOVERED' where s.reported = 'RETURNED' and s.effect is null and exists (
        select from staged_status t where t.payment_id = s.payment_id and t.effect = 'PAID_TWICE')""";

  private static final String OF_REFUSED_FILE = """
      update staged_status s set effect = 'REFUSED_FILE' from batch b, payment l
      where b.batch_id = s.about_batch_id and b.state = 'REFUSED' and l.payment_id = s.payment_id and s.effect is null
        and (s.reported in ('ACCEPTED', 'REJECTED', 'UNCOLLECTED') or s.reported = 'RETURNED' and (l.state in ('PLANNED', 'BATCHED')
          or exists (select from batch o where o.batch_id = l.batch_id and o.batch_id <> b.batch_id and o.seq is not null)))""";

  private static final String RETURNED_BY_ANOTHER = """
      update staged_status s set effect = 'CONTRADICTS' from payment l
      where l.payment_id = s.payment_id and l.state in ('PAID', 'PAID_IN_ERROR') and s.reported = 'RETURNED' and s.effect is null
        and $paid_by <> s.about_batch_id""".replace("$paid_by", PAID_BY);

  /** The same booking told of two files has the same reference and the same day. */
  private static final String PAID_TWICE = """
      update staged_status s set effect = 'PAID_TWICE' from payment l
      where l.payment_id = s.payment_id and l.state in ('PAID', 'PAID_IN_ERROR', 'RETURNED') and s.reported = 'PAID' and s.effect is null
        and exists (select from payment_status f where f.payment_id = s.payment_id and f.reported = 'PAID' and f.effect = 'APPLIED'
          and not f.provisional
          and f.about_batch_id <> s.about_batch_id
          and not (f.partner_ref is not distinct from left(s.partner_ref, 40) and f.happened_on is not distinct from s.happened_on
            and (s.partner_ref is not null or s.happened_on is not null)))
        and not exists (select from payment_status f where f.payment_id = s.payment_id and f.reported = 'PAID' and f.effect in ('APPLIED',
          'PAID_TWICE')
          and not f.provisional and f.about_batch_id = s.about_batch_id)""";

  /** A return of the first booking that was heard before the second one moved nothing then; it is the return of one of the two. */
  private static final String RECORD = """
      insert into duplicate_payment (payment_id, batch_id, file_id, amount_vnd, paid_on, partner_ref, found_at, outcome, settled_at)
      select s.payment_id, s.about_batch_id, :file, s.amount_vnd, coalesce(s.happened_on, :today), left(s.partner_ref, 40), :now,
        case when r.before then 'RECOVERED' end, case when r.before then :now::timestamptz end
      from staged_status s cross join lateral (select exists (select from payment_status f where f.payment_id = s.payment_id
        and f.reported = 'RETURNED'
          and f.effect = 'REFUSED_FILE' and f.about_batch_id = $paid_by)
        or exists (select from staged_status t where t.payment_id = s.payment_id and t.effect = 'RECOVERED') as before) r
      where s.effect = 'PAID_TWICE'
      on conflict (payment_id, batch_id) do nothing""".replace("$paid_by", PAID_BY);

  private static final String CASES = """
      insert into case_record (kind, subject, partner, file_id, line_no, evidence, amount_vnd, state, opened_at, due_at)
      select 'PAID_IN_ERROR', 'payout:' || l.payout_id, l.partner, :file, s.line_no, format('Đã chi hai lần: mã chi trả %s được đối tác ghi'
        || ' có theo tệp %s và lần nữa theo tệp %s.', l.end_to_end_id, (select b.file_name from batch b where b.batch_id = $paid_by),
        (select b.file_name from batch b where b.batch_id = s.about_batch_id)), s.amount_vnd, 'OPEN', :now,
          :now::timestamptz + interval '1 day'
      from staged_status s join payment l using (payment_id) join duplicate_payment d on d.payment_id = s.payment_id
        and d.batch_id = s.about_batch_id
      where s.effect = 'PAID_TWICE' and d.outcome is null
      on conflict (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) where state = 'OPEN' do nothing""".replace("$paid_by",
        PAID_BY);

  private static final String CONTRADICTIONS = """
      insert into case_record (kind, subject, partner, file_id, line_no, evidence, amount_vnd, state, opened_at, due_at)
      select 'STATUS_CONTRADICTS', 'payout:' || l.payout_id, l.partner, :file, s.line_no,
        format('Trả lời trái với điều đã biết: mã chi trả %s,'
        || ' đang ở %s, đối tác báo %s', l.end_to_end_id, l.state, s.words), l.amount_vnd, 'OPEN', :now,
        :now::timestamptz + interval '1 day'
      from (select payment_id, min(line_no) as line_no, string_agg(distinct reported, ', ') as words from staged_status
        where effect = 'CONTRADICTS'
        group by payment_id) s join payment l using (payment_id)
      on conflict (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) where state = 'OPEN' do nothing""";

  private static final String SETTLE = """
      with oldest as (
        select distinct on (d.payment_id) d.duplicate_id, l.payout_id from duplicate_payment d join staged_status s using (payment_id)
          join payment l using (payment_id)
        where s.effect = 'RECOVERED' and d.outcome is null order by d.payment_id, d.duplicate_id)
      update duplicate_payment d set outcome = 'RECOVERED', settled_at = :now from oldest o where o.duplicate_id = d.duplicate_id
      returning o.payout_id""";

  private static final String PAID_TWICE_OF = "select distinct l.payout_id from staged_status s join payment l using (payment_id) where"
      + " s.effect = 'PAID_TWICE'";

  private final NamedParameterJdbcTemplate named;
  private final FreezeSuccessors freezeSuccessors;
  private final PaidInError errors;

  DuplicatePayments(NamedParameterJdbcTemplate named, FreezeSuccessors freezeSuccessors, PaidInError errors) {
    this.named = named;
    this.freezeSuccessors = freezeSuccessors;
    this.errors = errors;
  }

  /** @param values {@code now}, {@code today}, {@code file} */
  void judge(MapSqlParameterSource values) {
    named.update(RECOVERED, values);
    named.update(PAID_TWICE, values);
    named.update(RECOVERED_AT_ONCE, values);
    named.update(OF_REFUSED_FILE, values);
    named.update(RETURNED_BY_ANOTHER, values);
    errors.settled(named.queryForList(SETTLE, values, Long.class), "khoản chi nhầm đã trả về");
    if (named.update(RECORD, values) > 0) {
      named.update(CASES, values);
      freezeSuccessors.freezeAfter(named.queryForList(PAID_TWICE_OF, values, Long.class));
    }
  }

  /** One case a payment whose statuses exclude each other. */
  void openContradictions(MapSqlParameterSource values) {
    named.update(CONTRADICTIONS, values);
  }
}
