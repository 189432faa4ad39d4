package vn.chitra.hub.alert;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends queued mails, one after the other, with no transaction open meanwhile. After a crash between the server's answer and the mark, the
 * same text is sent again under the same Message-ID, so that mail programs recognise it. While the server is unreachable, no mail is lost.
 */
@Component
class SendMails {

  private static final Logger LOG = LoggerFactory.getLogger(SendMails.class);

  private final MailQueue queue;
  private final Backlog backlog;
  private final Letters letters;
  private final MailServer server;
  private final MailLogin login;
  private final MailSettings settings;
  private final Clock wallClock;

  SendMails(MailQueue queue, Backlog backlog, Letters letters, MailServer server, MailLogin login, MailSettings settings,
      @Qualifier("wallClock") Clock wallClock) {
    this.queue = queue;
    this.backlog = backlog;
    this.letters = letters;
    this.server = server;
    this.login = login;
    this.settings = settings;
    this.wallClock = wallClock;
  }

  @EventListener(ApplicationReadyEvent.class)
  public void sayWhetherMailsLeave() {
    if (settings.sends()) {
      LOG.info("mail: {}", settings);
    } else {
      LOG.warn("mail: no server is set (hub.mail.host), alerts stay queued");
    }
  }

  /** @return mails that left */
  public int send() {
    if (!settings.sends() || login.waits()) {
      return 0;
    }
    backlog.merge();
    int sent = 0;
    for (Optional<QueuedMail> next = queue.claim(); next.isPresent(); next = queue.claim()) {
      MailServer.Outcome outcome = send(next.get());
      if (outcome == MailServer.Outcome.AWAY || outcome == MailServer.Outcome.LOGIN_REFUSED) {
        break;
      }
      sent += outcome == MailServer.Outcome.TAKEN ? 1 : 0;
    }
    return sent;
  }

  private MailServer.Outcome send(QueuedMail mail) {
    Optional<Letter> letter = written(mail);
    MailServer.Outcome outcome = letter.map(one -> server.hand(one, wallClock.instant())).orElse(MailServer.Outcome.REFUSED);
    switch (outcome) {
      case TAKEN -> queue.sent(mail);
      case AWAY, LOGIN_REFUSED -> queue.serverAway(mail);
      case REFUSED -> queue.failed(mail, false);
      case UNKNOWN -> queue.failed(mail, true);
    }
    if (outcome == MailServer.Outcome.LOGIN_REFUSED) {
      login.refused();
    } else if (letter.isPresent() && outcome != MailServer.Outcome.AWAY) {
      login.succeeded();
    }
    return outcome;
  }

  /** Empty when it cannot be written: that one waits, the others go. */
  private Optional<Letter> written(QueuedMail mail) {
    try {
      Letter.Attachment file = letters.attachment(mail);
      if (mail.written() != null) {
        return Optional.of(mail.written().with(file));
      }
      Letter letter = letters.write(mail);
      queue.write(mail, letter);
      return Optional.of(letter.with(file));
    } catch (RuntimeException e) {
      LOG.error("mail {} cannot be written", mail.messageKey(), e);
      return Optional.empty();
    }
  }
}
