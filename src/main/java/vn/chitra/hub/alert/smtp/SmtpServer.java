package vn.chitra.hub.alert.smtp;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.chitra.hub.alert.Letter;
import vn.chitra.hub.alert.MailServer;
import vn.chitra.hub.alert.MailSettings;
import vn.chitra.hub.support.TrustedCertificates;

/** Sends mail by SMTP with required STARTTLS, a checked server name, and login; one connection per letter. */
@Component
final class SmtpServer implements MailServer {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpServer.class);

  private final MailSettings settings;
  private final Session session;
  /** The reason why it cannot be used; null while it can. */
  private @Nullable String away;
  private int changes;

  /** @throws IllegalStateException when the file of trusted certificates holds none */
  SmtpServer(MailSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
  }

  @Override
  public Outcome hand(Letter letter, Instant date) {
    MimeMessage message;
    try {
      message = new LetterMessage(session, letter, settings.from(), date);
    } catch (MessagingException e) {
      LOG.error("mail {} cannot be written", letter.messageId(), e);
      return Outcome.REFUSED;
    }
    Outcome outcome = Outcome.AWAY;
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect(settings.host(), settings.port(), settings.username(), settings.password());
      isBack();
      outcome = send(transport, letter, message);
    } catch (AuthenticationFailedException e) {
      LOG.warn("mail server {}:{} refused the login of {}", settings.host(), settings.port(), settings.username());
      outcome = Outcome.LOGIN_REFUSED;
    } catch (MessagingException e) {
      if (outcome == Outcome.AWAY) {
        isAway(e.getClass().getSimpleName());
      } else {
        LOG.warn("mail server {}:{}: {}, mail {} {}", settings.host(), settings.port(), e.getClass().getSimpleName(), letter.messageId(),
            outcome);
      }
    }
    return outcome;
  }

  /** Every mail that waits finds it away; that is logged once, and again for another reason. */
  private synchronized void isAway(String reason) {
    if (!reason.equals(away)) {
      changes++;
      away = reason;
      LOG.warn("mail server {}:{} cannot be used: {}; mails wait, the same failure is not logged again", settings.host(), settings.port(),
          reason);
    }
  }

  private synchronized void isBack() {
    if (away != null) {
      changes++;
      away = null;
      LOG.info("mail server {}:{} can be used again", settings.host(), settings.port());
    }
  }

  /** How many times a change of the server's state was logged. */
  synchronized int changes() {
    return changes;
  }

  private static Outcome send(Transport transport, Letter letter, MimeMessage message) {
    try {
      transport.sendMessage(message, message.getAllRecipients());
      return Outcome.TAKEN;
    } catch (SendFailedException e) {
      LOG.warn("mail {}: {} addresses refused", letter.messageId(), count(e.getInvalidAddresses()) + count(e.getValidUnsentAddresses()));
      return afterReply(e);
    } catch (MessagingException e) {
      LOG.warn("mail {}: outcome unknown: {}", letter.messageId(), e.getClass().getSimpleName());
      return Outcome.UNKNOWN;
    }
  }

  /** The server spoke, unless its answer is no number: then the connection broke while we waited for it. */
  private static Outcome afterReply(SendFailedException e) {
    if (count(e.getValidSentAddresses()) > 0) {
      return Outcome.TAKEN;
    }
    return e instanceof SMTPSendFailedException reply && reply.getReturnCode() < 0 ? Outcome.UNKNOWN : Outcome.REFUSED;
  }

  private static int count(Address @Nullable [] addresses) {
    return addresses == null ? 0 : addresses.length;
  }

  static Properties properties(MailSettings settings) {
    String millis = Long.toString(settings.timeout().toMillis());
    Properties properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", millis);
    properties.put("mail.smtp.timeout", millis);
    properties.put("mail.smtp.writetimeout", millis);
    properties.put("mail.smtp.sendpartial", "true");
    properties.put("mail.smtp.auth", String.valueOf(settings.username() != null));
    properties.put("mail.smtp.starttls.enable", String.valueOf(settings.starttls()));
    properties.put("mail.smtp.starttls.required", String.valueOf(settings.starttls()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    if (settings.trustedCertificates() != null) {
      properties.put("mail.smtp.ssl.socketFactory",
          TrustedCertificates.of(settings.trustedCertificates()).createSslContext().getSocketFactory());
    }
    return properties;
  }
}
