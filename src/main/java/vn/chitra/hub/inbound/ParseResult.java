package vn.chitra.hub.inbound;

import org.jspecify.annotations.Nullable;

/** The result of parsing one file. A file that cannot be understood is a value, not an exception. */
public sealed interface ParseResult {

  record Understood(InboundMessage message) implements ParseResult {}

  /**
   * Nothing of the file counts.
   *
   * @param line where it stopped making sense, from 1; 0 = the file as a whole
   * @param field name of the field in the contract, or null
   * @param reason a Vietnamese sentence without personal data
   */
  record NotUnderstood(Problem problem, int line, @Nullable String field, String reason) implements ParseResult {}

  enum Problem {
    /** A kind of file that the partner's contract does not have. */
    UNKNOWN_KIND,
    /** Not in the charset of the contract. */
    CHARSET,
    /** Cut off, empty, or with a trailer that does not match. */
    TRUNCATED,
    /** A field or a record that the contract does not allow. */
    MALFORMED,
    /** Meant for another sender. */
    FOREIGN,
    /** Not encrypted for us, or not by the partner: the content was not read. */
    SIGNATURE
  }
}
