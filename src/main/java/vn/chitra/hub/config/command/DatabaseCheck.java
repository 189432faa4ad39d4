package vn.chitra.hub.config.command;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.ValidateOutput;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.chitra.hub.account.opening.OpeningSql;
import vn.chitra.hub.config.HubSettings;
import vn.chitra.hub.config.start.ExaminedSettings;
import vn.chitra.hub.operations.WelfareRights;
import vn.chitra.hub.support.DatabaseErrors;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.welfare.jdbc.WelfareSql;

/** The two databases: reachable, the hub's own one fit for its schema, the rights in the welfare database by name, and the clocks. */
final class DatabaseCheck {

  private static final String HUB = "cơ sở dữ liệu của hub";
  private static final String SCHEMA = "lược đồ của hub";
  private static final String GATE = "cổng gửi";
  private static final String WELFARE = "cơ sở dữ liệu trợ cấp";
  private static final String LOOK = SqlText.of("config/look-at-hub-database");
  /** Cut-offs, deadlines and signatures hang on the clock; a machine with a time service is far closer. */
  private static final Duration CLOCKS_APART = Duration.ofSeconds(10);

  private final ExaminedSettings settings;
  private final Findings findings;
  private final Clock wallClock;

  DatabaseCheck(ExaminedSettings settings, Findings findings, Clock wallClock) {
    this.settings = settings;
    this.findings = findings;
    this.wallClock = wallClock;
  }

  void run() {
    settings.settings(HubSettings.class).ifPresent(hub -> {
      try (Connection connection = Databases.readOnly(hub.database())) {
        hub(connection);
        clock(connection, HUB);
      } catch (SQLException e) {
        findings.wrong(HUB, DatabaseErrors.words(e));
      }
      try (Connection connection = Databases.readOnly(hub.welfare())) {
        welfare(connection, hub.mappings());
        clock(connection, WELFARE);
      } catch (SQLException e) {
        findings.wrong(WELFARE, DatabaseErrors.words(e));
      }
    });
  }

  private void hub(Connection connection) throws SQLException {
    boolean migrated;
    boolean filled;
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(LOOK)) {
      row.next();
      findings.right(HUB, "nối được, PostgreSQL " + row.getString("version"));
      demand(!row.getBoolean("standby"), "đây là máy chủ dự phòng chỉ đọc; cần máy chủ chính");
      demand("UTF8".equals(row.getString("encoding")), "bảng mã phải là UTF8: createdb -E UTF8 -T template0");
      demand(row.getBoolean("owner") && row.getBoolean("creates"), "tài khoản phải là chủ của cơ sở dữ liệu và tạo được bảng trong public");
      demand(row.getBoolean("gist"), "không có phần mở rộng btree_gist; cài gói postgresql-contrib của máy chủ");
      migrated = row.getBoolean("migrated");
      filled = row.getBoolean("filled");
    }
    if (migrated) {
      schema(connection);
      gate(connection);
    } else if (filled) {
      findings.wrong(SCHEMA, "schema public đã có bảng của phần mềm khác; hub cần một cơ sở dữ liệu riêng, trống");
    } else {
      findings.right(SCHEMA, "trống; lần khởi động đầu sẽ tạo");
    }
  }

  private void demand(boolean met, String words) {
    if (!met) {
      findings.wrong(HUB, words);
    }
  }

  /** As Flyway will see it at the start. */
  private void schema(Connection connection) {
    Flyway flyway = Flyway.configure().dataSource(new SingleConnectionDataSource(connection, true)).ignoreMigrationPatterns("*:pending")
        .load();
    try {
      List<ValidateOutput> differences = flyway.validateWithResult().invalidMigrations;
      if (differences.isEmpty()) {
        int pending = flyway.info().pending().length;
        findings.right(SCHEMA, "phiên bản " + flyway.info().current().getVersion()
            + (pending == 0 ? "" : "; lần khởi động sau nâng " + pending + " bước"));
      }
      differences.forEach(one -> findings.wrong(SCHEMA, "phiên bản " + one.version
          + " trong cơ sở dữ liệu không phải của bản phần mềm này (mới hơn, hoặc đã bị sửa)"));
    } catch (FlywayException e) {
      findings.wrong(SCHEMA, "không đọc được lịch sử lược đồ");
    }
  }

  private void gate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("select open, why from send_gate")) {
      if (!row.next()) {
        findings.wrong(GATE, "bảng send_gate đã mất dòng của nó");
      } else if (row.getBoolean("open")) {
        findings.right(GATE, "mở");
      } else {
        findings.note(GATE, "đóng, không tệp nào đi cho tới khi hai người cho phép (RELEASE_RESTORED): " + row.getString("why"));
      }
    }
  }

  private void welfare(Connection connection, String mappings) throws SQLException {
    Resource statements = new DefaultResourceLoader().getResource(mappings + "welfare-db/");
    try {
      WelfareRights rights = new WelfareRights(new SingleConnectionDataSource(connection, true), WelfareSql.from(statements),
          OpeningSql.from(statements));
      List<String> missing = rights.missing();
      missing.forEach(right -> findings.wrong(WELFARE, "tài khoản của hub thiếu quyền " + right));
      if (missing.isEmpty()) {
        findings.right(WELFARE, "nối được, đủ quyền trên " + rights.tables().size() + " bảng: " + String.join(", ", rights.tables()));
      }
    } catch (IOException e) {
      findings.note(WELFARE, "nối được; chưa xem quyền vì thiếu tệp câu lệnh trong thư mục ánh xạ");
    }
  }

  private void clock(Connection connection, String whose) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Instant before = wallClock.instant();
      try (ResultSet row = statement.executeQuery("select clock_timestamp()")) {
        row.next();
        Timestamp theirs = row.getTimestamp(1);
        Instant after = wallClock.instant();
        Duration apart = theirs.toInstant().isBefore(before) ? Duration.between(theirs.toInstant(), before)
            : theirs.toInstant().isAfter(after) ? Duration.between(after, theirs.toInstant()) : Duration.ZERO;
        if (apart.compareTo(CLOCKS_APART) > 0) {
          findings.wrong("đồng hồ", "máy này và máy chủ " + whose + " lệch nhau " + apart.toSeconds() + " giây; xem timedatectl ở hai máy");
        } else {
          findings.right("đồng hồ", "máy này và máy chủ " + whose + " lệch nhau dưới " + (apart.toSeconds() + 1) + " giây");
        }
      }
    }
  }
}
