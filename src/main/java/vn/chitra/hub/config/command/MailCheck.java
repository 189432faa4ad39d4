package vn.chitra.hub.config.command;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import vn.chitra.hub.alert.MailSettings;
import vn.chitra.hub.alert.smtp.SmtpLogin;
import vn.chitra.hub.config.start.ExaminedSettings;

/** The mail server: encrypted connection and login; no mail is sent. */
final class MailCheck {

  private static final String MAIL = "thư";

  private final ExaminedSettings settings;
  private final Findings findings;

  MailCheck(ExaminedSettings settings, Findings findings) {
    this.settings = settings;
    this.findings = findings;
  }

  void run() {
    settings.settings(MailSettings.class).ifPresent(mail -> {
      if (mail.sends()) {
        login(mail);
        if (mail.consoleUrl() == null || mail.consoleUrl().isBlank()) {
          findings.note(MAIL, "hub.mail.console-url chưa đặt: thư không dẫn tới trang nào của bảng điều khiển");
        }
      } else {
        findings.note(MAIL, "hub chạy không gửi thư; không ai được báo khi có vụ việc");
      }
    });
  }

  private void login(MailSettings mail) {
    String server = mail.host() + ":" + mail.port();
    try {
      SmtpLogin.attempt(mail);
      findings.right(MAIL, server + (mail.starttls() ? " mã hoá được" : " không mã hoá") + (mail.username() == null ? ", không đăng nhập"
          : ", đăng nhập được"));
    } catch (AuthenticationFailedException e) {
      findings.wrong(MAIL, server + " từ chối tên đăng nhập hoặc mật khẩu");
    } catch (MessagingException e) {
      findings.wrong(MAIL, "không nói chuyện được với " + server + ": địa chỉ, cổng, STARTTLS hoặc chứng thư ("
          + e.getClass().getSimpleName() + ")");
    }
  }
}
