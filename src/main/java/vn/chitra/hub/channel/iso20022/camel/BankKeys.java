package vn.chitra.hub.channel.iso20022.camel;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.converter.crypto.PGPPublicKeyAccessor;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.support.OpenPgpKeys;

/** The bank's public keys; during a key change two are valid at once: the hub encrypts to each, and accepts a signature by either. */
final class BankKeys implements PGPPublicKeyAccessor {

  private final List<PGPPublicKeyRing> rings = new ArrayList<>();
  private final Clock clock;

  BankKeys(List<Path> files, Clock clock) throws IOException {
    this.clock = clock;
    for (Path file : files) {
      rings.addAll(OpenPgpKeys.ringsIn(file, PGPPublicKeyRing.class));
    }
    if (encryptionKeys().isEmpty()) {
      throw new IOException("no valid key of the bank to encrypt to in " + files);
    }
  }

  @Override
  public List<PGPPublicKey> getEncryptionKeys(Exchange exchange, List<String> userIds) {
    return encryptionKeys();
  }

  @Override
  public @Nullable PGPPublicKey getPublicKey(Exchange exchange, long keyId, List<String> userIds) {
    for (PGPPublicKeyRing ring : rings) {
      PGPPublicKey key = ring.getPublicKey(keyId);
      if (key != null && KeyRules.maySign(key) && KeyRules.isValid(key, ring.getPublicKey(), clock.instant())) {
        return key;
      }
    }
    return null;
  }

  /** The newest valid key of each ring. */
  private List<PGPPublicKey> encryptionKeys() {
    List<PGPPublicKey> keys = new ArrayList<>();
    for (PGPPublicKeyRing ring : rings) {
      PGPPublicKey newest = null;
      for (PGPPublicKey key : ring) {
        boolean usable = KeyRules.mayEncrypt(key) && KeyRules.isValid(key, ring.getPublicKey(), clock.instant());
        if (usable && (newest == null || key.getCreationTime().after(newest.getCreationTime()))) {
          newest = key;
        }
      }
      if (newest != null) {
        keys.add(newest);
      }
    }
    return keys;
  }
}
