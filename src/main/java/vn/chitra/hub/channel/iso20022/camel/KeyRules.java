package vn.chitra.hub.channel.iso20022.camel;

import java.time.Instant;
import java.util.Iterator;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;

/** The rules for the use and the validity of a key. */
final class KeyRules {

  private static final int ENCRYPT = KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;

  private KeyRules() {}

  /** Neither it nor the key it hangs on is revoked or expired. */
  static boolean isValid(PGPPublicKey key, PGPPublicKey master, Instant now) {
    return isFresh(master, now) && isFresh(key, now);
  }

  static boolean maySign(PGPPublicKey key) {
    int flags = flagsOf(key);
    return flags == 0 || (flags & KeyFlags.SIGN_DATA) != 0;
  }

  static boolean mayEncrypt(PGPPublicKey key) {
    int flags = flagsOf(key);
    return key.isEncryptionKey() && (flags == 0 || (flags & ENCRYPT) != 0);
  }

  private static boolean isFresh(PGPPublicKey key, Instant now) {
    long lifetime = key.getValidSeconds();
    return !key.hasRevocation() && (lifetime == 0 || key.getCreationTime().toInstant().plusSeconds(lifetime).isAfter(now));
  }

  private static int flagsOf(PGPPublicKey key) {
    int flags = 0;
    for (Iterator<PGPSignature> signatures = key.getSignatures(); signatures.hasNext();) {
      PGPSignatureSubpacketVector stated = signatures.next().getHashedSubPackets();
      flags |= stated == null ? 0 : stated.getKeyFlags();
    }
    return flags;
  }
}
