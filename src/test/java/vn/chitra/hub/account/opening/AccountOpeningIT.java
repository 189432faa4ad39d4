package vn.chitra.hub.account.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.chitra.hub.running.RunningHub;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.SftpSandbox;

/** People without an account, from the candidates of a payroll to the welfare database, over SFTP and both databases. */
class AccountOpeningIT {

  /** Longer than a lost send keeps its lease (2 minutes) and a silent server its connection (1 minute). */
  private static final Duration SOON = Duration.ofMinutes(4);

  @TempDir
  private Path folder;

  private JdbcTemplate province;
  private JdbcTemplate jdbc;
  private Path bank;

  @Test
  void accountsAreRequestedOnceAndOpenedOnesReported() throws Exception {
    EmbeddedDatabases databases = EmbeddedDatabases.temporary();
    EmbeddedDatabases.Welfare welfare = databases.freshWelfare();
    province = template(welfare.owner());
    people();
    Map<String, String> users = connections();
    try (SftpSandbox sftp = SftpSandbox.open(folder.resolve("sftp"), users)) {
      for (String user : users.keySet()) {
        sftp.folders(user, List.of("in", "out"));
      }
      bank = sftp.home("agribank");
      Clock clock = Clock.fixed(Instant.parse("2026-12-01T03:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
      try (RunningHub hub = RunningHub.start(clock, databases.freshHub(), welfare.guest(), sftp, folder.resolve("hub"),
          List.copyOf(users.keySet()))) {
        jdbc = hub.bean(JdbcTemplate.class);
        candidates("QD-1", "QD-2", "QD-3", "QD-4", "QD-5", "QD-6");
        theFileNamesEachPersonOnce();
        theRepliesBecomeAccounts();
        whoComesLaterThatDayTravelsNextDay(hub);
        nothingIsRequestedTwice();
      }
    }
  }

  private void theFileNamesEachPersonOnce() throws IOException {
    Path file = bank.resolve("in/MTK_PTCTXH_20261201_000001.csv");
    await().atMost(SOON).until(() -> Files.exists(file));
    String self = RequestAccounts.requestId("QD-1", 1);
    String carer = RequestAccounts.requestId("QD-2", 1);
    assertThat(Files.readString(file)).isEqualTo("H|1|PTCTXH|1|2\n"
        + "M|1|" + self + "|Nguyễn Thị Đức|19480308|025148000001|Khu 3, phường Tân Hoà|04792|0912000111\n"
        + "M|2|" + carer + "|Đỗ Văn Hoà||025075000002||04792|\n"
        + "T|2\n");
  }

  private void theRepliesBecomeAccounts() throws IOException {
    String self = RequestAccounts.requestId("QD-1", 1);
    String carer = RequestAccounts.requestId("QD-2", 1);
    byte[] ours = Files.readAllBytes(bank.resolve("in/MTK_PTCTXH_20261201_000001.csv"));
    put("ACK_MTK_PTCTXH_20261201_000001.csv_01", "A|MTK_PTCTXH_20261201_000001.csv|" + Decisions.sha256Hex(ours) + "|ACCEPTED|00|\n");
    await().atMost(SOON).until(() -> "ACKNOWLEDGED".equals(text("select state from batch")));
    put("KQMTK_PTCTXH_20261201_000001_02.csv", "H|1|PTCTXH|1|2|Y\nR|" + carer + "|OPENED|2799000000002|DO VAN HOA|20261208|\nT|1\n");
    put("KQMTK_PTCTXH_20261201_000001_01.csv", "H|1|PTCTXH|1|1|N\nR|" + self + "|OPENED|2799000000001|NGUYEN THI DUC|20261203|\n"
        + "R|" + carer + "|WAITING||||\nR|YCLA|REFUSED||||GT\nT|3\n");
    await().atMost(SOON).until(() -> count("select count(*) from account_report where written") == 3);

    assertThat(province.queryForList("select concat_ws(' ', entitlement_id, bank_bin, account_no, account_name, opened_on, campaign_id)"
        + " from welfare.account_reported order by 1", String.class)).containsExactly(
        "QD-1 970405 2799000000001 NGUYEN THI DUC 2026-12-03 MTK-000001",
        "QD-2 970405 2799000000002 DO VAN HOA 2026-12-08 MTK-000001",
        "QD-6 970405 2799000000002 DO VAN HOA 2026-12-08 MTK-000001");
    assertThat(jdbc.queryForList("select kind from case_record where state = 'OPEN'", String.class)).containsExactly("LINE_UNKNOWN");
    assertThat(count("select count(*) from batch where answered")).isOne();
    put("KQMTK_PTCTXH_20261201_000001_03.csv", "H|1|PTCTXH|1|3|Y\nR|" + self + "|OPENED|2799000000009|NGUYEN THI DUC|20261209|\nT|1\n");
    await().atMost(SOON).until(() -> count("select count(*) from case_record where kind = 'STATUS_CONTRADICTS' and state = 'OPEN'") == 1);
    assertThat(count("select count(*) from account_report")).as("the first account stays").isEqualTo(3);
  }

  private void whoComesLaterThatDayTravelsNextDay(RunningHub hub) throws IOException {
    candidates("QD-10", "QD-7", "QD-8", "QD-9");
    assertThat(hub.bean(RequestAccounts.class).request()).as("one file a banking day").isZero();

    jdbc.update("update batch set built_at = built_at - interval '1 day'");

    Path file = bank.resolve("in/MTK_PTCTXH_20261201_000002.csv");
    await().atMost(SOON).until(() -> Files.exists(file));
    assertThat(Files.readString(file)).as("NFC, and no name that is none").isEqualTo("H|1|PTCTXH|2|2\n"
        + "M|1|" + RequestAccounts.requestId("QD-7", 1) + "|Nguyễn Thị Đức||025077000007||04792|\n"
        + "M|2|" + RequestAccounts.requestId("QD-9", 1)
        + "|Nguyễn Thị Đức||025148000009|Khu 3, phường Tân Hoà|04792|0912000111\nT|2\n");
    assertThat(jdbc.queryForList("select subject from case_record where kind = 'WORK_FAILING' and state = 'OPEN'", String.class))
        .as("a line that cannot be written keeps nobody waiting").containsExactly("entitlement:QD-10");
    assertThat(jdbc.queryForObject("select evidence from case_record where kind = 'APPLICANT_NAME_MALFORMED' and state = 'OPEN'"
        + " and subject = 'entitlement:QD-8'", String.class)).contains("QD-8", "họ tên").doesNotContain("Ng");
    jdbc.update("update batch set built_at = built_at - interval '1 day'");
  }

  private void nothingIsRequestedTwice() throws IOException {
    jdbc.update("update account_candidate set due_on = '-infinity'");
    await().atMost(SOON).until(() -> count("select count(*) from account_candidate where due_on = '-infinity'") == 0);
    assertThat(count("select count(*) from batch")).isEqualTo(2);
    assertThat(count("select count(*) from case_record where kind = 'APPLICANT_NAME_MALFORMED'")).as("one case").isOne();

    province.update("update welfare.entitlement set payee_name = 'Nguyễn Thị Đức' where entitlement_id = 'QD-8'");
    jdbc.update("update account_candidate set due_on = '-infinity'");
    await().atMost(SOON).until(() -> count("select count(*) from case_record where kind = 'APPLICANT_NAME_MALFORMED' and state = 'OPEN'")
        == 0);
    await().atMost(SOON).until(() -> count("select count(*) from batch") == 3);
  }

  private void people() {
    person("NH-1", "025148000001", "1948-03-08");
    entitlement("QD-1", "NH-1", "Nguyễn Thị Đức", null, "SELF");
    person("NH-2", null, "1939");
    entitlement("QD-2", "NH-2", "Đỗ Văn Hoà", "025075000002", "CARER");
    entitlement("QD-6", "NH-2", "Đỗ Văn Hoà", "025075000002", "CARER");
    entitlement("QD-7", "NH-2", Normalizer.normalize("Nguyễn  Thị Đức", Normalizer.Form.NFD), "025077000007", "CARER");
    entitlement("QD-8", "NH-2", "NguyÔn ThÞ §øc", "025078000008", "CARER");
    person("NH-9", "025148000009", "12/03/1948");
    entitlement("QD-9", "NH-9", "Nguyễn Thị Đức", null, "SELF");
    person("NH-10", "025148000010", "1948");
    province.update("update welfare.beneficiary set commune_code = '04|92' where beneficiary_id = 'NH-10'");
    entitlement("QD-10", "NH-10", "Nguyễn Thị Đức", null, "SELF");
    person("NH-3", "025218000003", "2018-01-01");
    entitlement("QD-3", "NH-3", "Nguyễn Thị Đức", null, "SELF");
    person("NH-4", "025150000004", "1950");
    entitlement("QD-4", "NH-4", "Nguyễn Thị Đức", null, "SELF");
    province.update("insert into welfare.payment_account (entitlement_id, bank_bin, account_no, account_name, source, registered_on)"
        + " values ('QD-4', '970405', '2700000001', 'NGUYEN THI DUC', 'REGISTERED', '2026-11-20')");
    person("NH-5", "025151000005", "1951");
    entitlement("QD-5", "NH-5", "Nguyễn Thị Đức", null, "SELF");
    province.update("update welfare.beneficiary set life_status = 'DECEASED', life_status_on = '2026-11-02' where beneficiary_id = 'NH-5'");
  }

  private void person(String id, String personalNo, String birthDate) {
    province.update("insert into welfare.beneficiary (beneficiary_id, personal_no, full_name, birth_date, sex, commune_code, address,"
        + " phone)"
        + " values (?, ?, 'Nguyễn Thị Đức', ?, 'F', '04792', 'Khu 3, phường Tân Hoà', '0912000111')", id, personalNo, birthDate);
  }

  private void entitlement(String id, String person, String payee, String payeeNo, String relation) {
    province.update("insert into welfare.entitlement (entitlement_id, beneficiary_id, programme, benefit_code, payee_name,"
        + " payee_personal_no, payee_relation, valid_from) values (?, ?, 'BTXH', 'X1', ?, ?, ?, '2020-01-01')", id, person, payee, payeeNo,
        relation);
  }

  private void candidates(String... entitlements) {
    jdbc.update("insert into account_candidate (entitlement_id, programme, commune_code, noted_at, payroll_id)"
        + " select id, 'BTXH', '04792', now(), 'BC-1' from unnest(?) as id", (Object) entitlements);
  }

  private void put(String name, String text) throws IOException {
    Path hidden = Files.writeString(bank.resolve("out/" + name + ".tmp"), text);
    Files.move(hidden, bank.resolve("out/" + name));
  }

  private int count(String sql) {
    return jdbc.queryForObject(sql, Integer.class);
  }

  private String text(String sql) {
    return jdbc.queryForObject(sql, String.class);
  }

  private static Map<String, String> connections() throws IOException {
    try (Stream<Path> profiles = Files.list(Path.of("mappings/partners"))) {
      return profiles.map(profile -> profile.getFileName().toString().replace(".yaml", ""))
          .collect(Collectors.toMap(id -> id, id -> "mat-khau-" + id, (a, b) -> a, TreeMap::new));
    }
  }

  private static JdbcTemplate template(DatabaseAccess access) {
    return new JdbcTemplate(new DriverManagerDataSource(access.url(), access.username(), access.password()));
  }
}
