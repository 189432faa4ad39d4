package vn.chitra.hub.alert;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.sim.mail.MailSandbox;

/** A mail as its reader sees it; one copy. */
record ReceivedMail(String to, String messageId, @Nullable String inReplyTo, @Nullable String references, String subject,
    String contentType, String plain, String html, Map<String, byte[]> files) {

  static List<ReceivedMail> all(MailSandbox server) {
    return server.deliveries().stream().map(ReceivedMail::of).toList();
  }

  private static ReceivedMail of(MailSandbox.Delivery delivery) {
    try {
      MimeMessage message = delivery.message();
      MimeMultipart parts = (MimeMultipart) message.getContent();
      Map<String, byte[]> files = new LinkedHashMap<>();
      if (parts.getContentType().startsWith("multipart/mixed")) {
        for (int i = 1; i < parts.getCount(); i++) {
          files.put(parts.getBodyPart(i).getFileName(), parts.getBodyPart(i).getInputStream().readAllBytes());
        }
        parts = (MimeMultipart) parts.getBodyPart(0).getContent();
      }
      if (parts.getCount() != 2 || !parts.getBodyPart(0).isMimeType("text/plain") || !parts.getBodyPart(1).isMimeType("text/html")) {
        throw new IllegalStateException("not a text and its HTML twin");
      }
      return new ReceivedMail(delivery.to(), message.getMessageID(), message.getHeader("In-Reply-To", null),
          message.getHeader("References", null), message.getSubject(), message.getContentType(),
          (String) parts.getBodyPart(0).getContent(), (String) parts.getBodyPart(1).getContent(), files);
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("no mail", e);
    }
  }

  /** Everything a person could read in it. */
  String everything() {
    return String.join("\n", Stream.of(to, messageId, inReplyTo, references, subject, plain, html).filter(one -> one != null).toList());
  }
}
