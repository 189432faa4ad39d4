package vn.chitra.hub.alert;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Alerts people by e-mail: events become rows of mail, and the rows become mails. Both steps may fail and run again at any time. */
@Component
public class Alerts {

  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

  private final NotifyCases notifyPeople;
  private final SendMails send;
  private final Backlog backlog;
  private final MailQueue queue;
  private final MailLogin login;
  private final MailSettings settings;

  Alerts(NotifyCases notifyPeople, SendMails send, Backlog backlog, MailQueue queue, MailLogin login, MailSettings settings) {
    this.notifyPeople = notifyPeople;
    this.send = send;
    this.backlog = backlog;
    this.queue = queue;
    this.login = login;
    this.settings = settings;
  }

  /** Writes rows of mail for everything that is due by the business clock; no event is mailed twice. */
  public void notifyPeople() {
    int dropped = backlog.dropMoot();
    Map<MailEvent, Integer> notified = notifyPeople.notifyPeople();
    if (dropped > 0 || !notified.isEmpty()) {
      LOG.info("alerts: cases told {}, mails dropped {}", notified, dropped);
    }
  }

  /** @return mails that left */
  public int send() {
    backlog.dropMoot();
    int sent = send.send();
    if (sent > 0) {
      LOG.info("alerts: {} mails sent", sent);
    }
    return sent;
  }

  /**
   * The due work: cases and months without a mail yet, cases to leave out, and mails ready to send. Mails that wait for an unreachable
   * server, for the next hour, or for a server in the settings are not due: only time or a person makes them ready.
   */
  public long due() {
    return notifyPeople.due() + backlog.moot() + (settings.sends() && !login.waits() ? queue.sendable() : 0);
  }

  /** Whether the mail server refused our newest login: nobody gets a mail then. */
  public boolean isLoginRefused() {
    return login.isRefused();
  }
}
