package vn.chitra.hub.channel.iso20022;

/** The result of decrypting a file. */
public sealed interface DecryptionResult {

  /** @param signer fingerprint of the bank's key that signed it, upper-case hex */
  record Decrypted(String signer) implements DecryptionResult {}

  /**
   * The file cannot be used: it is set aside and a case opened.
   *
   * @param reason a Vietnamese sentence without personal data
   */
  record Refused(Why why, String reason) implements DecryptionResult {}

  enum Why {
    /** No OpenPGP message, cut off, or changed in transit. */
    DAMAGED,
    /** Encrypted to another key. */
    NOT_FOR_US,
    UNSIGNED,
    /** Signed by a key that is not the bank's, or by one revoked or expired. */
    SIGNER_UNKNOWN,
    /** The signature does not match the content. */
    SIGNATURE_WRONG,
    /** Unpacks to more than the limit. */
    TOO_LARGE
  }
}
