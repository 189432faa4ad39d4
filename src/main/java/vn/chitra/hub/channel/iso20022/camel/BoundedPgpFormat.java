package vn.chitra.hub.channel.iso20022.camel;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.converter.crypto.PGPKeyAccessDataFormat;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.PGPContentVerifier;
import org.bouncycastle.openpgp.operator.PGPContentVerifierBuilder;
import org.bouncycastle.openpgp.operator.PGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;
import vn.chitra.hub.channel.iso20022.DecryptionResult.Why;

/**
 * Camel's OpenPGP format with stricter rules: a signature by a valid key of the bank over a sound digest is required, and the unpacked size
 * is limited (the verifier sees every byte, so it counts them).
 */
final class BoundedPgpFormat extends PGPKeyAccessDataFormat {

  /** Exchange property: fingerprint of the bank's key that signed. */
  static final String SIGNER = "vn.chitra.signer";

  /**
   * The accepted digests: those of GnuPG, SHA-1 too, with which GnuPG signs when the receiver's key states no preference. MD5 is refused.
   */
  private static final Set<Integer> SOUND_DIGESTS = Set.of(HashAlgorithmTags.SHA1, HashAlgorithmTags.SHA224, HashAlgorithmTags.SHA256,
      HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA512, HashAlgorithmTags.SHA3_256, HashAlgorithmTags.SHA3_512);

  private final BankKeys bankKeys;
  private final long maxClearBytes;

  BoundedPgpFormat(BankKeys bankKeys, OwnKeys ownKeys, long maxClearBytes) {
    this.bankKeys = bankKeys;
    this.maxClearBytes = maxClearBytes;
    setPublicKeyAccessor(bankKeys);
    setSecretKeyAccessor(ownKeys);
    setSignatureVerificationOption(SIGNATURE_VERIFICATION_OPTION_REQUIRED);
    setAlgorithm(SymmetricKeyAlgorithmTags.AES_256);
    setHashAlgorithm(HashAlgorithmTags.SHA256);
    setIntegrity(true);
    // Keys are chosen by BankKeys and OwnKeys; the format only insists that some name is given.
    setKeyUserid("bank");
    setSignatureKeyUserid("hub");
  }

  @Override
  protected PGPOnePassSignature getSignature(Exchange exchange, PGPOnePassSignatureList signatures) throws PGPException {
    for (PGPOnePassSignature signature : signatures) {
      PGPPublicKey key = bankKeys.getPublicKey(exchange, signature.getKeyID(), List.of());
      if (key != null) {
        requireSound(signature);
        signature.init(new CountingVerifiers(maxClearBytes), key);
        exchange.setProperty(SIGNER, HexFormat.of().withUpperCase().formatHex(key.getFingerprint()));
        return signature;
      }
    }
    throw new RefusedException(Why.SIGNER_UNKNOWN);
  }

  private static void requireSound(PGPOnePassSignature signature) {
    boolean ofDocument = signature.getSignatureType() == PGPSignature.BINARY_DOCUMENT
        || signature.getSignatureType() == PGPSignature.CANONICAL_TEXT_DOCUMENT;
    if (!ofDocument || !SOUND_DIGESTS.contains(signature.getHashAlgorithm())) {
      throw new RefusedException(Why.SIGNATURE_WRONG);
    }
  }

  /** Never leaves this package: {@link PgpEncryption} converts it into a value. */
  static final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final Why why;

    RefusedException(Why why) {
      super(why.name());
      this.why = why;
    }

    Why why() {
      return why;
    }
  }

  private record CountingVerifiers(long limit) implements PGPContentVerifierBuilderProvider {

    /** Making one lists thousands of algorithms. */
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    @Override
    public PGPContentVerifierBuilder get(int keyAlgorithm, int hashAlgorithm) throws PGPException {
      PGPContentVerifierBuilder builder = new JcaPGPContentVerifierBuilderProvider().setProvider(PROVIDER)
          .get(keyAlgorithm, hashAlgorithm);
      return key -> new CountingVerifier(builder.build(key), limit);
    }
  }

  private record CountingVerifier(PGPContentVerifier verifier, long limit) implements PGPContentVerifier {

    @Override
    public OutputStream getOutputStream() {
      return new CountingOutput(verifier.getOutputStream(), limit);
    }

    @Override
    public int getHashAlgorithm() {
      return verifier.getHashAlgorithm();
    }

    @Override
    public int getKeyAlgorithm() {
      return verifier.getKeyAlgorithm();
    }

    @Override
    public long getKeyID() {
      return verifier.getKeyID();
    }

    @Override
    public boolean verify(byte[] expected) {
      return verifier.verify(expected);
    }
  }

  private static final class CountingOutput extends FilterOutputStream {

    private long left;

    CountingOutput(OutputStream out, long limit) {
      super(out);
      this.left = limit;
    }

    @Override
    public void write(int b) throws IOException {
      count(1);
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      count(length);
      out.write(bytes, offset, length);
    }

    private void count(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw new RefusedException(Why.TOO_LARGE);
      }
    }
  }
}
