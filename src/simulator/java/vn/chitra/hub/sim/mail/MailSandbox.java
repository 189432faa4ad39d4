package vn.chitra.hub.sim.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server with a certificate of its own; it keeps every copy of every mail (one per recipient) until it is closed. */
public final class MailSandbox implements AutoCloseable {

  public static final String USERNAME = "chitra";
  public static final String PASSWORD = "mat-khau-thu-1";

  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private final int port;
  private final Path certificate;
  private final SSLContext tls;
  private @Nullable SMTPServer server;
  private volatile @Nullable CountDownLatch silence;
  private volatile boolean refusing;
  private volatile boolean refusingLogins;
  private final AtomicInteger logins = new AtomicInteger();

  /** One copy as it came. */
  public record Delivery(String to, byte[] bytes) {

    public MimeMessage message() {
      try {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
      } catch (MessagingException e) {
        throw new IllegalStateException("no mail", e);
      }
    }
  }

  private MailSandbox(int port, Path certificate, SSLContext tls) {
    this.port = port;
    this.certificate = certificate;
    this.tls = tls;
  }

  /** @param folder for the certificate; made when it is not there */
  public static MailSandbox open(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
    Files.createDirectories(folder);
    Path keys = folder.resolve("mail.p12");
    char[] secret = "changeit".toCharArray();
    if (!Files.exists(keys)) {
      makeKeys(keys, new String(secret));
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, secret);
    }
    Path certificate = folder.resolve("mail.pem");
    Files.writeString(certificate, "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(store.getCertificate("mail").getEncoded()) + "\n-----END CERTIFICATE-----\n");
    KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, secret);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(factory.getKeyManagers(), null, null);
    MailSandbox sandbox = new MailSandbox(freePort(), certificate, tls);
    sandbox.start();
    return sandbox;
  }

  private static void makeKeys(Path keys, String secret) throws IOException, InterruptedException {
    Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
        "mail", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-validity", "3650", "-storetype",
        "PKCS12", "-keystore", keys.toString(), "-storepass", secret).redirectErrorStream(true).start();
    String stated = new String(keytool.getInputStream().readAllBytes());
    if (keytool.waitFor() != 0) {
      throw new IOException("no certificate: " + stated);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public synchronized void start() {
    if (server != null) {
      return;
    }
    server = SMTPServer.port(port).bindAddress(InetAddress.getLoopbackAddress()).hostName("localhost").enableTLS().requireTLS()
        .startTlsSocketFactory(tls).requireAuth().insertReceivedHeaders(false)
        .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(this::login))
        .simpleMessageListener(new Box()).build();
    server.start();
  }

  public synchronized void stop() {
    if (server != null) {
      server.stop();
      server = null;
    }
  }

  /** From now on mails are taken and kept, but nobody is told, until the latch opens. */
  public void fallSilent(CountDownLatch until) {
    silence = until;
  }

  /** From now on every mail is refused, or no more. */
  public void refuse(boolean all) {
    refusing = all;
  }

  public List<Delivery> deliveries() {
    return new ArrayList<>(deliveries);
  }

  /** Settings of a hub that uses this server, without recipients. */
  public Map<String, String> settings() {
    return Map.of("hub.mail.host", "localhost", "hub.mail.port", String.valueOf(port), "hub.mail.username", USERNAME,
        "hub.mail.password", PASSWORD, "hub.mail.from", "chi-tra-hub@phutho.example", "hub.mail.trusted-certificates",
        certificate.toString());
  }

  @Override
  public void close() {
    stop();
  }

  /** From now on every login is refused, or no more. */
  public void refuseLogins(boolean all) {
    refusingLogins = all;
  }

  /** How many logins were tried. */
  public int logins() {
    return logins.get();
  }

  private void login(String username, String password, MessageContext context) throws LoginFailedException {
    logins.incrementAndGet();
    if (refusingLogins || !USERNAME.equals(username) || !PASSWORD.equals(password)) {
      throw new LoginFailedException();
    }
  }

  private final class Box implements SimpleMessageListener {

    @Override
    public boolean accept(String from, String recipient) {
      return !refusing;
    }

    @Override
    public void deliver(String from, String recipient, InputStream data) throws IOException {
      deliveries.add(new Delivery(recipient, data.readAllBytes()));
      CountDownLatch latch = silence;
      if (latch != null) {
        try {
          latch.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
