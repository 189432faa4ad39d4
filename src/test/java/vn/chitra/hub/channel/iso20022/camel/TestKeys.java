package vn.chitra.hub.channel.iso20022.camel;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
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

/** Keys made for one test run and never kept: a signing master and an encryption subkey. */
record TestKeys(Path publicKey, Path secretKey) {

  static final char[] PASSPHRASE = "mật khẩu thử".toCharArray();
  private static final BouncyCastleProvider BC = new BouncyCastleProvider();

  static TestKeys make(Path folder, String name, Instant created, long validSeconds) throws Exception {
    PGPSignatureSubpacketGenerator master = new PGPSignatureSubpacketGenerator();
    master.setKeyFlags(false, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
    master.setKeyExpirationTime(false, validSeconds);
    PGPSignatureSubpacketGenerator sub = new PGPSignatureSubpacketGenerator();
    sub.setKeyFlags(false, KeyFlags.ENCRYPT_COMMS | KeyFlags.ENCRYPT_STORAGE);
    sub.setKeyExpirationTime(false, validSeconds);
    PGPDigestCalculator sha1 = new JcaPGPDigestCalculatorProviderBuilder().setProvider(BC).build().get(HashAlgorithmTags.SHA1);
    PGPKeyPair signing = pair(created);
    String userId = name + " <" + name + "@example.vn>";
    PGPKeyRingGenerator rings = new PGPKeyRingGenerator(PGPSignature.POSITIVE_CERTIFICATION, signing, userId, sha1,
        master.generate(), null, new JcaPGPContentSignerBuilder(signing.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
        new JcePBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256, sha1).setProvider(BC).build(PASSPHRASE));
    rings.addSubKey(pair(created), sub.generate(), null);
    TestKeys keys = new TestKeys(folder.resolve(name + ".public.asc"), folder.resolve(name + ".secret.asc"));
    armour(keys.publicKey, rings.generatePublicKeyRing().getEncoded());
    armour(keys.secretKey, rings.generateSecretKeyRing().getEncoded());
    return keys;
  }

  private static PGPKeyPair pair(Instant created) throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA", BC);
    rsa.initialize(new java.security.spec.RSAKeyGenParameterSpec(2048, BigInteger.valueOf(65537)));
    return jca(rsa, created);
  }

  private static PGPKeyPair jca(KeyPairGenerator rsa, Instant created) throws PGPException {
    return new JcaPGPKeyPair(4, PublicKeyAlgorithmTags.RSA_GENERAL, rsa.generateKeyPair(), Date.from(created));
  }

  private static void armour(Path file, byte[] ring) throws IOException {
    try (OutputStream out = Files.newOutputStream(file); ArmoredOutputStream armoured = ArmoredOutputStream.builder().build(out)) {
      armoured.write(ring);
    }
  }
}
