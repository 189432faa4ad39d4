package vn.chitra.hub.config.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;
import vn.chitra.hub.ChiTraHub;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.ServerCertificate;
import vn.chitra.hub.sim.bank.PgpKeys;
import vn.chitra.hub.support.SettingNames;

class SettingsGateTests {

  private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILwyBSbZc3Vdxq7qCwbHVzZ5ZkHvL5VnQJ8gKqjQvQ0T";

  private static final List<PropertySource<?>> SHIPPED = shipped();

  private final Map<String, String> variables = new TreeMap<>();

  @TempDir
  private static Path keys;

  private static Path certificate;
  private static PgpKeys pgp;

  @TempDir
  private Path folder;

  @BeforeAll
  static void aServerHasACertificate() throws IOException, GeneralSecurityException, InterruptedException {
    certificate = ServerCertificate.open(keys, "mb", "api.example").pem();
    pgp = PgpKeys.in(keys.resolve("pgp"), "vietcombank");
  }

  @BeforeEach
  void everythingByEnvironmentAlone() throws IOException {
    Path pinned = Files.writeString(folder.resolve("known_hosts"), "[sftp.example]:2222 " + KEY + "\n");
    for (String database : List.of("DATABASE", "WELFARE")) {
      variables.put("HUB_" + database + "_URL", "jdbc:postgresql://db.example:5432/hub");
      variables.put("HUB_" + database + "_USERNAME", "hub");
      variables.put("HUB_" + database + "_PASSWORD", "bí mật");
    }
    for (String connection : connections()) {
      String prefix = "HUB_SFTP_" + SettingNames.bare(connection).toUpperCase() + "_";
      variables.putAll(Map.of(prefix + "HOST", "sftp.example", prefix + "PORT", "2222", prefix + "USERNAME", "hub",
          prefix + "PASSWORD", "x", prefix + "KNOWNHOSTS", pinned.toString()));
    }
    variables.putAll(Map.of("HUB_API_MB_BASEURL", "https://api.example/mb", "HUB_API_MB_CLIENTID", "hub", "HUB_API_MB_CLIENTSECRET", "x",
        "HUB_API_MB_SIGNINGSECRET", "y", "HUB_API_MB_TRUSTEDCERTIFICATES", certificate.toString()));
    PgpKeys.settings(keys.resolve("pgp"), AgreedPartner.all()).forEach(one -> variables.put(
        "HUB_" + one.substring(4, one.indexOf('=')).replace("-", "").replace('.', '_').toUpperCase(), one.substring(one.indexOf('=') + 1)));
    variables.putAll(Map.of("HUB_PGP_VIETCOMBANK_PRIVATEKEYS", pgp.hub() + ".secret.asc", "HUB_PGP_VIETCOMBANK_PASSPHRASE",
        PgpKeys.PASSPHRASE, "HUB_PGP_VIETCOMBANK_PARTNERKEYS", pgp.bank() + ".public.asc," + pgp.bank() + ".public.asc"));
    variables.putAll(Map.of("HUB_MAIL_HOST", "mail.example", "HUB_MAIL_FROM", "chi-tra@tinh.example",
        "HUB_MAIL_RECIPIENTS_OPERATOR", "a@tinh.example,b@tinh.example", "HUB_MAIL_RECIPIENTS_ACCOUNTANT", "c@tinh.example",
        "HUB_MAIL_RECIPIENTS_ENGINEER", "d@tinh.example",
        "HUB_LOGINS_LAN_PASSWORD", "{bcrypt}$2a$10$abc", "HUB_LOGINS_LAN_ROLE", "viewer"));
  }

