package vn.chitra.hub.alert;

import java.util.List;

/**
 * A mail as it is sent.
 *
 * @param messageId with its angle brackets
 * @param to addresses
 * @param references Message-IDs, the one that it answers first
 */
public record Letter(String messageId, List<String> to, String subject, String plain, String html, List<String> references) {

  public Letter {
    to = List.copyOf(to);
    references = List.copyOf(references);
  }

  /** Neither texts nor addresses. */
  @Override
  public String toString() {
    return "Letter[" + messageId + "]";
  }
}
