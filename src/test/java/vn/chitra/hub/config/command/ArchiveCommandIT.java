package vn.chitra.hub.config.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.repair.HubRows;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.support.Zone;

/** The commands that move a month to the archive and back, as an administrator runs them. */
class ArchiveCommandIT {

  private static final Clock TWO_YEARS_LATER = Clock.fixed(Instant.parse("2028-12-15T05:00:00Z"), Zone.VIETNAM);

  private static DatabaseAccess migrated;

  @TempDir
  private Path folder;

  private DatabaseAccess database;
  private JdbcTemplate jdbc;
  private String printed = "";

  @BeforeAll
  static void aDatabaseOfThisVersion() {
    migrated = EmbeddedDatabases.temporary().freshHub();
    Flyway.configure().dataSource(migrated.dataSource()).load().migrate();
  }

  @BeforeEach
  void threePaidPayoutsOfAClosedMonth() {
    database = EmbeddedDatabases.temporary().copyOf(migrated);
    jdbc = new JdbcTemplate(database.dataSource());
    HubRows rows = new HubRows(jdbc).payroll("RELEASED", 3);
    jdbc.update("insert into result_change (written) values (true)");
    for (int line = 1; line <= 3; line++) {
      long payout = rows.payout(line, "PAID", null, "agribank");
      rows.payment(payout, "PAID", true);
      jdbc.update("insert into payout_result (payroll_id, line_no, payout_id, outcome, channel, partner, amount_vnd, paid_on, revision,"
          + " change_id, updated_at) values (?, ?, ?, 'PAID', 'BANK', 'agribank', ?, '2026-11-05', 1, 1, now())", HubRows.PAYROLL, line,
          payout, HubRows.AMOUNT);
    }
    jdbc.update("update payroll set receipt_status = 'SETTLED', receipt_written = receipt_revision");
    jdbc.update("insert into period_close (programme, period, closed_at) values ('BTXH', '2026-11-01', now())");
  }

  @Test
  void aMonthGoesAndComesBack() {
    assertThat(command("archive", "2026-11")).as(printed).isZero();
    assertThat(printed).contains("Đã chuyển 3 khoản của tháng 11/2026", "Trong kho lưu trữ: 3 khoản, 1.500.000 đồng; ở lại: 0 khoản");
    assertThat(count("payment")).isZero();
    assertThat(jdbc.queryForObject("select state from archived_month", String.class)).isEqualTo("ARCHIVED");
    assertThat(command("archive", "2026-11")).as("once more").isZero();
    assertThat(command("unarchive", "2026-11")).as(printed).isZero();
    assertThat(printed).contains("Đã đưa về 3 khoản của tháng 11/2026");
    assertThat(count("payment")).isEqualTo(3);
    assertThat(count("archived_month")).isZero();
  }

  @Test
  void theReasonIsNamedAndNothingMoves() {
    jdbc.update("delete from period_close");
    assertThat(command("archive", "2026-11")).isEqualTo(Commands.FAILED);
    assertThat(printed).contains("NOT_CLOSED: 1 chương trình chưa đóng tháng, ví dụ BTXH");
    assertThat(count("archived_month")).isZero();
    assertThat(count("payment")).isEqualTo(3);
  }

  @Test
  void oneCommandAtATime() throws Exception {
    try (Connection other = database.open(); Statement statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(hashtext('hub.archive'))");
      assertThat(command("archive", "2026-11")).isEqualTo(Commands.FAILED);
      assertThat(printed).contains("một lệnh archive hoặc unarchive khác đang chạy");
    }
    assertThat(count("payment")).isEqualTo(3);
  }

  @Test
  void aMonthThatIsNotHereOrWasTakenAwayIsReported() {
    assertThat(command("unarchive", "2026-11")).isEqualTo(Commands.FAILED);
    assertThat(printed).contains("không ở trong kho lưu trữ");
    command("archive", "2026-11");
    jdbc.execute("drop table archive.payment_status_2026_11");
    assertThat(command("unarchive", "2026-11")).isEqualTo(Commands.FAILED);
    assertThat(printed).contains("không còn trong cơ sở dữ liệu");
    assertThat(count("archived_payout")).isEqualTo(3);
  }

  @Test
  void aChangedArchiveStopsTheCommandWithTheNumberOfThePayout() {
    command("archive", "2026-11");
    long payout = jdbc.queryForObject("update archive.payout_2026_11 set amount_vnd = 1 where line_no = 2 returning payout_id", Long.class);
    assertThat(command("unarchive", "2026-11")).isEqualTo(Commands.FAILED);
    assertThat(printed).contains("KHÔNG THÀNH", "payout " + payout + " in the archive is not what was archived");
    assertThat(count("archived_payout")).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026", "11/2026", "2026-13"})
  void whatIsNoMonthIsWrongUse(String word) {
    assertThat(command("archive", word)).isEqualTo(Commands.WRONG_USE);
    assertThat(printed).contains("Cần một tháng");
  }

  private int count(String table) {
    return jdbc.queryForObject("select count(*) from " + table, Integer.class);
  }

  private int command(String name, String month) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] arguments = Stream.of(name, month, "--hub.data-dir=" + folder, "--hub.database.url=" + database.url(),
        "--hub.database.username=" + database.username(), "--hub.database.password=" + database.password(), "--hub.welfare.url=none",
        "--hub.welfare.username=x", "--hub.welfare.password=x").toArray(String[]::new);
    int status = Commands.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), TWO_YEARS_LATER);
    printed = out.toString(StandardCharsets.UTF_8);
    return status;
  }
}
