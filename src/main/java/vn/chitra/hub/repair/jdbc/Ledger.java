package vn.chitra.hub.repair.jdbc;

import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.Zone;

/** What an action of persons about one payout changes in the settlement, in the partners' funding need and in the result. */
@Component
class Ledger {

  /** Written before the payout itself changes: its partner is still the old one. */
  private static final String BOOK = """
      insert into booking (period, partner, programme, column_name, payout_id, payment_id, item_count, amount_vnd, booked_on)
      select period, coalesce(:partner, partner, 'none'), programme, :column, payout_id,
        (select payment_id from payment l where l.payout_id = p.payout_id and l.attempt = p.attempts), 1, amount_vnd, :today
      from payout p where payout_id = :payout""";

  private static final String LOWER_NEED = """
      update funding_need f set item_count = f.item_count - 1, total_vnd = f.total_vnd - p.amount_vnd, revision = f.revision + 1,
        updated_at = :now
      from payout p where p.payout_id = :payout and f.payroll_id = p.current_payroll_id and f.partner = coalesce(p.partner, 'none')""";

  private static final String RAISE_NEED = """
      insert into funding_need as f (payroll_id, partner, item_count, total_vnd, revision, updated_at)
      select current_payroll_id, :partner, 1, amount_vnd, 1, :now from payout where payout_id = :payout
      on conflict (payroll_id, partner) do update set item_count = f.item_count + 1, total_vnd = f.total_vnd + excluded.total_vnd,
        revision = f.revision + 1, updated_at = excluded.updated_at""";

  private static final String RESULT = """
      insert into payout_result as r (payroll_id, line_no, payout_id, outcome, channel, partner, end_to_end_id, amount_vnd, reason_code,
        reason_text, revision, updated_at)
      select p.current_payroll_id, p.current_line_no, p.payout_id, :outcome, p.channel, p.partner, l.end_to_end_id, p.amount_vnd,
        left(coalesce(l.reason_code, p.hold_reason), 20), :reason, 1, :now
      from payout p left join payment l on l.payout_id = p.payout_id and l.attempt = p.attempts where p.payout_id = :payout
      on conflict (payroll_id, line_no) do update set outcome = excluded.outcome, channel = excluded.channel, partner = excluded.partner,
        end_to_end_id = excluded.end_to_end_id, paid_on = null, received_by = null, partner_ref = null,
        reason_code = excluded.reason_code, reason_text = excluded.reason_text, revision = r.revision + 1,
        updated_at = excluded.updated_at""";

  private final NamedParameterJdbcTemplate named;
  private final Clock businessClock;

  Ledger(NamedParameterJdbcTemplate named, Clock businessClock) {
    this.named = named;
    this.businessClock = businessClock;
  }

  /** The liability leaves: one entry in {@code column}, the need falls, the result stands. To be called before the payout changes. */
  void givenBack(long payoutId, String outcome, String column, String reason) {
    MapSqlParameterSource values = values(payoutId).addValue("column", column).addValue("outcome", outcome).addValue("reason", reason)
        .addValue("partner", null, Types.VARCHAR);
    one(RESULT, values);
    one(BOOK, values);
    one(LOWER_NEED, values);
  }

  /** The payout moves from the partner it stands at to another; out and in are equal. To be called before the payout changes. */
  void moved(long payoutId, String to) {
    MapSqlParameterSource values = values(payoutId);
    one(BOOK, values.addValue("column", "MOVED_OUT").addValue("partner", null, Types.VARCHAR));
    one(BOOK, values.addValue("column", "MOVED_IN").addValue("partner", to));
    one(LOWER_NEED, values);
    one(RAISE_NEED, values);
  }

  private void one(String sql, MapSqlParameterSource values) {
    if (named.update(sql, values) != 1) {
      throw new IllegalStateException("the books of payout " + values.getValue("payout") + " do not hold what its state says");
    }
  }

  private MapSqlParameterSource values(long payoutId) {
    return new MapSqlParameterSource("payout", payoutId).addValue("now", Timestamp.from(businessClock.instant()))
        .addValue("today", Date.valueOf(LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM)));
  }
}
