package vn.chitra.hub.payout.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.payout.PaidInError;

@Component
class JdbcPaidInError implements PaidInError {

  private static final String SETTLED = """
      with settled as (
        select distinct g.payout_id from unnest(:payouts) g (payout_id) where not exists (
            select from payment e where e.payout_id = g.payout_id and e.state = 'PAID_IN_ERROR' and e.written_off_at is null)
          and not exists (select from payment e join duplicate_payment d using (payment_id) where e.payout_id = g.payout_id
            and d.outcome is null)),
      ended as (
        update case_record set state = 'CLOSED', closed_at = :now, closed_by = 'hub', resolution = :resolution, version = version + 1
        where kind = 'PAID_IN_ERROR' and state = 'OPEN' and subject in (select 'payout:' || payout_id from settled))
      insert into case_record (kind, subject, partner, evidence, amount_vnd, state, opened_at, due_at)
      select 'PAYOUT_HELD', 'payout:' || l.payout_id, l.partner, 'Khoản chi nhầm đã trả về; lần chi ' || l.attempt || ' đang tạm giữ.',
        l.amount_vnd, 'OPEN', :now, :now::timestamptz + interval '3 days'
      from settled join payment l using (payout_id) where l.frozen and l.state = 'PLANNED'
      on conflict (kind, subject, coalesce(file_id, 0), coalesce(line_no, 0)) where state = 'OPEN' do nothing""";

  private final NamedParameterJdbcTemplate named;
  private final Clock businessClock;

  JdbcPaidInError(NamedParameterJdbcTemplate named, Clock businessClock) {
    this.named = named;
    this.businessClock = businessClock;
  }

  @Override
  public void settled(Collection<Long> payouts, String resolution) {
    if (!payouts.isEmpty()) {
      named.update(SETTLED, new MapSqlParameterSource("payouts", new SqlArrayValue("int8", payouts.toArray()))
          .addValue("now", Timestamp.from(businessClock.instant())).addValue("resolution", resolution));
    }
  }
}
