package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes a file readable by the bank only and provably ours, and opens what the bank encrypted for us. Both ways stream from file to
 * file. Encrypting the same bytes twice gives two different files, so the encrypted bytes are what is archived and sent again.
 */
public interface FileEncryption {

  /**
   * Encrypts to every valid key of the bank and signs with ours.
   *
   * @param innerName the name of the clear file, told to the bank inside
   * @throws IOException nothing usable stands at {@code encrypted} then
   */
  void encryptAndSign(Path clear, String innerName, Path encrypted) throws IOException;

  /**
   * Decrypts and verifies. Only a file whose signature by the bank was verified to its last byte ever stands at {@code clear}.
   *
   * @throws IOException when files cannot be read or written: technology; whatever is wrong with the content is an {@link DecryptionResult}
   */
  DecryptionResult decryptAndVerify(Path encrypted, Path clear) throws IOException;
}
