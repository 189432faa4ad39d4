package vn.chitra.hub.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRing;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;
import org.bouncycastle.openpgp.operator.PBESecretKeyDecryptor;
import org.bouncycastle.openpgp.operator.jcajce.JcePBESecretKeyDecryptorBuilder;

/** Reads files of OpenPGP keys (RFC 4880) and unlocks our own keys. */
public final class OpenPgpKeys {

  private OpenPgpKeys() {}

  /**
   * All key rings of one kind in a file, armoured or not.
   *
   * @throws IOException when the file cannot be read, is damaged, or holds no key of that kind
   */
  public static <R extends PGPKeyRing> List<R> ringsIn(Path file, Class<R> kind) throws IOException {
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

  /**
   * The private keys of a ring by their ids.
   *
   * @param file the ring's, for the message
   * @throws IOException when the passphrase does not open them
   */
  public static Map<Long, PGPPrivateKey> unlocked(PGPSecretKeyRing ring, char[] passphrase, Path file) throws IOException {
    Map<Long, PGPPrivateKey> keys = new HashMap<>();
    try {
      PBESecretKeyDecryptor decryptor = new JcePBESecretKeyDecryptorBuilder().setProvider(new BouncyCastleProvider()).build(passphrase);
      for (PGPSecretKey key : ring) {
        if (!key.isPrivateKeyEmpty()) {
          keys.put(key.getKeyID(), key.extractPrivateKey(decryptor));
        }
      }
    } catch (PGPException e) {
      throw new IOException("the passphrase does not open the key in " + file, e);
    }
    return keys;
  }
}
