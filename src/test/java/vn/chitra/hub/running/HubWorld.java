package vn.chitra.hub.running;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.SftpSandbox;
import vn.chitra.hub.support.MovableClock;
import vn.chitra.hub.support.Zone;

/**
 * The shared surroundings of the hub processes of one test: a database, partners' servers, a disk, the time. Payrolls are written straight
 * into the hub's database as taken; partners only receive.
 */
final class HubWorld implements AutoCloseable {

  static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 3);
  private static final Map<String, String> USERS = AgreedPartner.passwords();

  private final Path folder;
  private final EmbeddedDatabases databases = EmbeddedDatabases.temporary();
  private final EmbeddedDatabases.Welfare welfare = databases.freshWelfare();
  private DatabaseAccess database = databases.freshHub();
  private SftpSandbox sftp;
  private final MovableClock clock = new MovableClock(FIRST_DAY.atTime(10, 0).atZone(Zone.VIETNAM).toInstant().toString());

  HubWorld(Path folder) throws IOException, GeneralSecurityException {
    this.folder = folder;
    openPartners();
  }

  void openPartners() throws IOException, GeneralSecurityException {
    sftp = SftpSandbox.open(folder.resolve("sftp"), USERS);
    for (String bank : List.of("agribank", "bidv", "vietcombank")) {
      sftp.folders(bank, List.of("in", "out"));
    }
    sftp.folders("buu-dien", List.of("BD2511/in", "BD2511/out", "BD2512/in", "BD2512/out"));
    sftp.folders("xa", List.of("04792/di", "04792/ve"));
  }

  void closePartners() throws IOException {
    sftp.close();
  }

  SftpSandbox sftp() {
    return sftp;
  }

  RunningHub start(String... more) {
    return start(folder.resolve("hub"), more);
  }

  /** A process with a disk of its own that shares the archive with the first. */
  RunningHub startBeside(String... more) throws IOException {
    Path beside = Files.createDirectories(folder.resolve("beside"));
    if (!Files.exists(beside.resolve("archive"))) {
      Files.createSymbolicLink(beside.resolve("archive"), archive());
    }
    return start(beside, more);
  }

  /** A process that has the wrong password for one partner's server. */
  RunningHub startRefusedBy(String connection, String... more) {
    String prefix = "hub.sftp." + connection + ".";
    String[] settings = Stream.concat(Stream.of("hub.poll.recovery=300ms", "hub.poll.results=1h", "spring.jmx.enabled=false",
        prefix + "host=" + sftp.host(), prefix + "port=" + sftp.port(), prefix + "username=" + connection, prefix + "password=sai",
        prefix + "known-hosts=" + sftp.knownHosts()), Stream.of(more)).toArray(String[]::new);
    return RunningHub.start(clock, database, welfare.guest(), sftp, folder.resolve("hub"),
        USERS.keySet().stream().filter(user -> !user.equals(connection)).toList(), settings);
  }

  private RunningHub start(Path disk, String... more) {
    String[] settings = Stream.concat(Stream.of("hub.poll.recovery=300ms", "hub.poll.results=1h", "spring.jmx.enabled=false")
        .filter(setting -> Stream.of(more).noneMatch(one -> one.startsWith(setting.substring(0, setting.indexOf('='))))),
        Stream.of(more)).toArray(String[]::new);
    return RunningHub.start(clock, database, welfare.guest(), sftp, disk, List.copyOf(USERS.keySet()), settings);
  }

  Path archive() {
    return folder.resolve("hub").resolve("archive");
  }

  Path broker() {
    return folder.resolve("hub").resolve("broker");
  }

  /** The next banking morning after ten. */
  void dayPasses() {
    clock.pass(Duration.ofDays(1));
  }

  /** A copy of the database as it is. */
  DatabaseAccess backup() {
    return databases.copyOf(database);
  }

  void restore(DatabaseAccess backup) {
    database = backup;
  }

  /** The province's database, by its owner. */
  JdbcTemplate province() {
    return new JdbcTemplate(welfare.owner().dataSource());
  }

  JdbcTemplate sql() {
    return new JdbcTemplate(database.dataSource());
  }

  /** The province knows the person, his entitlement and his account, for the hub reads them afresh before it sends. */
  private void known(String entitlement, String bin) {
    JdbcTemplate province = new JdbcTemplate(welfare.owner().dataSource());
    Date since = Date.valueOf("2026-01-01");
    province.update("insert into welfare.beneficiary (beneficiary_id, full_name, commune_code) values ('NGUOI-01', 'Đỗ Thị Ngọc Ánh',"
        + " '04792')" + " on conflict do nothing");
    province.update("insert into welfare.entitlement (entitlement_id, beneficiary_id, programme, benefit_code, payee_name, payee_relation,"
        + " valid_from) values (?, 'NGUOI-01', 'BTXH', 'X', 'Đỗ Thị Ngọc Ánh', 'SELF', ?) on conflict do nothing", entitlement, since);
    province.update("insert into welfare.payment_account (entitlement_id, bank_bin, account_no, account_name, source, registered_on)"
        + " values (?, ?, '2700201000001', 'DO THI NGOC ANH', 'REGISTERED', ?) on conflict do nothing", entitlement, bin, since);
  }

  /** A payroll that the hub has taken: its lines, each of a person of its own, go by account to the bank that the province pays through. */
  void taken(String payroll, String channel, int lines) {
    taken(payroll, channel, lines, "970405", FIRST_DAY.withDayOfMonth(1));
  }

  /** The same to accounts at the bank with that BIN, to be paid from that day. */
  void taken(String payroll, String channel, int lines, String bin, LocalDate payFrom) {
    JdbcTemplate jdbc = sql();
    Date first = Date.valueOf(FIRST_DAY.withDayOfMonth(1));
    Date until = Date.valueOf(payFrom.withDayOfMonth(25));
    jdbc.update("insert into payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from,"
            + " pay_until, item_count, total_vnd, state, taken_at, accepted_count, accepted_vnd, receipt_status,"
            + " retry_at) values (?, 'BTXH', 'UBND-X', '04792', ?, ?, ?, ?, ?, ?, ?, 'TAKEN', ?, ?, ?, 'TAKEN', '2100-01-01 00:00Z')",
        payroll, first, first, first, Date.valueOf(payFrom), until, lines, 500_000L * lines, Timestamp.from(clock.instant()), lines,
        500_000L * lines);
    for (int line = 1; line <= lines; line++) {
      known(payroll + "/" + line, bin);
      jdbc.update("""
          insert into payout (payroll_id, line_no, current_payroll_id, current_line_no, programme, commune_code, period, entitlement_id,
            beneficiary_id, kind, for_from, for_to, amount_vnd, state, channel, beneficiary_name, birth_year, circumstance, no_transfer,
            cash_place, payee_name, payee_relation, bank_bin, account_no, account_name, pay_from, pay_until, updated_at)
          values (?, ?, ?, ?, 'BTXH', '04792', ?, ?, 'NGUOI-01', 'REGULAR', ?, ?, 500000, 'OPEN', ?, 'Đỗ Thị Ngọc Ánh', 1941, 'NONE', false,
            'HOME', 'Đỗ Thị Ngọc Ánh', 'SELF', ?, '2700201000001', 'DO THI NGOC ANH', ?, ?, ?)""",
          payroll, line, payroll, line, first, payroll + "/" + line, first, Date.valueOf("2026-11-30"), channel, bin, Date.valueOf(payFrom),
          until, Timestamp.from(clock.instant()));
    }
    jdbc.update("update payroll set retry_at = null where payroll_id = ?", payroll);   // whole now: the recovery run may find it
  }

  /** The payrolls' payments may travel, and the next send time has come. */
  void areDue(String... payrolls) {
    await().atMost(Duration.ofMinutes(4)).until(() -> sql().queryForObject("select count(*) from payroll where state = 'RELEASED'"
        + " and payroll_id = any (?)", Integer.class, (Object) payrolls) == payrolls.length);
    dayPasses();
  }

  /** States of all batches in the order in which they were opened, cancelled ones left out. */
  List<String> batches() {
    return sql().queryForList("select state from batch where state <> 'CANCELLED' order by batch_id", String.class);
  }

  /** Whole files in a partner's folder, without the unfinished ones. */
  List<Path> received(String partner, String in) throws IOException {
    try (Stream<Path> files = Files.list(sftp.home(partner).resolve(in))) {
      return files.filter(file -> !file.getFileName().toString().endsWith(".part")).sorted().toList();
    }
  }

  @Override
  public void close() throws IOException {
    sftp.close();
  }
}
