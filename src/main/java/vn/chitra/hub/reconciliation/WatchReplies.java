package vn.chitra.hub.reconciliation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.support.Zone;

/** Notices silence: an ACK that does not come in the partner's time, a last answer that is overdue. */
@Component
public class WatchReplies {

  /** A batch that somebody works on, an answer to it perhaps, is looked at the next time. */
  private static final String UNLESS_WORKED_ON = " order by batch_id for no key update skip locked";

  private static final String LATE_ACK = "select batch_id, file_name, payment_count, total_vnd from batch where partner = ? and state ="
      + " 'SENT'" + " and sent_at <= ? and not answered" + UNLESS_WORKED_ON;
  private static final String LATE_REPLY = "select batch_id, file_name, payment_count, total_vnd from batch where partner = ?"
      + " and state in ('SENT', 'ACKNOWLEDGED') and not answered and answer_due_on < ?" + UNLESS_WORKED_ON;

  private final JdbcTemplate jdbc;
  private final Partners partners;
  private final Cases cases;
  private final Clock businessClock;

  WatchReplies(JdbcTemplate jdbc, Partners partners, Cases cases, Clock businessClock) {
    this.jdbc = jdbc;
    this.partners = partners;
    this.cases = cases;
    this.businessClock = businessClock;
  }

  @Transactional
  public void watch() {
    Instant now = businessClock.instant();
    LocalDate today = LocalDate.ofInstant(now, Zone.VIETNAM);
    for (PartnerProfile partner : partners.all()) {
      if (partner.ackWithin() != null) {
        overdue(partner, LATE_ACK, Timestamp.from(now.minus(partner.ackWithin())), "chưa có ACK");
      }
      overdue(partner, LATE_REPLY, Date.valueOf(today), "chưa có trả lời cuối cùng");
    }
  }

  private void overdue(PartnerProfile partner, String sql, Object limit, String what) {
    List<NewCase> late = jdbc.query(sql, (r, n) -> NewCase.about(CaseKind.ANSWER_OVERDUE, "batch:" + r.getLong(1),
        "Tệp " + r.getString(2) + ": " + what).atPartner(partner.id()).over(r.getInt(3), r.getLong(4)), partner.id(), limit);
    cases.openAll(late);
  }
}
