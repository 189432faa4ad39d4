package vn.chitra.hub.inbound;

import java.util.Optional;

/** The decrypted contents of encrypted files: the same content encrypted twice is recognised. */
public interface DecryptedFiles {

  /** The file of that content that was read and understood. */
  Optional<Long> understood(String partner, String clearSha256);

  /** @param signer fingerprint of the partner's key that signed it */
  void note(long fileId, String partner, String clearSha256, String signer);
}
