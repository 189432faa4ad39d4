package vn.chitra.hub.channel.iso20022;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Encrypts and signs a file for a bank, and decrypts and verifies the bank's files. Both directions stream from file to file. Encrypting
 * the same bytes twice gives two different files, so the encrypted bytes are archived and sent again.
 */
public interface FileEncryption {

  /**
   * Encrypts to every valid key of the bank and signs with ours.
   *
   * @param innerName the name of the clear file, written into the message for the bank
   * @throws IOException {@code encrypted} is then unusable
   */
  void encryptAndSign(Path clear, String innerName, Path encrypted) throws IOException;

  /**
   * Decrypts and verifies. The file {@code clear} is created only if the bank's signature was verified to the last byte.
   *
   * @throws IOException when files cannot be read or written: technology; wrong content is an {@link DecryptionResult}
   */
  DecryptionResult decryptAndVerify(Path encrypted, Path clear) throws IOException;
}
