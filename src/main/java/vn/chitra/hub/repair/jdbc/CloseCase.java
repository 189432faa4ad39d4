package vn.chitra.hub.repair.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairActionHandler;

/** A person says that a case is dealt with; not while what the hub itself can see still waits for a decision. */
@Component
class CloseCase implements RepairActionHandler {

  private static final String STANDS = """
      with c as (select kind, split_part(subject, ':', 1) as what, split_part(subject, ':', 2) as id, file_id, line_no
        from case_record where case_id = ?)
      select exists (select from payout p where c.what = 'payout' and p.payout_id = case c.what when 'payout' then c.id::bigint end
            and p.state = 'HELD' and c.kind in ('PAYOUT_HELD', 'PAYROLL_WITHDRAWN', 'PAYMENT_RETURNED', 'PAYEE_DECEASED'))
        or exists (select from payment l where l.payout_id = case c.what when 'payout' then c.id::bigint end
            and l.frozen and l.state = 'PLANNED' and c.kind in ('PAYOUT_HELD', 'PAYROLL_WITHDRAWN'))
        or exists (select from payroll p where c.what = 'payroll' and p.payroll_id = c.id and p.state = 'PLANNED'
            and c.kind = 'RELEASE_LIMIT')
        or exists (select from batch b where b.batch_id = case c.what when 'batch' then c.id::bigint end and (
            b.state = 'WAITING_FUNDS' and c.kind = 'BATCH_WAITING_FUNDS'
            or b.state = 'IN_DOUBT' and c.kind in ('BATCH_IN_DOUBT', 'ACKNOWLEDGEMENT_OTHER_HASH')))
        or exists (select from payment l where l.came_back_from = case c.what when 'batch' then c.id::bigint end and l.state = 'PLANNED'
            and l.released_at is null and c.kind in ('BATCH_REFUSED', 'BATCH_UNVERIFIED'))
        or exists (select from refused_payment t join payment l using (payment_id) where t.batch_id = case c.what when 'batch'
          then c.id::bigint end
            and (t.may_be_paid or l.frozen_for_batch = t.batch_id) and c.kind = 'REFUSED_FILE_ANSWERED')
        or exists (select from payment l join duplicate_payment d using (payment_id) where l.payout_id = case c.what when 'payout'
          then c.id::bigint
            end and d.outcome is null and c.kind = 'PAID_IN_ERROR')
        or exists (select from statement s join statement_entry e using (statement_id) where c.kind = 'CREDIT_UNSETTLED'
            and s.file_id = c.file_id and e.line_no = c.line_no and e.kind = 'CREDIT' and not e.matched)
        or exists (select from send_gate g where not g.open and c.kind = 'RESTORED_DATABASE')
      from c""";

  private static final String ID_OF = "select case when subject ~ '^%1$s:[0-9]{1,18}$' then split_part(subject, ':', 2)::bigint end"
      + " from case_record where case_id = ?";

  /** Whoever gives a case its cause holds its subject's lock, so the cause is asked for when that one has ended. */
  private static final List<String> SUBJECTS = List.of(
      "select 1 from payroll where payroll_id = (select substr(subject, 9) from case_record where case_id = ? and subject like 'payroll:%')"
          + " for no key update",
      "select 1 from batch where batch_id = (" + ID_OF.formatted("batch") + ") for no key update",
      "select 1 from payout where payout_id = (" + ID_OF.formatted("payout") + ") for no key update");

  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  CloseCase(JdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @Override
  public RepairAction action() {
    return RepairAction.CLOSE_CASE;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<Long> number = Ids.number(id);
    number.ifPresent(one -> SUBJECTS.forEach(lock -> jdbc.query(lock, rs -> { }, one)));
    List<String> open = number.isEmpty() ? List.of()
        : jdbc.queryForList("select kind from case_record where case_id = ? and state = 'OPEN' for update", String.class, number.get());
    if (open.isEmpty()) {
      return new Preview.Impossible("Không có vụ việc số " + id + " đang mở.");
    }
    if (Boolean.TRUE.equals(jdbc.queryForObject(STANDS, Boolean.class, number.get()))) {
      return new Preview.Impossible("Vụ việc còn nguyên nhân: cần quyết định việc ấy trước, vụ việc sẽ tự đóng.");
    }
    return new Preview.Possible(1, 0, CaseKind.valueOf(open.get(0)).title() + ".");
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    jdbc.update("update case_record set state = 'CLOSED', closed_at = ?, closed_by = ?, resolution = ?, version = version + 1"
        + " where case_id = ?", Timestamp.from(businessClock.instant()), by.login(), reason, Long.parseLong(id));
  }
}
