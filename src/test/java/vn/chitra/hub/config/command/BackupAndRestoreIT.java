package vn.chitra.hub.config.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.SentJournal;
import vn.chitra.hub.repair.HubRows;
import vn.chitra.hub.running.RunningHub;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.InstalledPostgres;
import vn.chitra.hub.sim.SftpSandbox;
import vn.chitra.hub.support.Zone;

/** Backup and restore with PostgreSQL's own programs, as docs/operations/backup-and-restore.md says. */
class BackupAndRestoreIT {

  private static final String ROWS = "select string_agg(md5(query_to_xml(format('select * from %I.%I t order by t::text', schemaname, tablename),"
      + " true, false, '')::text), ' ' order by tablename) from pg_tables where schemaname = 'public' and tablename <> 'send_gate'";
  private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-18T05:00:00Z"), Zone.VIETNAM);

  @TempDir
  private static Path server;

  private static InstalledPostgres postgres;
  private static DatabaseAccess migrated;

  @TempDir
  private Path folder;

  private final Map<String, String> more = new TreeMap<>();

  private DatabaseAccess database;
  private Path data;
  private Path archive;
  private String printed = "";

  @BeforeAll
  static void aServerOfTheVersionOfItsPrograms() throws Exception {
    assumeThat(InstalledPostgres.installed()).as("PostgreSQL is not installed (Debian: postgresql)").isPresent();
    Files.setPosixFilePermissions(server, PosixFilePermissions.fromString("rwxrwxrwx"));
    postgres = InstalledPostgres.start(server.resolve("data"));
    migrated = postgres.fresh();
    Flyway.configure().dataSource(migrated.dataSource()).load().migrate();
  }

  @AfterAll
  static void stopped() throws Exception {
    if (postgres != null) {
      postgres.close();
    }
  }

  @BeforeEach
  void aHubThatHasSentOneFile() throws Exception {
    database = postgres.copyOf(migrated);
    JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
    HubRows rows = new HubRows(jdbc).payroll("RELEASED", 1);
    rows.payment(rows.payout(1, "OPEN", null, "agribank"), "SENT", true);
    jdbc.update("update send_gate set generation = 1");
    data = folder.resolve("hub");
    archive = data.resolve("archive");
    stored("một tệp đã gửi");
    journal(1);
  }

