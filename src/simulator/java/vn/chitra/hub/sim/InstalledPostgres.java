package vn.chitra.hub.sim;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PostgreSQL as the machine has it installed, of the same version as its {@code pg_dump}, which copies no newer server; a throw-away server
 * on a loopback port. The server refuses to run as root: there it runs in a user namespace.
 */
public final class InstalledPostgres implements AutoCloseable {

  private static final Path PLACES = Path.of("/usr/lib/postgresql");
  private static final String ADMIN = "postgres";

  private final Path programs;
  private final Path data;
  private final int port;
  private int databases;

  private InstalledPostgres(Path programs, Path data, int port) {
    this.programs = programs;
    this.data = data;
    this.port = port;
  }

  /** The folder of the newest version's programs; empty on a machine without it (Debian: {@code apt-get install postgresql}). */
  public static Optional<Path> installed() throws IOException {
    if (!Files.isDirectory(PLACES)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(PLACES)) {
      return versions.map(version -> version.resolve("bin")).filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .filter(bin -> Files.isExecutable(bin.resolve("pg_dump"))).max(Comparator.comparing(Path::toString));
    }
  }

  /** @param data folder that is not there yet */
  public static InstalledPostgres start(Path data) throws IOException, InterruptedException, SQLException {
    InstalledPostgres server = new InstalledPostgres(installed().orElseThrow(), data, freePort());
    server.run("initdb", "--pgdata=" + data, "--username=" + ADMIN, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
    server.run("pg_ctl", "--pgdata=" + data, "--wait", "--silent", "--log=" + data.resolve("log"), "--options=-p " + server.port
        + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off", "start");
    server.sql("create role hub login password 'hub'");
    return server;
  }

  /** An empty database owned by role {@code hub}. */
  public DatabaseAccess fresh() throws SQLException {
    return create("template1");
  }

  /** A copy of a database to which nobody is connected. */
  public DatabaseAccess copyOf(DatabaseAccess database) throws SQLException {
    return create(database.url().substring(database.url().lastIndexOf('/') + 1));
  }

  private DatabaseAccess create(String template) throws SQLException {
    String name = "hub_" + ++databases;
    sql("create database " + name + " owner hub template " + template);
    return access(name, "hub");
  }

  private DatabaseAccess access(String database, String user) {
    return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, user);
  }

  private void sql(String command) throws SQLException {
    try (Connection connection = access(ADMIN, ADMIN).open(); Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  @Override
  public void close() throws IOException, InterruptedException {
    run("pg_ctl", "--pgdata=" + data, "--wait", "--silent", "--mode=immediate", "stop");
  }

  private void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>("root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("postgres-", ".out");   // a pipe would stay open in the server
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    if (process.waitFor() != 0) {
      throw new IOException(program + ": " + Files.readString(output, StandardCharsets.UTF_8));
    }
    Files.delete(output);
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }
}
