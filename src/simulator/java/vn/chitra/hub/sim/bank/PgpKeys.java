package vn.chitra.hub.sim.bank;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPDigestCalculatorProviderBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;
import org.bouncycastle.openpgp.operator.jcajce.JcePBESecretKeyEncryptorBuilder;
import vn.chitra.hub.sim.AgreedPartner;

/**
 * The OpenPGP keys of both sides of one connection, made once and kept in a folder.
 *
 * @param bank the bank's, {@code .public.asc} and {@code .secret.asc}
 * @param hub ours, the same
 */
public record PgpKeys(Path bank, Path hub) {

  public static final String PASSPHRASE = "demo";
  /** Long before any business day that is played; the wall clock judges keys. */
  private static final Instant MADE = Instant.parse("2024-01-01T00:00:00Z");
  private static final BouncyCastleProvider BC = new BouncyCastleProvider();

  /** Those that are there, else new ones. */
  public static PgpKeys in(Path folder, String name) {
    PgpKeys keys = new PgpKeys(folder.resolve(name + "-bank"), folder.resolve(name + "-hub"));
    try {
      Files.createDirectories(folder);
      for (Path side : List.of(keys.bank, keys.hub)) {
        if (!Files.exists(publicKey(side))) {
          make(side);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | PGPException e) {
      throw new IllegalStateException(e);
    }
    return keys;
  }

  /** Settings by which a hub finds the keys of every bank that encrypts its files, as {@code name=value}. */
  public static List<String> settings(Path folder, List<AgreedPartner> partners) {
    List<String> settings = new ArrayList<>();
    for (AgreedPartner partner : partners) {
      if (partner.keys() != null) {
        PgpKeys keys = in(folder, partner.keys());
        String prefix = "hub.pgp." + partner.keys() + ".";
        settings.add(prefix + "private-keys=" + secretKey(keys.hub));
        settings.add(prefix + "passphrase=" + PASSPHRASE);
        settings.add(prefix + "partner-keys=" + publicKey(keys.bank));
      }
    }
    return settings;
  }

  /** The file of one side. */
  public static Path publicKey(Path side) {
    return side.resolveSibling(side.getFileName() + ".public.asc");
  }

  /** The file of one side, under {@link #PASSPHRASE}. */
  public static Path secretKey(Path side) {
    return side.resolveSibling(side.getFileName() + ".secret.asc");
  }

  /** A master key that signs and a subkey to encrypt to. */
  private static void make(Path side) throws IOException, GeneralSecurityException, PGPException {
    PGPDigestCalculator sha1 = new JcaPGPDigestCalculatorProviderBuilder().setProvider(BC).build().get(HashAlgorithmTags.SHA1);
    PGPSignatureSubpacketGenerator master = new PGPSignatureSubpacketGenerator();
    master.setKeyFlags(false, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
    PGPSignatureSubpacketGenerator sub = new PGPSignatureSubpacketGenerator();
    sub.setKeyFlags(false, KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE);
    PGPKeyPair signing = pair(PublicKeyAlgorithmTags.ECDSA);
    PGPKeyRingGenerator rings = new PGPKeyRingGenerator(PGPSignature.POSITIVE_CERTIFICATION, signing, side.getFileName() + "@example.vn",
        sha1, master.generate(), null, new JcaPGPContentSignerBuilder(signing.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
        new JcePBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256, sha1).setProvider(BC).build(PASSPHRASE.toCharArray()));
    rings.addSubKey(pair(PublicKeyAlgorithmTags.ECDH), sub.generate(), null);
    armour(secretKey(side), rings.generateSecretKeyRing().getEncoded());
    armour(publicKey(side), rings.generatePublicKeyRing().getEncoded());
  }

  /** On the curve P-256: made in no time, while a pair of RSA keys takes a second. */
  private static PGPKeyPair pair(int algorithm) throws GeneralSecurityException, PGPException {
    KeyPairGenerator curve = KeyPairGenerator.getInstance("EC", BC);
    curve.initialize(new ECGenParameterSpec("P-256"));
    return new JcaPGPKeyPair(4, algorithm, curve.generateKeyPair(), Date.from(MADE));
  }

  private static void armour(Path file, byte[] ring) throws IOException {
    try (OutputStream out = Files.newOutputStream(file); ArmoredOutputStream armoured = ArmoredOutputStream.builder().build(out)) {
      armoured.write(ring);
    }
  }
}
