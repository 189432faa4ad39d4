package vn.chitra.hub.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabasesIT {

  @TempDir
  Path folder;

  @Test
  void findsEverythingAgainAfterAnOrderlyEnd() throws Exception {
    try (EmbeddedDatabases databases = EmbeddedDatabases.open(folder)) {
      execute(databases.hub(), "CREATE TABLE kept (name text)", "INSERT INTO kept VALUES ('Nguyễn Thị Đức Huyền')");
      assertThat(single(databases.hub(), "SHOW fsync") + single(databases.hub(), "SHOW synchronous_commit")
          + single(databases.hub(), "SHOW full_page_writes")).isEqualTo("ononon");
    }
    try (EmbeddedDatabases again = EmbeddedDatabases.open(folder)) {
      assertThat(single(again.hub(), "SELECT name FROM kept")).isEqualTo("Nguyễn Thị Đức Huyền");
      assertThat(single(again.hub(), "SELECT upper('đ')")).isEqualTo("Đ");
    }
  }

  @Test
  void findsEverythingAgainAfterTheJvmWasKilled() throws Exception {
    Path ready = folder.resolve("ready");
    Process jvm = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        System.getProperty("java.class.path"), Victim.class.getName(), folder.toString(), ready.toString())
        .redirectErrorStream(true).redirectOutput(folder.resolve("victim.log").toFile()).start();
    org.awaitility.Awaitility.await().atMost(90, TimeUnit.SECONDS).until(() -> Files.exists(ready) || !jvm.isAlive());
    jvm.destroyForcibly().waitFor();
    try (EmbeddedDatabases again = EmbeddedDatabases.open(folder)) {
      assertThat(single(again.hub(), "SELECT count(*) FROM kept")).isEqualTo("1");
    }
  }

  /** Commits a row and waits to be killed. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) throws Exception {
      EmbeddedDatabases databases = EmbeddedDatabases.open(Path.of(args[0]));
      execute(databases.hub(), "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (1)");
      Files.writeString(Path.of(args[1]), "ready");
      Thread.currentThread().join();
    }
  }

  @Test
  void givesTheGuestNoMoreThanTheContract() throws Exception {
    EmbeddedDatabases.Welfare welfare = EmbeddedDatabases.temporary().freshWelfare();
    assertThat(single(welfare.guest(), "SELECT count(*) FROM welfare.payroll")).isEqualTo("0");
    for (String command : List.of("UPDATE welfare.payroll SET status = 'APPROVED'", "DELETE FROM welfare.payroll_receipt",
        "INSERT INTO welfare.agency VALUES ('X', 'Xã Đức Nhàn', 'COMMUNE', '2025-07-01', NULL)", "SELECT * FROM maker.expected_line",
        "CREATE TABLE welfare.own (n int)")) {
      assertThatThrownBy(() -> execute(welfare.guest(), command)).as(command).hasMessageContaining("permission denied");
    }
    execute(welfare.guest(), "UPDATE welfare.payroll_receipt SET message = ''");
  }

  static void execute(DatabaseAccess access, String... commands) throws Exception {
    try (Connection connection = access.open(); Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    }
  }

  static String single(DatabaseAccess access, String query) throws Exception {
    try (Connection connection = access.open(); Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
