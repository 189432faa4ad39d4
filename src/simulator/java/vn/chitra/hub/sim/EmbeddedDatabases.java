package vn.chitra.hub.sim;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One embedded PostgreSQL with the databases {@code hub}, {@code welfare} and {@code partners}. Opening the same data directory again finds
 * all committed data, also after a killed JVM.
 */
public final class EmbeddedDatabases implements AutoCloseable {

  private static final String OWNER = "postgres";
  private static final String GUEST = "hub_guest";
  private static final AtomicInteger FRESH = new AtomicInteger();

  private static @Nullable EmbeddedDatabases shared;

  private final Path data;
  private final Map<String, String> more;
  private EmbeddedPostgres server;

  private EmbeddedDatabases(Path data, Map<String, String> more, EmbeddedPostgres server) {
    this.data = data;
    this.more = more;
    this.server = server;
  }

  /**
   * Opens (or makes) the server in a folder of its own; a server left over from a killed JVM is ended first.
   *
   * @throws IOException when PostgreSQL does not start
   */
  public static EmbeddedDatabases open(Path folder) throws IOException, InterruptedException, SQLException {
    return open(folder, Map.of());
  }

  /**
   * The same with further settings of the server.
   *
   * @param more settings of {@code postgresql.conf}, name → value
   */
  public static EmbeddedDatabases open(Path folder, Map<String, String> more) throws IOException, InterruptedException, SQLException {
    Path home = Files.createDirectories(folder.toAbsolutePath().normalize()).toRealPath();
    Path data = home.resolve("data");
    Path complete = home.resolve("complete");
    OrphanedPostgres.end(data);
    if (Files.exists(data) && !Files.exists(complete)) {
      Abandoned.remove(data);   // making it was interrupted: nobody ever saw anything in there
    }
    EmbeddedDatabases databases = new EmbeddedDatabases(data, more, start(data, "on", false, 0, more));
    databases.prepare();
    Files.writeString(complete, "databases and roles stand\n");
    return databases;
  }

  /** One throw-away server per JVM, without durability; tests take fresh databases from it. */
  public static synchronized EmbeddedDatabases temporary() {
    if (shared == null) {
      try {
        Path data = Files.createTempDirectory("chi-tra-postgres-").resolve("data");
        shared = new EmbeddedDatabases(data, Map.of(), start(data, "off", true, 0, Map.of()));
        shared.prepare();
      } catch (IOException | SQLException e) {
        throw new IllegalStateException("no temporary PostgreSQL", e);
      }
    }
    return shared;
  }

  /** The hub's own database, as its owner. */
  public DatabaseAccess hub() {
    return access("hub", "hub");
  }

  /** The welfare database with the rights that the contract gives the hub. */
  public DatabaseAccess welfareAsGuest() {
    return access("welfare", GUEST);
  }

  /** The welfare database as the province itself. */
  public DatabaseAccess welfareAsOwner() {
    return access("welfare", OWNER);
  }

  /** The books of the simulated partners. */
  public DatabaseAccess partners() {
    return access("partners", OWNER);
  }

  /** An empty database owned by role {@code hub}, for one test. */
  public DatabaseAccess freshHub() {
    return access(create("hub_" + FRESH.incrementAndGet(), "hub", "template1"), "hub");
  }

  /** A copy of the hub's database as it is now: a backup that can be put in its place. Nobody may be connected to it meanwhile. */
  public DatabaseAccess copyOf(DatabaseAccess hub) {
    String name = hub.url().replaceAll(".*/([^/?]+)\\?.*", "$1");
    return access(create("backup_" + FRESH.incrementAndGet(), "hub", name), "hub");
  }

  /** An empty database for one test's partners. */
  public DatabaseAccess freshPartners() {
    return access(create("partners_" + FRESH.incrementAndGet(), OWNER, "template1"), OWNER);
  }

  /** An empty welfare database for one test. */
  public Welfare freshWelfare() {
    String name = create("welfare_" + FRESH.incrementAndGet(), OWNER, "welfare");
    return new Welfare(access(name, OWNER), access(name, GUEST));
  }

  /** The province's and the hub's access to one welfare database. */
  public record Welfare(DatabaseAccess owner, DatabaseAccess guest) {}

  /** Ends the server with all its sessions at once, unasked, and starts it again on the same port: it recovers what was committed. */
  public void killAndRestart() throws IOException, InterruptedException {
    int port = server.getPort();
    OrphanedPostgres.kill(data);
    server.close();
    server = start(data, "on", false, port, more);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private DatabaseAccess access(String database, String role) {
    String url = "jdbc:postgresql://localhost:" + server.getPort() + "/" + database + "?reWriteBatchedInserts=true";
    return new DatabaseAccess(url, role, role);
  }

  private static EmbeddedPostgres start(Path data, String durable, boolean clean, int port, Map<String, String> more) throws IOException {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(data)
        .setCleanDataDirectory(clean)
        .setRegisterShutdownHook(clean)
        .setPGStartupWait(Duration.ofSeconds(60))
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8")   // no locale of the machine is needed
        .setServerConfig("fsync", durable)
        .setServerConfig("synchronous_commit", durable)
        .setServerConfig("full_page_writes", durable)
        .setServerConfig("max_connections", "100")
        .setServerConfig("shared_buffers", "256MB")
        .setServerConfig("timezone", "UTC")
        // Few rows and many statements: planning each anew costs a temporary database more than running it.
        .setServerConfig("plan_cache_mode", clean ? "force_generic_plan" : "auto")
        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
    more.forEach(builder::setServerConfig);
    return builder.start();
  }

  private void prepare() throws SQLException {
    role("hub");
    role(GUEST);
    database("hub", "hub");
    database("partners", OWNER);
    database("welfare", OWNER);
    try (Connection connection = welfareAsOwner().open(); Statement statement = connection.createStatement()) {
      if (!exists(statement, "SELECT 1 FROM information_schema.schemata WHERE schema_name = 'welfare'")) {
        connection.setAutoCommit(false);
        statement.execute(Resources.text("/welfare-db/schema.sql"));
        statement.execute(Resources.text("/welfare-db/guest.sql"));
        statement.execute(Resources.text("/welfare-db/maker.sql"));
        connection.commit();
      }
    }
  }

  private void role(String name) throws SQLException {
    asAdmin("SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'", "CREATE ROLE " + name + " LOGIN PASSWORD '" + name + "'");
  }

  private void database(String name, String owner) throws SQLException {
    asAdmin("SELECT 1 FROM pg_database WHERE datname = '" + name + "'", "CREATE DATABASE " + name + " OWNER " + owner);
  }

  private String create(String name, String owner, String template) {
    try {
      asAdmin("SELECT 1 WHERE false", "CREATE DATABASE " + name + " OWNER " + owner + " TEMPLATE " + template);
      return name;
    } catch (SQLException e) {
      throw new IllegalStateException("no fresh database " + name, e);
    }
  }

  private void asAdmin(String unless, String command) throws SQLException {
    try (Connection connection = access("postgres", OWNER).open(); Statement statement = connection.createStatement()) {
      if (!exists(statement, unless)) {
        statement.execute(command);
      }
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }
}
