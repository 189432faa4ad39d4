package vn.chitra.hub.sim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server's certificate for localhost, signed by itself and made once a folder.
 *
 * @param pem the certificate, for those who are to trust it
 */
public record ServerCertificate(SSLContext tls, Path pem, Path key) {

  private static final String SECRET = "changeit";

  /** @param host name in the certificate */
  public static ServerCertificate open(Path folder, String name, String host) throws IOException, GeneralSecurityException,
      InterruptedException {
    Path keys = Files.createDirectories(folder).resolve(name + ".p12");
    if (!Files.exists(keys)) {
      make(keys, name, host);
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, SECRET.toCharArray());
    }
    Path pem = folder.resolve(name + ".pem");
    write(pem, "CERTIFICATE", store.getCertificate(name).getEncoded());
    Path key = folder.resolve(name + ".key");
    write(key, "PRIVATE KEY", store.getKey(name, SECRET.toCharArray()).getEncoded());
    KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, SECRET.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(factory.getKeyManagers(), null, null);
    return new ServerCertificate(tls, pem, key);
  }

  private static void write(Path file, String kind, byte[] content) throws IOException {
    Files.writeString(file, "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + kind
        + "-----\n");
  }

  private static void make(Path keys, String name, String host) throws IOException, InterruptedException {
    Path draft = keys.resolveSibling(name + ".p12.draft");
    Files.deleteIfExists(draft);
    Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
        name, "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "san=dns:" + host, "-validity", "3650", "-storetype",
        "PKCS12", "-keystore", draft.toString(), "-storepass", SECRET).redirectErrorStream(true).start();
    String stated = new String(keytool.getInputStream().readAllBytes());
    if (keytool.waitFor() != 0) {
      throw new IOException("no certificate: " + stated);
    }
    Files.move(draft, keys);
  }
}