  @Test
  void aRestoreHasEveryRowAndFileKeepsTheJournalAndClosesTheGate() throws Exception {
    Path backup = backedUp();
    assertThat(Files.getPosixFilePermissions(backup)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(Files.getPosixFilePermissions(backup.resolveSibling("archive"))).isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(backup.resolve("configuration")).isDirectory();
    String rows = rows(database);
    Path lost;
    try (Stream<Path> files = Files.walk(archive)) {
      lost = files.filter(Files::isRegularFile).filter(file -> !file.endsWith("sent.journal")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(lost);
    Files.delete(lost);
    journal(2);   // sent after the backup
    byte[] journal = Files.readAllBytes(archive.resolve("sent.journal"));

    database = postgres.fresh();
    assertThat(command("restore", backup.toString())).as(printed).isZero();

    assertThat(rows(database)).isEqualTo(rows);
    assertThat(lost).hasBinaryContent(bytes);
    assertThat(archive.resolve("sent.journal")).hasBinaryContent(journal);
    assertThat(gateIsOpen()).isFalse();
    assertThat(printed).contains("sent.journal) của máy này giữ nguyên", "RELEASE_RESTORED");
  }

  @Test
  void aFileSentWhileTheArchiveIsCopiedIsNotInTheJournalOfTheBackup() throws Exception {
    byte[] slow = "tệp chép lâu".getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(Archive.sha256().digest(slow));
    Path pipe = Files.createDirectories(archive.resolve(hash.substring(0, 2))).resolve(hash);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
      try (OutputStream out = Files.newOutputStream(pipe, StandardOpenOption.WRITE)) {
        journal(2);
        out.write(slow);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });

    Path backup = backedUp();

    sending.get(10, TimeUnit.SECONDS);
    assertThat(Files.readString(backup.resolve("sent.journal"))).contains("|PAYMENT||1|").doesNotContain("|PAYMENT||2|");
    assertThat(backup.resolveSibling("archive").resolve(hash.substring(0, 2)).resolve(hash)).hasBinaryContent(slow);
  }

  @Test
  void onANewMachineTheJournalComesFromTheBackupAndTheHubStartsWithAClosedGateAndACase() throws Exception {
    Path backup = backedUp();
    byte[] journal = Files.readAllBytes(archive.resolve("sent.journal"));
    data = folder.resolve("new-machine");
    database = postgres.fresh();
    assertThat(command("restore", backup.toString())).as(printed).isZero();
    assertThat(data.resolve("archive/sent.journal")).hasBinaryContent(journal);
    assertThat(printed).contains("đã chép nhật ký của bản sao lưu");

    try (SftpSandbox sftp = SftpSandbox.open(folder.resolve("sftp"), AgreedPartner.passwords());
        RunningHub hub = RunningHub.start(NOON, database, EmbeddedDatabases.temporary().freshWelfare().guest(), sftp, data,
            List.copyOf(AgreedPartner.passwords().keySet()))) {
      assertThat(hub.bean(JdbcTemplate.class).queryForList("select kind from case_record where state = 'OPEN'", String.class))
          .contains("RESTORED_DATABASE");
      assertThat(gateIsOpen()).isFalse();
    }
  }

  @Test
  void aDatabaseThatIsNotEmptyIsLeftAsItIs() throws Exception {
    Path backup = backedUp();
    String rows = rows(database);
    assertThat(command("restore", backup.toString())).isEqualTo(1);
    assertThat(printed).contains("không trống");
    assertThat(rows(database)).isEqualTo(rows);
    assertThat(gateIsOpen()).isTrue();
  }

  @Test
  void aBackupThatIsNotWholeIsNotRestored() throws Exception {
    Path backup = backedUp();
    Files.writeString(backup.resolve("sent.journal"), "x");
    database = postgres.fresh();
    assertThat(command("restore", backup.toString())).isEqualTo(1);
    assertThat(printed).contains("không nguyên vẹn: sent.journal");
    Files.delete(backup.resolve("SHA256SUMS"));
    assertThat(command("restore", backup.toString())).isEqualTo(1);
    assertThat(new JdbcTemplate(database.dataSource()).queryForList("select 1 from pg_tables where schemaname = 'public'")).isEmpty();
  }

  @Test
  void aDumpThatBreaksInTheMiddleLeavesTheDatabaseEmpty() throws Exception {
    BackupFolder backup = new BackupFolder(backedUp());
    byte[] dump = Files.readAllBytes(backup.dump());
    Files.write(backup.dump(), Arrays.copyOf(dump, dump.length * 9 / 10));
    backup.writeSums();
    database = postgres.fresh();
    assertThat(command("restore", backup.path().toString())).isEqualTo(1);
    assertThat(printed).contains("cơ sở dữ liệu vẫn trống");
    assertThat(new JdbcTemplate(database.dataSource()).queryForList("select 1 from pg_tables where schemaname = 'public'")).isEmpty();
  }

  @Test
  void theNextBackupAddsOnlyNewFilesAndNamesADamagedOne() throws Exception {
    Path first = backedUp();
    assertThat(printed).contains("kho lưu thêm 2 tệp, đã có 0 tệp");
    String hash = stored("thêm một tệp");
    Files.writeString(new Archive(archive).path(stored("tệp sẽ hỏng")), "hỏng");
    assertThat(command("backup", first.getParent().toString(), Clock.offset(NOON, Duration.ofDays(1)))).isEqualTo(1);
    assertThat(printed).contains("kho lưu thêm 1 tệp, đã có 2 tệp", "HỎNG: tệp ");
    assertThat(first.resolveSibling("archive").resolve(hash.substring(0, 2)).resolve(hash)).hasContent("thêm một tệp");
    assertThat(first.resolveSibling("20261119-120000")).isDirectory();
  }

  @Test
  void ownRouteAndMappingFilesAreSavedWithTheSettings() throws IOException {
    Path routes = Files.createDirectory(folder.resolve("routes"));
    Files.copy(Path.of("routes/payout-plan.camel.yaml"), routes.resolve("payout-plan.camel.yaml"));
    Path file = Files.writeString(folder.resolve("chitra-hub.yaml"), "hub.routes: " + routes + "\nhub.mappings: mappings\n");
    more.put("hub.settings", file.toString());
    Path configuration = backedUp().resolve("configuration");
    assertThat(configuration.resolve("chitra-hub.yaml")).hasSameBinaryContentAs(file);
    assertThat(configuration.resolve("routes/payout-plan.camel.yaml")).hasSameBinaryContentAs(Path.of("routes/payout-plan.camel.yaml"));
    assertThat(configuration.resolve("mappings/banks.csv")).hasSameBinaryContentAs(Path.of("mappings/banks.csv"));
  }

  @Test
  void withoutAFolderOrADatabaseNothingIsDone() throws IOException {
    assertThat(command("backup", null)).isEqualTo(64);
    assertThat(command("restore", folder.resolve("nowhere").toString())).isEqualTo(1);
    assertThat(printed).contains("không có thư mục " + folder.resolve("nowhere"));
    database = new DatabaseAccess("jdbc:postgresql://127.0.0.1:9/none", "hub", "hub");
    assertThat(command("backup", folder.resolve("backups").toString())).isEqualTo(1);
    assertThat(printed).contains("KHÔNG THÀNH: pg_dump không thành");
    try (Stream<Path> left = Files.list(folder.resolve("backups"))) {
      assertThat(left).allMatch(one -> one.toString().endsWith(".part"));
    }
  }

  private Path backedUp() {
    assertThat(command("backup", folder.resolve("backups").toString())).as(printed).isZero();
    return folder.resolve("backups/20261118-120000");
  }

  private int command(String name, String word) {
    return command(name, word, NOON);
  }

  private int command(String name, String word, Clock clock) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, String> given = new TreeMap<>(more);
    given.putAll(Map.of("hub.data-dir", data.toString(), "hub.database.url", database.url(), "hub.database.username",
        database.username(), "hub.database.password", database.password(), "hub.welfare.url", database.url(), "hub.welfare.username", "x",
        "hub.welfare.password", "x"));
    Stream<String> settings = given.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue());
    String[] arguments = Stream.concat(word == null ? Stream.of(name) : Stream.of(name, word), settings).toArray(String[]::new);
    int status = Commands.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), clock);
    printed = out.toString(StandardCharsets.UTF_8);
    return status;
  }

  private String stored(String text) throws IOException {
    return new Archive(archive).store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).sha256();
  }

  private void journal(int seq) throws IOException {
    String hash = stored("tệp " + seq);
    SentJournal journal = new SentJournal(archive);
    journal.append(new SentJournal.Entry(1, new SentJournal.Series("agribank", "PAYMENT", ""), seq, hash, hash));
    journal.begin(1);
  }

  private boolean gateIsOpen() {
    return new JdbcTemplate(database.dataSource()).queryForObject("select open from send_gate", Boolean.class);
  }

  private static String rows(DatabaseAccess database) {
    return new JdbcTemplate(database.dataSource()).queryForObject(ROWS, String.class);
  }
}