  @Test
  void environmentVariablesAloneAreEnoughAlsoForNamesWithADash() {
    assertThat(connections()).contains("buu-dien");
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void namesEverythingThatIsMissingAtOnce() {
    variables.clear();
    assertThat(complaints()).extracting(line -> line.replaceFirst(":.*", "")).contains("hub.database.url", "hub.database.username",
        "hub.database.password", "hub.welfare.url", "hub.sftp.agribank.host", "hub.sftp.buu-dien.port", "hub.sftp.xa.known-hosts",
        "hub.sftp.xa.password", "hub.api.mb.base-url", "hub.api.mb.signing-secret",
        "hub.pgp.vietcombank.private-keys", "hub.pgp.vietcombank.passphrase",
        "hub.pgp.vietcombank.partner-keys", "hub.mail.host", "hub.mail.from", "hub.logins.<tên>.password");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "HUB_DATABASE_URL | jdbc:mysql://db/hub | hub.database.url: sai",
      "HUB_DATABASE_URL | jdbc:postgresql://db:nowhere/hub | hub.database.url: sai",
      "HUB_SFTP_XA_PORT | 65536 | hub.sftp.xa.port: sai",
      "HUB_SFTP_XA_PORT | 2223 | hub.sftp.xa.known-hosts: sai; tệp không ghim khoá nào",
      "HUB_SFTP_XA_HOST | other.example | hub.sftp.xa.known-hosts: sai; tệp không ghim khoá nào",
      "HUB_SFTP_XA_KNOWNHOSTS | /nowhere/known_hosts | hub.sftp.xa.known-hosts: sai",
      "HUB_SFTP_XA_PRIVATEKEY | /nowhere/key | hub.sftp.xa.private-key: sai",
      "HUB_API_MB_BASEURL | http://api.example | hub.api.mb.base-url: sai",
      "HUB_API_MB_ANSWERTIMEOUT | soon | hub.api.mb.answer-timeout: sai",
      "HUB_PGP_VIETCOMBANK_PARTNERKEYS | /nowhere/bank.asc | hub.pgp.vietcombank.partner-keys: sai",
      "HUB_PGP_VIETCOMBANK_PRIVATEKEYS | /nowhere/own.asc | hub.pgp.vietcombank.private-keys: sai",
      "HUB_PGP_VIETCOMBANK_PASSPHRASE | một mật khẩu sai | hub.pgp.vietcombank.passphrase: sai; không mở được khoá riêng",
      "HUB_MAIL_USERNAME | người-gửi | hub.mail: sai; cần hub.mail.username và hub.mail.password cùng nhau",
      "HUB_MAIL_PERHOUR | 3000000000 | hub.mail.per-hour: sai",
      "HUB_POLL_INBOX | soon | hub.poll.inbox: sai",
      "HUB_POLL_INBOX | PT0S | hub.poll.inbox: sai",
      "HUB_REPORT_DAYOFMONTH | 31 | hub.report.day-of-month: sai",
      "HUB_CONSOLE_PORT | 0 | hub.console.port: sai",
      "HUB_CONSOLE_ADDRESS | mọi nơi | hub.console.address: sai",
      "HUB_CONSOLE_ADDRESS | 10.0.0.256 | hub.console.address: sai",
      "HUB_CONSOLE_TRUSTEDPROXIES | 10.0.0.1,proxy.example | hub.console.trusted-proxies: sai",
      "HUB_MANAGEMENT_PORT | 70000 | hub.management.port: sai",
      "HUB_MANAGEMENT_PORT | 8080 | hub.management.port: sai; cần cổng khác",
      "HUB_MANAGEMENT_ADDRESS | mọi nơi | hub.management.address: sai",
      "HUB_OIDC_ROLESCLAIM | vai trò | hub.oidc.roles-claim: sai",
      "HUB_TRACES_ENDPOINT | collector:4318 | hub.traces.endpoint: sai",
      "HUB_REPORT_TIME | 25:00 | hub.report.time: sai",
      "HUB_MAIL_PORT | 0 | hub.mail.port: sai",
      "HUB_MAIL_STARTTLS | yes | hub.mail.starttls: sai",
      "HUB_MAIL_FROM | nobody | hub.mail.from: sai",
      "HUB_MAIL_RECIPIENTS_OPERATOR | a@x.example,nobody | hub.mail.recipients.operator: sai",
      "HUB_LOGINS_LAN_PASSWORD | plain | hub.logins.lan.password: sai",
      "HUB_LOGINS_LAN_ROLE | boss | hub.logins.lan.role: sai",
      "HUB_RELEASE_PAYROLLLIMITVND | 1.5 | hub.release.payroll-limit-vnd: sai"})
  void namesWhatCannotBeRightAndNeverItsValue(String variable, String value, String complaint) {
    variables.put(variable, value);
    assertThat(complaints()).singleElement().asString().startsWith(complaint).doesNotContain(value);
  }

