package vn.chitra.hub.channel.iso20022.camel;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPKeyRing;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;

/** The rules for the use and the validity of a key, and for reading key files. */
final class KeyRules {

  private static final int ENCRYPT = KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE;

  private KeyRules() {}

  /** All key rings of one kind in a file, armoured or not. */
  static <R extends PGPKeyRing> List<R> ringsIn(Path file, Class<R> kind) throws IOException {
    List<R> rings = new ArrayList<>();
    try (InputStream in = PGPUtil.getDecoderStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (Object object : new JcaPGPObjectFactory(in)) {
        if (kind.isInstance(object)) {
          rings.add(kind.cast(object));
        }
      }
    } catch (RuntimeException e) {
      throw new IOException("not a file of OpenPGP keys: " + file, e);
    }
    if (rings.isEmpty()) {
      throw new IOException("no such OpenPGP key in " + file);
    }
    return rings;
  }

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
