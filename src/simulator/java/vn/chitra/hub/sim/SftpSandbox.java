package vn.chitra.hub.sim;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * An SFTP server over one folder on disk: each user sees only {@code <root>/<user>}, as {@code /}. Host key and port stay the same over
 * restarts (the port as long as it is free), so a known_hosts file stays valid.
 */
public final class SftpSandbox implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  /** More than sessions that come at once: by default there are as few as processors and one, and one that waits keeps a session waiting. */
  private static final int WORKERS = 24;

  /** Whether this process has not yet spoken SSH. */
  private static final AtomicBoolean COLD = new AtomicBoolean(true);
  private static final int PATIENCE_MS = 120_000;

  private final Path root;
  private final Map<String, String> passwords;
  private final SshServer server;
  private final UploadWatch watch;

  private SftpSandbox(Path root, Map<String, String> passwords, SshServer server, UploadWatch watch) {
    this.root = root;
    this.passwords = passwords;
    this.server = server;
    this.watch = watch;
  }

  /** @param passwords user → password; one user for each partner */
  public static SftpSandbox open(Path folder, Map<String, String> passwords) throws IOException, GeneralSecurityException {
    Path root = Files.createDirectories(folder.toAbsolutePath().normalize().resolve("root"));
    VirtualFileSystemFactory homes = new VirtualFileSystemFactory();
    for (String user : passwords.keySet()) {
      homes.setUserHomeDir(user, Files.createDirectories(root.resolve(user)));
    }
    UploadWatch watch = new UploadWatch();
    SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
    sftp.addSftpEventListener(watch);
    SshServer server = SshServer.setUpDefaultServer();
    server.setHost(HOST);
    // one exchange that costs little: the default's first, safe against quantum computers, takes a test's or a demo's machine for itself
    server.setKeyExchangeFactories(NamedFactory.setUpTransformedFactories(false, List.of(BuiltinDHFactories.curve25519),
        ServerBuilder.DH2KEX));
    CoreModuleProperties.NIO_WORKERS.set(server, WORKERS);
    server.setKeyPairProvider(hostKey(folder.resolve("host-key")));
    server.setPasswordAuthenticator((user, password, session) -> password.equals(passwords.get(user)));
    server.setFileSystemFactory(homes);
    server.setSubsystemFactories(List.of(sftp));
    SftpSandbox sandbox = new SftpSandbox(root, Map.copyOf(passwords), server, watch);
    sandbox.start(folder.resolve("port"));
    Files.writeString(folder.resolve("known_hosts"), sandbox.knownHostsLine() + "\n");
    if (!passwords.isEmpty() && COLD.getAndSet(false)) {
      sandbox.connectOnce(passwords.keySet().iterator().next());
    }
    return sandbox;
  }

  public String host() {
    return HOST;
  }

  public int port() {
    return server.getPort();
  }

  public String password(String user) {
    return passwords.get(user);
  }

  /** A file that trusts exactly this server. */
  public Path knownHosts() {
    return root.resolveSibling("known_hosts");
  }

  /** One line in the form of OpenSSH's known_hosts. */
  public String knownHostsLine() throws IOException, GeneralSecurityException {
    var key = server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic();
    return "[" + HOST + "]:" + port() + " " + PublicKeyEntry.toString(key);
  }

  /** The folder that a user sees as {@code /}. */
  public Path home(String user) {
    return root.resolve(user);
  }

  /** Makes folders below a user's home; those that are there stay. */
  public void folders(String user, Collection<String> paths) throws IOException {
    for (String path : paths) {
      Files.createDirectories(home(user).resolve(path));
    }
  }

  /** The clients' breaches of the common rules since the last call. */
  public List<UploadWatch.Breach> breaches() {
    return new ArrayList<>(watch.drain());
  }

  /** Lets somebody look on at every operation of a client, and cut in: the server first tells, then acts, then tells again. */
  public void watchedBy(SftpEventListener listener) {
    server.getSubsystemFactories().forEach(factory -> ((SftpSubsystemFactory) factory).addSftpEventListener(listener));
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  /**
   * The first connection of a process loads the ciphers of both sides. Six at once, the hub's at its start, have stood still for a minute
   * and more in two test runs; why is not known. So one comes first and alone.
   */
  private void connectOnce(String user) throws IOException {
    try {
      Session session = new JSch().getSession(user, HOST, port());
      session.setPassword(password(user));
      session.setConfig("StrictHostKeyChecking", "no");
      session.connect(PATIENCE_MS);
      session.openChannel("sftp").connect(PATIENCE_MS);
      session.disconnect();
    } catch (JSchException e) {
      throw new IOException("the sandbox does not speak SSH", e);
    }
  }

  private void start(Path portFile) throws IOException {
    server.setPort(Files.exists(portFile) ? Integer.parseInt(Files.readString(portFile).strip()) : 0);
    try {
      server.start();
    } catch (BindException e) {
      server.setPort(0);   // somebody else took it meanwhile
      server.start();
    }
    Files.writeString(portFile, Integer.toString(server.getPort()));
  }

  private static SimpleGeneratorHostKeyProvider hostKey(Path file) throws IOException, GeneralSecurityException {
    SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(file);
    keys.setAlgorithm("EC");
    keys.setKeySize(256);
    keys.loadKeys((SessionContext) null);
    return keys;
  }
}
