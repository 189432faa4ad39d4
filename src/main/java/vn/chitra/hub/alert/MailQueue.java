package vn.chitra.hub.alert;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.support.SqlText;

/** The rows of mail and their states; each method is a short transaction of its own, and none is open during a call to a mail server. */
@Component
class MailQueue {

  /** A claim of a dead process is free again after it; longer than any conversation with a server. */
  private static final Duration CLAIM = Duration.ofMinutes(10);
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration WINDOW = Duration.ofHours(1);

  private static final String CLAIM_NEXT = SqlText.of("alert/claim-mail");
  private static final String COUNT_SENDABLE = SqlText.of("alert/count-sendable-mails");
  private static final String WRITE = SqlText.of("alert/write-mail");
  private static final String MAILED = SqlText.of("alert/note-mailed");
  private static final String DELAY = SqlText.of("alert/delay-waiting-mails");

  private final JdbcClient jdbc;
  private final AlertLock lock;
  private final MailRows rows;
  private final MailSettings settings;
  private final Clock wallClock;

  MailQueue(JdbcClient jdbc, AlertLock lock, MailRows rows, MailSettings settings, @Qualifier("wallClock") Clock wallClock) {
    this.jdbc = jdbc;
    this.lock = lock;
    this.rows = rows;
    this.settings = settings;
    this.wallClock = wallClock;
  }

  /** Claims the next due mail, now SENDING; empty when there is none, or its role has reached its limit for this hour. */
  @Transactional
  public Optional<QueuedMail> claim() {
    lock.take();
    Instant now = wallClock.instant();
    return sendable(CLAIM_NEXT, now).param("claim", Timestamp.from(now.plus(CLAIM))).query(rows::head).optional().map(rows::whole);
  }

  /** Mails that could leave now. */
  public long sendable() {
    return sendable(COUNT_SENDABLE, wallClock.instant()).query(Long.class).single();
  }

  private JdbcClient.StatementSpec sendable(String sql, Instant now) {
    return jdbc.sql(sql).param("now", Timestamp.from(now)).param("window", Timestamp.from(now.minus(WINDOW)))
        .param("cap", settings.perHour());
  }

  /** Stores the text that is sent now, so that a retry after an unknown outcome sends the same text. */
  @Transactional
  public void write(QueuedMail mail, Letter letter) {
    jdbc.sql(WRITE).param("messageId", letter.messageId()).param("to", String.join(",", letter.to())).param("subject", letter.subject())
        .param("plain", letter.plain()).param("html", letter.html()).param("mail", mail.id()).update();
    jdbc.sql(MAILED).param("cases", mail.cases().stream().map(MailCase::caseId).toArray(Long[]::new))
        .param("joined", mail.cases().stream().map(MailCase::joined).toArray(Integer[]::new)).update();
  }

  @Transactional
  public void sent(QueuedMail mail) {
    jdbc.sql("update mail set state = 'SENT', sent_at = :at where mail_id = :mail").param("at", at(wallClock.instant()))
        .param("mail", mail.id()).update();
  }

  /**
   * Records a failed attempt. The mail is tried again after a while; if it may have been sent, under the same Message-ID and with the same
   * text.
   */
  @Transactional
  public void failed(QueuedMail mail, boolean inDoubt) {
    jdbc.sql("update mail set state = :state, next_try_at = :nextTry where mail_id = :mail")
        .param("state", inDoubt || mail.inDoubt() ? "SENDING" : "QUEUED").param("nextTry", at(nextTry(mail))).param("mail", mail.id())
        .update();
  }

  /** The server is away: every mail waits. */
  @Transactional
  public void serverAway(QueuedMail tried) {
    lock.take();
    failed(tried, false);
    jdbc.sql(DELAY).param("nextTry", at(nextTry(tried))).update();
  }

  private Instant nextTry(QueuedMail mail) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(mail.attempts() - 1, 10));
    return wallClock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
  }

  private static Timestamp at(Instant instant) {
    return Timestamp.from(instant);
  }
}
