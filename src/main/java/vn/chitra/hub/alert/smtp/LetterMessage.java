package vn.chitra.hub.alert.smtp;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.alert.Letter;

/** A letter as a MIME message: plain text and HTML as alternatives, UTF-8, under the letter's own Message-ID. */
final class LetterMessage extends MimeMessage {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private static final String ENCODING = "Content-Transfer-Encoding";
  private static final String QUOTED = "quoted-printable";

  private final String messageId;

  LetterMessage(Session session, Letter letter, @Nullable String from, Instant date) throws MessagingException {
    super(session);
    this.messageId = letter.messageId();
    setFrom(new InternetAddress(from, true));
    setRecipients(RecipientType.TO, InternetAddress.parse(String.join(",", letter.to())));
    setSubject(letter.subject(), UTF_8);
    setSentDate(Date.from(date));
    if (!letter.references().isEmpty()) {
      setHeader("In-Reply-To", letter.references().get(0));
      setHeader("References", String.join("\r\n ", letter.references()));
    }
    setHeader("Auto-Submitted", "auto-generated");
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(letter.plain(), UTF_8, "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(letter.html(), UTF_8, "html");
    plain.setHeader(ENCODING, QUOTED);
    html.setHeader(ENCODING, QUOTED);
    setContent(whole(new Alternatives(plain, html), letter.attachment()));
    saveChanges();
  }

  private static MimeMultipart whole(Alternatives texts, Letter.@Nullable Attachment file) throws MessagingException {
    if (file == null) {
      return texts;
    }
    MimeBodyPart body = new MimeBodyPart();
    body.setContent(texts);
    MimeBodyPart attached = new MimeBodyPart();
    attached.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.mediaType())));
    attached.setFileName(file.fileName());
    return new MimeMultipart("mixed", body, attached);
  }

  /** Does nothing: saving the message would otherwise create a new Message-ID. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  /** With a boundary of our own: the same letter is the same bytes but for its date, and {@code =_} stands in no encoded part. */
  private static final class Alternatives extends MimeMultipart {

    Alternatives(MimeBodyPart plain, MimeBodyPart html) throws MessagingException {
      super("alternative", plain, html);
      ContentType type = new ContentType(contentType);
      type.setParameter("boundary", "=_chi-tra-hub");
      contentType = type.toString();
    }
  }
}
