package vn.chitra.hub.inbound;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import vn.chitra.hub.channel.iso20022.DecryptionResult;
import vn.chitra.hub.channel.iso20022.FileEncryption;
import vn.chitra.hub.channel.iso20022.FileEncryptions;
import vn.chitra.hub.partner.PartnerProfile;

/** Replaces OpenPGP in a scenario: a first line names the sender of the encryption. */
public final class StoryEncryption implements FileEncryptions, FileEncryption {

  private static final byte[] BY_BANK = "SEALED BY THE BANK\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BY_US = "SEALED BY US\n".getBytes(StandardCharsets.US_ASCII);

  /** As the bank would do it; the mark makes one content different bytes. */
  public static byte[] byBank(String clear, String mark) {
    return (new String(BY_BANK, StandardCharsets.US_ASCII) + mark + "\n" + clear).getBytes(StandardCharsets.UTF_8);
  }

  /** The content of our encrypted file. */
  public static String opened(byte[] encrypted) {
    return new String(Arrays.copyOfRange(encrypted, BY_US.length, encrypted.length), StandardCharsets.UTF_8);
  }

  @Override
  public FileEncryption with(PartnerProfile partner) {
    return this;
  }

  @Override
  public void encryptAndSign(Path clear, String innerName, Path encrypted) throws IOException {
    Files.write(encrypted, BY_US);
    Files.write(encrypted, Files.readAllBytes(clear), StandardOpenOption.APPEND);
  }

  @Override
  public DecryptionResult decryptAndVerify(Path encrypted, Path clear) throws IOException {
    byte[] bytes = Files.readAllBytes(encrypted);
    if (!Arrays.equals(BY_BANK, Arrays.copyOf(bytes, BY_BANK.length))) {
      return new DecryptionResult.Refused(DecryptionResult.Why.UNSIGNED, "Tệp không có chữ ký của ngân hàng");
    }
    int from = BY_BANK.length;
    while (bytes[from] != '\n') {
      from++;
    }
    Files.write(clear, Arrays.copyOfRange(bytes, from + 1, bytes.length));
    return new DecryptionResult.Decrypted("0123456789ABCDEF");
  }
}