  @ParameterizedTest
  @CsvSource({"HUB_POLL_INBOXES", "HUB_POLL_SWEEP", "HUB_SFTP_XA_PASWORD", "HUB_MAIL_FORM", "HUB_DATA", "HUB_LOGINS_LAN_ROLES"})
  void namesAVariableThatIsNoSettingAndNeverItsValue(String variable) {
    variables.put(variable, "bí mật");
    assertThat(complaints()).singleElement().asString().startsWith(variable + ": không có thiết lập này").doesNotContain("bí mật");
  }

  @Test
  void takesEveryNameThatSpringTakes() {
    variables.putAll(Map.of("HUB_DATA_DIR", folder.toString(), "HUB_SFTP_XA_KNOWN_HOSTS", folder.resolve("known_hosts").toString(),
        "HUB_MAIL_RECIPIENTS_ENGINEER_0", "e@tinh.example", "HUB_SERVICE_HOST", "10.0.0.1", "HUB_PORT_8080_TCP", "tcp://10.0.0.1:8080"));
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void namesFileAndLineOfWhatIsUnknownOrWrongInTheSettingsFile() throws IOException {
    Path file = settings("hub.yaml", "hub:\n  poll:\n    inbox: soon\n    inboxes: 30s\n  sftp:\n    xa:\n      pasword: bí mật\n");
    assertThat(complaints()).containsExactly(file + " dòng 4: hub.poll.inboxes: không có thiết lập này; xem tên đúng trong"
        + " docs/operations/configuration.md", file + " dòng 7: hub.sftp.xa.pasword: không có thiết lập này; xem tên đúng trong"
        + " docs/operations/configuration.md", file + " dòng 3: hub.poll.inbox: sai; cần khoảng thời gian, ví dụ 30s");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "hub:\\n  poll:\\n    inbox: 30s\\n   outbox: 1s\\n | 4: outbox",
      "hub.poll.inbox: 30s\\nhub.mail.host: a: b\\n | 2: hub.mail.host",
      "hub.mail.password: 'bí mật\\n | 2: hub.mail.password",
      "hub:\\n\\tmail:\\n | 2: mail",
      "hub.poll.inbox: 30s\\nhub.poll.inbox: 31s\\n | 2: hub.poll.inbox"})
  void namesFileLineAndKeyOfBrokenYaml(String text, String lineAndKey) throws IOException {
    Path file = settings("hub.yaml", text.replace("\\n", "\n").replace("\\t", "\t"));
    assertThat(complaints()).singleElement().asString().startsWith(file + " dòng " + lineAndKey + ": không phải YAML hợp lệ")
        .doesNotContain("bí mật");
  }

  @Test
  void aSettingsFileThatIsNoTextIsNamed() throws IOException {
    Path bytes = Files.write(folder.resolve("x.yaml"), new byte[] {'h', 'u', 'b', ':', ' ', (byte) 0xfe, (byte) 0xff, 0, 1});
    variables.put("HUB_SETTINGS", bytes.toString());
    assertThat(complaints()).singleElement().asString().contains("x.yaml").contains("UTF-8");
    Path properties = settings("hub.properties", "hub.mail.from=\\u00zz\n");
    assertThat(complaints()).singleElement().asString().contains(properties.toString()).contains(".properties");
    variables.put("HUB_SETTINGS", folder.toString());
    assertThat(complaints()).singleElement().asString().startsWith("hub.settings: tệp thiết lập không đọc được");
  }

  @ParameterizedTest
  @CsvSource({"/nowhere/chitra-hub/mappings/", "nowhere", "file:/nowhere/chitra-hub/mappings", "file:/nowhere/mappings/", "classpath:nowhere/", "''"})
  void namesMappingsThatAreNotWhereTheSettingSays(String location) {
    variables.put("HUB_MAPPINGS", location);
    assertThat(complaints()).singleElement().asString().startsWith("hub.mappings: sai; ").doesNotContain(" " + location + " ");
  }

