package vn.chitra.hub.reconciliation;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/** Opens cases for missing answers: an acknowledgement that does not come within the partner's time, a last answer that is overdue. */
@Component
public class WatchReplies {

  private static final String LATE_ACKNOWLEDGEMENTS = SqlText.of("reconciliation/find-late-acknowledgements");
  private static final String LATE_REPLIES = SqlText.of("reconciliation/find-late-replies");

  private final JdbcClient jdbc;
  private final Partners partners;
  private final Cases cases;
  private final Clock businessClock;

  WatchReplies(JdbcTemplate jdbc, Partners partners, Cases cases, Clock businessClock) {
    this.jdbc = JdbcClient.create(jdbc);
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
        Timestamp sentUntil = Timestamp.from(now.minus(partner.ackWithin()));
        overdue(partner, jdbc.sql(LATE_ACKNOWLEDGEMENTS).param("sent_until", sentUntil), "chưa có ACK");
      }
      overdue(partner, jdbc.sql(LATE_REPLIES).param("today", Date.valueOf(today)), "chưa có trả lời cuối cùng");
    }
  }

  private void overdue(PartnerProfile partner, StatementSpec batches, String what) {
    List<NewCase> late = batches.param("partner", partner.id())
        .query((r, n) -> NewCase.about(CaseKind.ANSWER_OVERDUE, "batch:" + r.getLong(1), "Tệp " + r.getString(2) + ": " + what)
            .atPartner(partner.id()).over(r.getInt(3), r.getLong(4))).list();
    cases.openAll(late);
  }
}
