package vn.chitra.hub.sim.bank;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.Iterator;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.jcajce.JcaPGPObjectFactory;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcePBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcePGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcePublicKeyDataDecryptorFactoryBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcePublicKeyKeyEncryptionMethodGenerator;

/** The bank's own OpenPGP: decrypts the hub's files and encrypts files for the hub, without the hub's code. */
final class PgpBox {

  private static final BouncyCastleProvider BC = new BouncyCastleProvider();

  private final PGPSecretKeyRing own;
  private final PGPPublicKeyRing hub;

  PgpBox(PgpKeys keys) {
    own = ring(PgpKeys.secretKey(keys.bank()), PGPSecretKeyRing.class);
    hub = ring(PgpKeys.publicKey(keys.hub()), PGPPublicKeyRing.class);
  }

  /** Encrypted to the hub and signed by the bank. */
  byte[] encryptAndSign(byte[] clear, String name, Instant at) {
    ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
    try {
      PGPEncryptedDataGenerator encryptor = new PGPEncryptedDataGenerator(new JcePGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
          .setWithIntegrityPacket(true).setSecureRandom(new SecureRandom()).setProvider(BC));
      encryptor.addMethod(new JcePublicKeyKeyEncryptionMethodGenerator(encryptionKey(hub)).setProvider(BC));
      try (OutputStream out = encryptor.open(encrypted, new byte[1 << 16])) {
        sign(clear, name, at, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PGPException e) {
      throw new IllegalStateException(e);
    }
    return encrypted.toByteArray();
  }

  private void sign(byte[] clear, String name, Instant at, OutputStream out) throws IOException, PGPException {
    PGPSecretKey signer = own.getSecretKey();
    PGPSignatureGenerator signature = new PGPSignatureGenerator(new JcaPGPContentSignerBuilder(signer.getPublicKey().getAlgorithm(),
        HashAlgorithmTags.SHA256).setProvider(BC), signer.getPublicKey());
    signature.init(PGPSignature.BINARY_DOCUMENT, unlocked(signer));
    signature.generateOnePassVersion(false).encode(out);
    try (OutputStream literal = new PGPLiteralDataGenerator().open(out, PGPLiteralData.BINARY, name, clear.length, Date.from(at))) {
      literal.write(clear);
    }
    signature.update(clear);
    signature.generate().encode(out);
  }

  /** @throws IllegalArgumentException saying what is wrong: not for this bank, not signed, not signed by the hub */
  byte[] open(byte[] encrypted) {
    try (InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(encrypted))) {
      Iterator<?> objects = new JcaPGPObjectFactory(in).iterator();
      Object first = objects.next();
      PGPEncryptedDataList list = (PGPEncryptedDataList) (first instanceof PGPEncryptedDataList ? first : objects.next());
      for (Object one : list) {
        PGPPublicKeyEncryptedData data = (PGPPublicKeyEncryptedData) one;
        PGPSecretKey key = own.getSecretKey(data.getKeyID());
        if (key != null) {
          byte[] clear = verified(data.getDataStream(new JcePublicKeyDataDecryptorFactoryBuilder().setProvider(BC).build(unlocked(key))));
          if (!data.isIntegrityProtected() || !data.verify()) {
            throw new IllegalArgumentException("changed on the way");
          }
          return clear;
        }
      }
      throw new IllegalArgumentException("not encrypted to this bank");
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (IOException | PGPException | RuntimeException e) {   // a broken message may fail anywhere inside the library
      throw new IllegalArgumentException("no sound OpenPGP message", e);
    }
  }

  private byte[] verified(InputStream decrypted) throws IOException, PGPException {
    PGPOnePassSignature opening = null;
    byte[] clear = new byte[0];
    boolean verified = false;
    JcaPGPObjectFactory factory = new JcaPGPObjectFactory(decrypted);
    for (Object one = factory.nextObject(); one != null; one = factory.nextObject()) {
      if (one instanceof PGPCompressedData compressed) {
        factory = new JcaPGPObjectFactory(compressed.getDataStream());
      } else if (one instanceof PGPOnePassSignatureList list) {
        opening = list.get(0);
        PGPPublicKey signer = hub.getPublicKey(opening.getKeyID());
        if (signer == null) {
          throw new IllegalArgumentException("signed by somebody else");
        }
        opening.init(new JcaPGPContentVerifierBuilderProvider().setProvider(BC), signer);
      } else if (one instanceof PGPLiteralData literal) {
        clear = literal.getInputStream().readAllBytes();
      } else if (one instanceof PGPSignatureList list && opening != null) {
        opening.update(clear);
        verified = opening.verify(list.get(0));
      }
    }
    if (!verified) {
      throw new IllegalArgumentException("not signed by the hub");
    }
    return clear;
  }

  private static PGPPrivateKey unlocked(PGPSecretKey key) throws PGPException {
    return key.extractPrivateKey(new JcePBESecretKeyDecryptorBuilder().setProvider(BC).build(PgpKeys.PASSPHRASE.toCharArray()));
  }

  /** The subkey: the master key only signs. */
  private static PGPPublicKey encryptionKey(PGPPublicKeyRing ring) {
    for (PGPPublicKey key : ring) {
      if (!key.isMasterKey()) {
        return key;
      }
    }
    throw new IllegalStateException("no key to encrypt to");
  }

  private static <R> R ring(Path file, Class<R> kind) {
    try (InputStream in = PGPUtil.getDecoderStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return kind.cast(new JcaPGPObjectFactory(in).nextObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