  @ParameterizedTest
  @CsvSource({"mappings", "mappings/", "./mappings", "file:mappings", "classpath:mappings"})
  void takesAPlainPathOfAFolderOfMappings(String location) {
    variables.put("HUB_MAPPINGS", location);
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"{noop}mật-khẩu", "{MD5}0123", "{SHA-256}0123", "{ldap}{SSHA}x", "{sha256}0123"})
  void aPasswordThatIsNotHashedOrIsHashedWeaklyIsRefused(String password) {
    variables.put("HUB_LOGINS_LAN_PASSWORD", password);
    assertThat(complaints()).singleElement().asString().startsWith("hub.logins.lan.password: sai").doesNotContain(password);
    variables.put("HUB_PLAINPASSWORDS", "true");
    if (password.startsWith("{noop}")) {
      assertThatCode(this::check).doesNotThrowAnyException();
    } else {
      assertThat(complaints()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "HUB_CONSOLE_CERTIFICATE | /nowhere/hub.pem | hub.console.certificate: sai",
      "HUB_CONSOLE_CERTIFICATE | /nowhere/hub.pem | hub.console.private-key: sai; cần hub.console.certificate và",
      "HUB_CONSOLE_PRIVATEKEY | /nowhere/hub.key | hub.console.private-key: sai",
      "HUB_CONSOLE_PRIVATEKEY | /nowhere/hub.key | hub.console.certificate: sai; cần hub.console.certificate và",
      "HUB_OIDC_ISSUER | login.example | hub.oidc.issuer: sai",
      "HUB_OIDC_ISSUER | https://login.example | hub.oidc.client-id: thiếu",
      "HUB_OIDC_ISSUER | https://login.example | hub.oidc.client-secret: thiếu",
      "HUB_OIDC_ISSUER | https://login.example | hub.oidc.roles.operator: thiếu"})
  void namesWhatIsMissingBesideWhatIsGiven(String variable, String value, String complaint) {
    variables.put(variable, value);
    assertThat(complaints()).hasSizeGreaterThan(1).anyMatch(line -> line.startsWith(complaint)).noneMatch(line -> line.contains(value));
  }

  @Test
  void takesACertificateWithItsOwnKeyAndNoOther() throws Exception {
    ServerCertificate own = ServerCertificate.open(folder, "own", "hub.example");
    variables.put("HUB_CONSOLE_CERTIFICATE", own.pem().toString());
    variables.put("HUB_CONSOLE_PRIVATEKEY", own.key().toString());
    assertThat(checked().getProperty("server.ssl.bundle")).isEqualTo("console");

    variables.put("HUB_CONSOLE_PRIVATEKEY", ServerCertificate.open(folder, "other", "hub.example").key().toString());
    assertThat(complaints()).singleElement().asString().startsWith("hub.console.private-key: sai; không mở được");
    variables.put("HUB_CONSOLE_PRIVATEKEY", Files.writeString(folder.resolve("no.key"), "không phải khoá").toString());
    assertThat(complaints()).singleElement().asString().startsWith("hub.console.private-key: sai; không mở được");
  }

  @Test
  void onlyNamedProxiesAreBelieved() {
    assertThat(checked().getProperty("server.forward-headers-strategy")).isEqualTo("none");
    variables.put("HUB_CONSOLE_TRUSTEDPROXIES", "10.0.0.1, ::1");
    StandardEnvironment environment = checked();
    assertThat(environment.getProperty("server.forward-headers-strategy")).isEqualTo("native");
    assertThat("10.0.0.1").matches(environment.getProperty("server.tomcat.remoteip.internal-proxies"));
    assertThat("0:0:0:0:0:0:0:1").matches(environment.getProperty("server.tomcat.remoteip.internal-proxies"));
    assertThat("10.0.0.10").doesNotMatch(environment.getProperty("server.tomcat.remoteip.internal-proxies"));
    assertThat("1020.0.1").doesNotMatch(environment.getProperty("server.tomcat.remoteip.internal-proxies"));
  }

  @Test
  void aLoginServerStandsInForLogins() {
    variables.keySet().removeIf(name -> name.startsWith("HUB_LOGINS"));
    variables.putAll(Map.of("HUB_OIDC_ISSUER", "https://login.example/realms/tinh", "HUB_OIDC_CLIENTID", "hub", "HUB_OIDC_CLIENTSECRET", "x",
        "HUB_OIDC_ROLES_OPERATOR", "chitra-lam,chitra-kiem"));
    assertThatCode(this::check).doesNotThrowAnyException();
    variables.put("HUB_OIDC_ROLES_ADMIN", "chitra");
    assertThat(complaints()).singleElement().asString().startsWith("hub.oidc.roles.admin: sai");
  }

  @Test
  void aDataFolderThatCannotBeMadeIsNamed() throws IOException {
    variables.put("HUB_DATADIR", Files.writeString(folder.resolve("file"), "x").resolve("below").toString());
    assertThat(complaints()).singleElement().asString().startsWith("hub.data-dir: sai");
  }

  @Test
  void namesOwnRouteFilesThatAreNotThereOrBroken() throws IOException {
    for (String nothingThere : List.of("/nowhere/routes", "/nowhere/routes/*.camel.yaml", folder.toString(), "file:" + folder
        + "/*.camel.yaml")) {
      variables.put("HUB_ROUTES", nothingThere);
      assertThat(complaints()).as(nothingThere).singleElement().asString().startsWith("hub.routes: sai; không có tệp tuyến nào");
    }
    variables.put("HUB_ROUTES", "routes\0");
    assertThat(complaints()).singleElement().asString().startsWith("hub.routes: sai; cần đường dẫn");
    variables.put("HUB_ROUTES", folder.toString());
    Files.writeString(folder.resolve("own.camel.yaml"), "- route:\n    id: a\n   from: b\n");
    assertThat(complaints()).singleElement().asString().startsWith("hub.routes: own.camel.yaml dòng 3: không phải YAML hợp lệ");
    Files.writeString(folder.resolve("own.camel.yaml"), "route:\n");
    assertThat(complaints()).singleElement().asString().startsWith("hub.routes: own.camel.yaml dòng 1: phải là một danh sách");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "- route:\\n    id: a\\n    from:\\n      uri: direct:a\\n      steps:\\n        - lgo:\\n            message: x\\n | 6",
      "- route:\\n    id: a\\n    from:\\n      uri: direct:a\\n      steps:\\n        - log:\\n            mesage: x\\n | 7",
      "- ruote:\\n    id: a\\n | 1"})
  void namesFileAndLineOfAStepThatCamelDoesNotKnow(String text, int line) throws IOException {
    variables.put("HUB_ROUTES", "file:" + folder + "/*.camel.yaml");
    Files.writeString(folder.resolve("own.camel.yaml"), text.replace("\\n", "\n"));
    assertThat(complaints()).singleElement().asString().startsWith("hub.routes: own.camel.yaml dòng " + line + ": Camel không hiểu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "%s/", "%s/*.camel.yaml", "file:%s/*.camel.yaml",
      "%s/payout-plan.camel.yaml, classpath:routes/*.camel.yaml"})
  void takesOwnRouteFilesThatCamelUnderstandsByPathToo(String location) throws IOException {
    everyRouteFileInTheFolder();
    variables.put("HUB_ROUTES", location.formatted(folder));
    assertThatCode(this::check).doesNotThrowAnyException();
    String first = location.contains(",") ? "payout-plan.camel.yaml," : "*.camel.yaml";
    assertThat(checked().getProperty("camel.main.routes-include-pattern")).startsWith("file:" + folder + "/" + first);
  }

  /** Camel would start, and a part of the hub would stand still without a word. */
  @Test
  void namesTheRoutesThatAnOwnFolderLacks() throws IOException {
    everyRouteFileInTheFolder();
    Files.delete(folder.resolve("payout-plan.camel.yaml"));
    Files.delete(folder.resolve("outbound-file.camel.yaml"));
    variables.put("HUB_ROUTES", folder.toString());
    assertThat(complaints()).singleElement().asString().startsWith("hub.routes: thiếu ").contains("payout-plan-payroll",
        "outbound-file-bank", "outbound-file-post-office").doesNotContain("payout-release");

    variables.put("HUB_ROUTES", folder + ", " + Path.of("routes/payout-plan.camel.yaml").toAbsolutePath());
    assertThat(complaints()).singleElement().asString().contains("outbound-file-bank").doesNotContain("payout-plan-payroll");
  }

  /** A part of a file is no less silent than a file. */
  @Test
  void namesTheErrorHandlingThatAnOwnFileLacks() throws IOException {
    everyRouteFileInTheFolder();
    Path errors = folder.resolve("error-handling.camel.yaml");
    Files.writeString(errors, Files.readString(errors).replace("id: polled", "id: polled-2"));
    variables.put("HUB_ROUTES", folder.toString());
    assertThat(complaints()).singleElement().asString().startsWith("hub.routes: thiếu polled;");
  }

  private void everyRouteFileInTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void namesAFileOfOpenPgpKeysThatIsDamagedOrOfAnotherKind() throws IOException {
    Path secret = Path.of(pgp.hub() + ".secret.asc");
    byte[] whole = Files.readAllBytes(secret);
    Path damaged = Files.write(folder.resolve("khoa.asc"), Arrays.copyOf(whole, whole.length / 2));
    variables.put("HUB_PGP_VIETCOMBANK_PRIVATEKEYS", secret + "," + damaged);
    assertThat(complaints()).singleElement().asString().startsWith("hub.pgp.vietcombank.private-keys: sai; tệp khoa.asc hỏng");

    for (String content : List.of("", "key", "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nxxxx\n-----END PGP PUBLIC KEY BLOCK-----\n")) {
      Files.writeString(damaged, content);
      variables.put("HUB_PGP_VIETCOMBANK_PRIVATEKEYS", secret.toString());
      variables.put("HUB_PGP_VIETCOMBANK_PARTNERKEYS", damaged.toString());
      assertThat(complaints()).as(content).singleElement().asString().startsWith("hub.pgp.vietcombank.partner-keys: sai; tệp khoa.asc");
    }
    variables.put("HUB_PGP_VIETCOMBANK_PARTNERKEYS", pgp.bank() + ".public.asc");
    variables.put("HUB_PGP_VIETCOMBANK_PRIVATEKEYS", pgp.bank() + ".public.asc");
    assertThat(complaints()).as("a public key").singleElement().asString().startsWith("hub.pgp.vietcombank.private-keys: sai; tệp ");
  }

  @Test
  void namesAPassphraseThatDoesNotOpenTheKeyAndNeverItsValue() {
    variables.put("HUB_PGP_VIETCOMBANK_PASSPHRASE", "mật khẩu khác");
    assertThat(complaints()).singleElement().asString().startsWith("hub.pgp.vietcombank.passphrase: sai; ").doesNotContain("khẩu khác");
  }

  private Path settings(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    variables.put("HUB_SETTINGS", file.toString());
    return file;
  }

  @Test
  void aDashWrittenAsAnUnderscoreIsNotifiedHowItIsWritten() {
    variables.put("HUB_SFTP_BUU_DIEN_HOST", "sftp.example");
    assertThat(complaints()).singleElement().asString().startsWith("HUB_SFTP_BUU_DIEN_HOST: sai tên; cần HUB_SFTP_BUUDIEN_HOST");
  }

  @Test
  void aFileOfCertificatesWithoutOneIsNamed() throws IOException {
    variables.put("HUB_API_MB_TRUSTEDCERTIFICATES", Files.writeString(folder.resolve("empty.pem"), "no certificate").toString());
    assertThat(complaints()).singleElement().asString().startsWith("hub.api.mb.trusted-certificates: sai");
  }

  @Test
  void goesWithoutMailAndLoginsOnlyWhenASettingAllowsIt() {
    variables.keySet().removeIf(name -> name.startsWith("HUB_MAIL") || name.startsWith("HUB_LOGINS"));
    assertThat(complaints()).hasSize(3);
    variables.putAll(Map.of("HUB_WITHOUTMAIL", "true", "HUB_WITHOUTLOGINS", "true"));
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void everyRoleHasAReader() {
    variables.remove("HUB_MAIL_RECIPIENTS_ENGINEER");
    assertThat(complaints()).singleElement().asString().startsWith("hub.mail.recipients.engineer: thiếu");
  }

  private List<String> complaints() {
    return catchThrowableOfType(SettingsIncomplete.class, this::check).complaints();
  }

  private void check() {
    checked();
  }

  /** The environment with which the hub would start. */
  private StandardEnvironment checked() {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
        new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.copyOf(variables)));
    SHIPPED.forEach(environment.getPropertySources()::addLast);
    ConfigurationPropertySources.attach(environment);
    new SettingsGate().postProcessEnvironment(environment, new SpringApplication(ChiTraHub.class));
    return environment;
  }

  private static List<PropertySource<?>> shipped() {
    try {
      return new YamlPropertySourceLoader().load("class path resource [application.yaml]",
          new FileSystemResource("src/main/resources/application.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> connections() {
    try {
      return Mappings.load("classpath:mappings/", Vocabulary.of(ReportedState.class, CaseKind.class)).partners().all().stream()
          .map(PartnerProfile::sftp).filter(name -> !name.isEmpty()).distinct().toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
