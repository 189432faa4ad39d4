package vn.chitra.hub.support;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStoreException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Certificates that a connection trusts, and no others. */
public final class TrustedCertificates {

  private TrustedCertificates() {}

  /**
   * The certificates of a PEM file, as a bundle that identifies nobody.
   *
   * @throws IllegalStateException when the file cannot be read or holds no certificate
   */
  public static SslBundle of(Path pem) {
    SslBundle bundle = SslBundle.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(pem.toUri().toString())));
    try {
      KeyStore trusted = bundle.getStores().getTrustStore();
      if (trusted != null && trusted.size() > 0) {
        return bundle;
      }
    } catch (IllegalStateException | UncheckedIOException | KeyStoreException e) {
      throw new IllegalStateException("no certificates to trust in " + pem, e);
    }
    throw new IllegalStateException("no certificates to trust in " + pem);
  }
}
