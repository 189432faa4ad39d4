package vn.chitra.hub.sim;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * OpenSSH's own server as an ordinary process on a loopback port: own configuration, own host key, login by key, as the user who runs the
 * tests. No permission stops root, so where root runs the tests, clients log in as {@code nobody}; then the server also needs the folder
 * {@code /run/sshd}, which Debian's service makes at boot, and which is made here when it is missing.
 */
public final class OpenSsh implements AutoCloseable {

  private static final List<Path> PLACES = List.of(Path.of("/usr/sbin/sshd"), Path.of("/usr/local/sbin/sshd"));
  private static final Path ROOTS_FOLDER = Path.of("/run/sshd");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final int port;
  private Process process;

  private OpenSsh(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Where it is installed; empty on a machine without it (Debian: {@code apt-get install openssh-server}). */
  public static Optional<Path> installed() {
    return PLACES.stream().filter(Files::isExecutable).findFirst();
  }

  /** For {@code assumeThat}: why the tests against it are skipped. */
  public static String missing() {
    return "OpenSSH's sshd is not installed (Debian: openssh-server); tests against it are skipped";
  }

  /** @param folder a short absolute path, created where it is missing; the server's own files and {@code home} lie there */
  public static OpenSsh in(Path folder) throws IOException, InterruptedException {
    OpenSsh server = new OpenSsh(folder, freePort());
    Files.createDirectories(server.home());
    for (Path way = server.home(); way.startsWith(System.getProperty("java.io.tmpdir")); way = way.getParent()) {
      open(way);
    }
    server.newHostKey();
    key(folder.resolve("client-key"));
    Files.copy(folder.resolve("client-key.pub"), folder.resolve("authorized_keys"));
    server.pinHostKey();
    return server;
  }

  /** The folder that clients see under its absolute path. */
  public Path home() {
    return folder.resolve("home");
  }

  public int port() {
    return port;
  }

  public String user() {
    return isRoot() ? "nobody" : System.getProperty("user.name");
  }

  /** A folder below the home in which clients may do as they like. */
  public Path folder(String path) throws IOException {
    Path made = Files.createDirectories(home().resolve(path));
    for (Path way = made; way.startsWith(home()); way = way.getParent()) {
      open(way);
    }
    return made;
  }

  /** Nothing in the file or folder is for clients any more. */
  public void lock(Path path) throws IOException {
    Files.setPosixFilePermissions(path, isRoot() ? PosixFilePermissions.fromString("rwx------") : Set.of());
  }

  /** The opposite of {@link #lock}. */
  public void unlock(Path path) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  private static void open(Path way) throws IOException {
    if (Files.isWritable(way) && Files.getOwner(way).getName().equals(System.getProperty("user.name"))
        && !way.toString().equals(System.getProperty("java.io.tmpdir"))) {
      Files.setPosixFilePermissions(way, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  public Path privateKey() {
    return folder.resolve("client-key");
  }

  public Path knownHosts() {
    return folder.resolve("known_hosts");
  }

  public void start(String... sftpOptions) throws IOException, InterruptedException {
    start(0, sftpOptions);
  }

  /**
   * @param mostBlocks the largest file it can write, in blocks of 1024 bytes; 0 = as large as the disk. Beyond it a write fails as on a
   * full disk
   * @param sftpOptions of {@code internal-sftp}, for example {@code -P rename}
   */
  public void start(int mostBlocks, String... sftpOptions) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("config"), """
        ListenAddress 127.0.0.1:%d
        HostKey %s
        PidFile none
        AuthorizedKeysFile %s
        StrictModes no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        Subsystem sftp internal-sftp -d %s %s
        """.formatted(port, folder.resolve("host-key"), folder.resolve("authorized_keys"), home(), String.join(" ", sftpOptions)));
    if (isRoot()) {
      Files.createDirectories(ROOTS_FOLDER);
    }
    String limit = mostBlocks == 0 ? "" : "trap '' XFSZ; ulimit -f " + mostBlocks + "; ";
    process = new ProcessBuilder("bash", "-c", limit + "exec " + installed().orElseThrow() + " -D -e -f " + folder.resolve("config"))
        .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    awaitPort();
  }

  /** Stops listening and ends every session. */
  public void stop() throws InterruptedException {
    if (process != null) {
      List<ProcessHandle> sessions = process.descendants().toList();
      process.destroy();
      process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      sessions.forEach(ProcessHandle::destroyForcibly);
      process = null;
    }
  }

  /** Another host key from the next start on; known_hosts keeps the old one. */
  public void newHostKey() throws IOException, InterruptedException {
    for (String name : List.of("host-key", "host-key.pub")) {
      Files.deleteIfExists(folder.resolve(name));
    }
    key(folder.resolve("host-key"));
  }

  /** Writes known_hosts anew. */
  public void pinHostKey() throws IOException {
    String[] key = Files.readString(folder.resolve("host-key.pub")).strip().split(" ");
    Files.writeString(knownHosts(), "[127.0.0.1]:" + port + " " + key[0] + " " + key[1] + "\n");
  }

  /** No key opens this server any more. */
  public void forgetClients() throws IOException {
    Files.writeString(folder.resolve("authorized_keys"), "");
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }

  private static void key(Path file) throws IOException, InterruptedException {
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", file.toString());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String stated;
    try (InputStream out = process.getInputStream()) {
      stated = new String(out.readAllBytes());
    }
    if (process.waitFor() != 0) {
      throw new IOException(Stream.of(command).toList() + ": " + stated);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private void awaitPort() throws IOException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        return;
      } catch (IOException e) {
        if (!process.isAlive() || System.nanoTime() > until) {
          throw new IOException("sshd does not answer: " + Files.readString(folder.resolve("log")), e);
        }
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
  }
}
