package vn.chitra.hub.alert.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import vn.chitra.hub.alert.MailSettings;

/** A login at the mail server without a mail, with the settings by which mails are sent. */
public final class SmtpLogin {

  private SmtpLogin() {}

  /** @throws MessagingException when the server cannot be reached, is not encrypted as demanded, is not trusted or refuses the login */
  public static void attempt(MailSettings settings) throws MessagingException {
    try (Transport transport = Session.getInstance(SmtpServer.properties(settings)).getTransport("smtp")) {
      transport.connect(settings.host(), settings.port(), settings.username(), settings.password());
    }
  }
}
