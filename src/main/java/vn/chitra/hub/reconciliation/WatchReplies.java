package vn.chitra.hub.reconciliation;

import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.FollowedCases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.Promises;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/**
 * Opens cases for missing answers: an acknowledgement that does not come within the partner's time, a last answer that is overdue, payments
 * that stay in progress after it. It ends them when the cause has ended, also when the answer was applied beside the opening. A file that
 * a partner writes at the last moment is fetched by the next polls, so an answer is late a quarter of an hour after it was due, like a
 * statement ({@link vn.chitra.hub.reconciliation.statement.StatementClock}). While a file that may hold the answer lies here unread, no
 * case is opened.
 */
@Component
public class WatchReplies {

  private static final String LATE = SqlText.of("reconciliation/find-late-batches");
  private static final String ENDED = SqlText.of("reconciliation/find-ended-delays");

  private final JdbcClient jdbc;
  private final Partners partners;
  private final Promises promises;
  private final Cases cases;
  private final FollowedCases followed;
  private final UnreadFiles unread;
  private final Clock businessClock;

  WatchReplies(JdbcTemplate jdbc, Partners partners, Promises promises, Cases cases, FollowedCases followed, UnreadFiles unread,
      Clock businessClock) {
    this.jdbc = JdbcClient.create(jdbc);
    this.partners = partners;
    this.promises = promises;
    this.cases = cases;
    this.followed = followed;
    this.unread = unread;
    this.businessClock = businessClock;
  }

  /** The ids of all partners. */
  public List<String> partners() {
    return partners.all().stream().map(PartnerProfile::id).toList();
  }

  /** One partner alone. */
  @Transactional
  public void watch(String partnerId) {
    PartnerProfile partner = partners.byId(partnerId).orElseThrow();
    if (!unread.isNothingRead()) {
      openLate(partner);
    }
    with(ENDED, partner).query(Long.class).list().forEach(one -> followed.end(one, "nguyên nhân không còn"));
  }

  private void openLate(PartnerProfile partner) {
    with(LATE, partner).query((r, n) -> NewCase.about(CaseKind.ANSWER_OVERDUE, "batch:" + r.getLong("batch_id"),
            "Tệp " + r.getString("file_name") + ": " + r.getString("late") + missing(r.getString("missing_parts")))
        .atPartner(partner.id()).over(r.getInt("payment_count"), r.getLong("total_vnd"))).list().forEach(cases::open);
  }

  private static String missing(@Nullable String parts) {
    return parts == null ? "" : "; phần cuối đã đến, còn thiếu phần " + parts;
  }

  private JdbcClient.StatementSpec with(String sql, PartnerProfile partner) {
    Instant due = businessClock.instant().minus(Promises.GRACE);
    Duration ack = partner.ackWithin();
    return jdbc.sql(sql).param("partner", partner.id()).param("today", Date.valueOf(LocalDate.ofInstant(due, Zone.VIETNAM)))
        .param("unread_since", Timestamp.from(unread.since())).param("sent_until", ack == null ? null : Timestamp.from(promises.over(partner, ack, due)), Types.TIMESTAMP);
  }
}
