package vn.chitra.hub.alert;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it is sent.
 *
 * @param messageId with its angle brackets
 * @param to addresses
 * @param references Message-IDs, the one that it answers first
 * @param attachment a file that goes with it; null = none
 */
public record Letter(String messageId, List<String> to, String subject, String plain, String html, List<String> references,
    @Nullable Attachment attachment) {

  public record Attachment(String fileName, String mediaType, byte[] content) {}

  public Letter {
    to = List.copyOf(to);
    references = List.copyOf(references);
  }

  /** Without a file. */
  public Letter(String messageId, List<String> to, String subject, String plain, String html, List<String> references) {
    this(messageId, to, subject, plain, html, references, null);
  }

  Letter with(@Nullable Attachment file) {
    return new Letter(messageId, to, subject, plain, html, references, file);
  }

  /** Neither texts nor addresses. */
  @Override
  public String toString() {
    return "Letter[" + messageId + "]";
  }
}
