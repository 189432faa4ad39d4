package vn.chitra.hub.config.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.ServerCertificate;
import vn.chitra.hub.sim.SftpSandbox;
import vn.chitra.hub.sim.bank.PgpKeys;
import vn.chitra.hub.sim.mail.MailSandbox;

/** The command that looks at everything the hub needs, against real servers. */
class CheckCommandIT {

  private static final String ROWS = "select string_agg(md5(query_to_xml(format('select * from %I.%I', schemaname, tablename), true, false, '')"
      + "::text), ' ' order by schemaname, tablename) from pg_tables where schemaname in ('public', 'welfare')";

  @TempDir
  private static Path shared;

  private static EmbeddedDatabases databases;
  private static EmbeddedDatabases.Welfare welfare;
  private static DatabaseAccess hub;
  private static SftpSandbox sftp;
  private static MailSandbox mail;
  private static SSLServerSocket api;
  private static Path certificate;

  private final Map<String, String> settings = new TreeMap<>();
  private Clock clock = Clock.systemUTC();
  private int status;

  @TempDir
  private Path data;

  @BeforeAll
  static void aProvinceItsPartnersAndAnEmptySchema() throws Exception {
    databases = EmbeddedDatabases.temporary();
    welfare = databases.freshWelfare();
    hub = databases.freshHub();
    Flyway.configure().dataSource(hub.dataSource()).load().migrate();
    sftp = SftpSandbox.open(shared.resolve("sftp"), AgreedPartner.passwords());
    Mappings mappings = Mappings.load("classpath:mappings/", Vocabulary.of(ReportedState.class, CaseKind.class));
    for (PartnerProfile partner : mappings.partners().all()) {
      if (partner.kind() != PartnerKind.BANK_API) {
        for (String folder : mappings.places().folders(partner.kind())) {
          sftp.folders(partner.sftp(), List.of(relative(partner.inFolder(), folder), relative(partner.outFolder(), folder)));
        }
      }
    }
    mail = MailSandbox.open(shared.resolve("mail"));
    anApi();
  }

  private static String relative(String path, String folder) {
    return path.replace("{folder}", folder).replaceFirst("^/", "");
  }

  /** A server that only shows its certificate. */
  private static void anApi() throws Exception {
    ServerCertificate server = ServerCertificate.open(shared.resolve("api"), "mb", "localhost");
    certificate = server.pem();
    api = (SSLServerSocket) server.tls().getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    shakesHands(api);
  }

  @AfterAll
  static void closed() throws IOException {
    api.close();
    mail.close();
    sftp.close();
  }

  @BeforeEach
  void everythingIsRight() throws IOException {
    settings.putAll(Map.of("hub.data-dir", Files.createDirectory(data.resolve("hub")).toString(), "server.port", "0", "hub.console.address",
        "127.0.0.1", "hub.disk.warn-below", "1MB", "hub.disk.min-free", "1MB"));
    database("hub.database.", hub);
    database("hub.welfare.", welfare.guest());
    AgreedPartner.passwords().forEach((connection, password) -> settings.putAll(Map.of("hub.sftp." + connection + ".host", sftp.host(),
        "hub.sftp." + connection + ".port", Integer.toString(sftp.port()), "hub.sftp." + connection + ".username", connection,
        "hub.sftp." + connection + ".password", password, "hub.sftp." + connection + ".known-hosts", sftp.knownHosts().toString())));
    AgreedPartner.apis().forEach(name -> settings.putAll(Map.of("hub.api." + name + ".base-url", "https://localhost:" + api.getLocalPort(),
        "hub.api." + name + ".client-id", "hub", "hub.api." + name + ".client-secret", "bí mật", "hub.api." + name + ".signing-secret", "x",
        "hub.api." + name + ".trusted-certificates", certificate.toString())));
    PgpKeys.settings(shared.resolve("keys"), AgreedPartner.all()).forEach(one -> settings.put(one.substring(0, one.indexOf('=')),
        one.substring(one.indexOf('=') + 1)));
    settings.putAll(mail.settings());
    settings.putAll(Map.of("hub.mail.recipients.operator", "a@tinh.example", "hub.mail.recipients.accountant", "b@tinh.example",
        "hub.mail.recipients.engineer", "c@tinh.example", "hub.logins.lan.password", "{bcrypt}$2a$10$abc", "hub.logins.lan.role", "viewer"));
    JdbcTemplate owner = new JdbcTemplate(welfare.owner().dataSource());
    owner.execute("grant select on all tables in schema welfare to hub_guest");
    owner.execute("grant insert, update on welfare.payout_result to hub_guest");
  }

  private void database(String prefix, DatabaseAccess access) {
    settings.putAll(Map.of(prefix + "url", access.url(), prefix + "username", access.username(), prefix + "password", access.password()));
  }

  @Test
  void saysOfEverythingThatItIsRightAndChangesNothing() throws IOException {
    Map<String, Long> files = files();
    String rows = rows();

    assertThat(checked()).noneMatch(line -> line.startsWith("SAI")).anyMatch(right("thiết lập: mọi thiết lập"))
        .anyMatch(right("ánh xạ: ")).anyMatch(right("cơ sở dữ liệu của hub: nối được, PostgreSQL")).anyMatch(right("lược đồ của hub: phiên bản"))
        .anyMatch(right("cổng gửi: mở")).anyMatch(right("cơ sở dữ liệu trợ cấp: nối được, đủ quyền")).anyMatch(right("đồng hồ: "))
        .anyMatch(right("ổ đĩa: ")).anyMatch(right("thư mục dữ liệu: ")).anyMatch(right("hàng đợi: ")).anyMatch(right("cổng bảng điều khiển: "))
        .anyMatch(right("SFTP agribank: ")).anyMatch(right("SFTP xa: ")).anyMatch(right("API mb: ")).anyMatch(right("thư: localhost"))
        .last().asString().endsWith("0 điều sai.");
    assertThat(status).isZero();

    assertThat(files()).isEqualTo(files);
    assertThat(rows()).isEqualTo(rows);
    assertThat(mail.deliveries()).isEmpty();
    assertThat(sftp.breaches()).isEmpty();
  }

  @Test
  void anEmptyDatabaseStaysEmptyAndAMissingFolderMissing() {
    DatabaseAccess empty = databases.freshHub();
    database("hub.database.", empty);
    settings.put("hub.data-dir", data.resolve("not-yet").toString());

    assertThat(checked()).anyMatch(right("lược đồ của hub: trống")).anyMatch(right("thư mục dữ liệu: "));
    assertThat(status).isZero();
    assertThat(new JdbcTemplate(empty.dataSource()).queryForList("select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace"
        + " where n.nspname = 'public'")).isEmpty();
    assertThat(data.resolve("not-yet")).doesNotExist();
  }

  @Test
  void mailsWithoutLinksAreWorthANote() {
    String note = "LƯU Ý  thư: hub.mail.console-url chưa đặt: thư không dẫn tới trang nào của bảng điều khiển";
    assertThat(checked()).contains(note);
    assertThat(status).isZero();

    settings.put("hub.mail.console-url", "https://chitra.tinh.example");
    assertThat(checked()).doesNotContain(note);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "hub.database.username | ai-do | cơ sở dữ liệu của hub: máy chủ từ chối",
      "hub.welfare.username | hub | cơ sở dữ liệu trợ cấp: tài khoản của hub thiếu quyền ",
      "hub.database.url | jdbc:postgresql://localhost:9/hub | cơ sở dữ liệu của hub: không nối được",
      "hub.sftp.xa.password | một-mật-khẩu-sai | SFTP xa: máy chủ từ chối tên đăng nhập",
      "hub.api.mb.base-url | https://localhost:9 | API mb: không nối được",
      "hub.mail.password | một-mật-khẩu-sai | thư: localhost:",
      "hub.disk.min-free | 900000TB | ổ đĩa: ",
      "hub.poll.inboxes | 30s | thiết lập: hub.poll.inboxes: không có thiết lập này",
      "hub.pgp.vietcombank.passphrase | một-mật-khẩu-sai | thiết lập: hub.pgp.vietcombank.passphrase: sai",
      "hub.console.address | 203.0.113.7 | cổng bảng điều khiển: "})
  void namesTheOneThingThatIsWrongAndNeverItsValue(String name, String value, String words) {
    settings.put(name, value);
    settings.computeIfPresent("server.address", (address, given) -> value);

    assertThat(checked()).filteredOn(line -> line.startsWith("SAI")).isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("SAI    " + words).doesNotContain("một-mật-khẩu-sai", "ai-do"));
    assertThat(status).isEqualTo(78);
  }

  @Test
  void namesEveryMissingRightInTheWelfareDatabase() {
    JdbcTemplate owner = new JdbcTemplate(welfare.owner().dataSource());
    owner.execute("revoke select on welfare.payment_account from hub_guest");
    owner.execute("revoke update on welfare.payout_result from hub_guest");

    assertThat(wrong()).containsExactlyInAnyOrder("SAI    cơ sở dữ liệu trợ cấp: tài khoản của hub thiếu quyền SELECT welfare.payment_account",
        "SAI    cơ sở dữ liệu trợ cấp: tài khoản của hub thiếu quyền UPDATE welfare.payout_result");
  }

  @Test
  void namesAnotherHostKeyAMissingFolderAndAnotherCertificate() throws Exception {
    Path other = Files.writeString(data.resolve("known_hosts"), "[" + sftp.host() + "]:" + sftp.port()
        + " ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILwyBSbZc3Vdxq7qCwbHVzZ5ZkHvL5VnQJ8gKqjQvQ0T\n");
    settings.put("hub.sftp.agribank.known-hosts", other.toString());
    settings.put("hub.api.mb.trusted-certificates", ServerCertificate.open(data.resolve("other"), "other", "localhost").pem().toString());
    Path folder = sftp.home("bidv").resolve("in");
    Files.delete(folder);
    try {
      assertThat(wrong()).satisfiesExactly(
          one -> assertThat(one).startsWith("SAI    SFTP agribank: máy chủ đưa ra khoá máy chủ khác khoá đã ghim"),
          one -> assertThat(one).startsWith("SAI    SFTP bidv: ").endsWith("/in"),
          one -> assertThat(one).startsWith("SAI    API mb: chứng thư của máy chủ không phải"));
    } finally {
      Files.createDirectory(folder);
    }
    assertThat(other).hasContent(Files.readString(other));
  }

  @Test
  void looksAtTheHubsOwnCertificateAndItsOtherPort() throws Exception {
    ServerCertificate own = ServerCertificate.open(data.resolve("tls"), "hub", "localhost");
    settings.put("hub.console.certificate", own.pem().toString());
    settings.put("hub.console.private-key", own.key().toString());
    try (SSLServerSocket hubAtWork = (SSLServerSocket) own.tls().getServerSocketFactory().createServerSocket(0, 5,
        InetAddress.getLoopbackAddress()); ServerSocket another = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      shakesHands(hubAtWork);
      settings.put("server.port", Integer.toString(hubAtWork.getLocalPort()));
      settings.put("server.address", "127.0.0.1");
      assertThat(checked()).noneMatch(line -> line.startsWith("SAI")).anyMatch(right("chứng thư của bảng điều khiển: còn hạn tới"))
          .anyMatch(line -> line.startsWith("ĐÚNG   cổng bảng điều khiển: ") && line.endsWith("hub đang chạy ở đó"));

      settings.put("hub.management.port", Integer.toString(another.getLocalPort()));
      assertThat(wrong()).singleElement().asString().startsWith("SAI    cổng sức khoẻ và số đo: ");
    }
    settings.remove("hub.management.port");
    clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(3651));
    assertThat(wrong()).anyMatch(line -> line.startsWith("SAI    chứng thư của bảng điều khiển: đã hết hạn"));
  }

  private static void shakesHands(SSLServerSocket server) {
    Thread listener = new Thread(() -> {
      while (!server.isClosed()) {
        try (Socket caller = server.accept()) {
          ((SSLSocket) caller).startHandshake();
        } catch (IOException gone) {
          assertThat(gone).isInstanceOfAny(SSLException.class, IOException.class);   // the caller trusted it not, or the test is over
        }
      }
    });
    listener.setDaemon(true);
    listener.start();
  }

  @Test
  void looksAtTheLoginServerAndLogsNobodyIn() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
    AtomicReference<String> claimed = new AtomicReference<>(issuer);
    server.createContext("/.well-known/openid-configuration", call -> {
      byte[] body = ("{\"issuer\":\"" + claimed.get() + "\"}").getBytes(StandardCharsets.UTF_8);
      call.sendResponseHeaders(200, body.length);
      call.getResponseBody().write(body);
      call.close();
    });
    server.start();
    settings.putAll(Map.of("hub.oidc.issuer", issuer, "hub.oidc.client-id", "hub", "hub.oidc.client-secret", "x", "hub.oidc.roles.viewer",
        "xem"));
    assertThat(checked()).anyMatch(right("máy chủ đăng nhập: "));
    claimed.set("http://login.example");
    assertThat(wrong()).singleElement().asString().startsWith("SAI    máy chủ đăng nhập: ");
    server.stop(0);
    assertThat(checked()).noneMatch(line -> line.startsWith("SAI")).anyMatch(line -> line.startsWith("LƯU Ý  máy chủ đăng nhập: "));
  }

  @Test
  void namesAPrivateKeyThatCannotBeReadAsWhatItIs() {
    settings.put("hub.sftp.xa.private-key", data.resolve("no-key").toString());
    assertThat(wrong()).satisfiesExactly(
        one -> assertThat(one).startsWith("SAI    thiết lập: hub.sftp.xa.private-key: sai"),
        one -> assertThat(one).startsWith("SAI    SFTP xa: máy chủ không được thử: tệp khoá riêng của ta không mở được"));
  }

  @Test
  void comparesTheClocks() {
    clock = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-3));

    assertThat(wrong()).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("SAI    đồng hồ: máy này và máy chủ").contains(" 1"));
  }

  @Test
  void namesFileLineAndKeyOfAWrongMappingFileAndAMissingOne() throws IOException {
    Path own = data.resolve("mappings");
    try (Stream<Path> shipped = Files.walk(Path.of("mappings"))) {
      for (Path file : shipped.filter(Files::isRegularFile).toList()) {
        Path copy = own.resolve(Path.of("mappings").relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    settings.put("hub.mappings", new FileSystemResource(own + "/").getURI().toString());
    Files.delete(own.resolve("alerts.yaml"));
    Files.writeString(own.resolve("headings/commune-answer.yaml"), "columns: 3\n");
    assertThat(wrong()).hasSize(2).anyMatch(line -> line.contains("alerts.yaml")).anyMatch(line -> line.contains("headings/commune-answer.yaml"));

    Files.writeString(own.resolve("places.csv"), "xã\n");
    assertThat(wrong()).anyMatch(line -> line.startsWith("SAI    ánh xạ: places.csv"));
    assertThat(status).isEqualTo(78);
  }

  @Test
  void aSettingsFileIsReadAsByTheHubAndItsModeLookedAt() throws IOException {
    Path file = data.resolve("hub.yaml");
    List<String> lines = new ArrayList<>();
    settings.forEach((name, value) -> lines.add(name + ": '" + value + "'"));
    Files.write(file, lines);
    settings.clear();
    settings.put("hub.settings", file.toString());

    assertThat(checked()).anyMatch(line -> line.startsWith("LƯU Ý  tệp thiết lập: " + file));
    assertThat(status).isZero();
    Files.writeString(file, "hub.data-dir: [\n");
    assertThat(checked()).hasSize(3).anyMatch(line -> line.startsWith("SAI    thiết lập: ") && line.contains("YAML"));
    assertThat(status).isEqualTo(78);
  }

  @Test
  void aWordThatIsNoCommandStartsNothing() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    assertThat(Commands.isIn(new String[] {"chek"})).isTrue();
    assertThat(Commands.isIn(new String[] {"--hub.data-dir=x"})).isFalse();
    assertThat(Commands.run(new String[] {"chek"}, new PrintStream(printed, true, StandardCharsets.UTF_8), clock)).isEqualTo(64);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("chek", "chitra-hub check");
  }

  private List<String> wrong() {
    return checked().stream().filter(line -> line.startsWith("SAI")).toList();
  }

  private List<String> checked() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    String[] arguments = Stream.concat(Stream.of("check"), settings.entrySet().stream().map(one -> "--" + one.getKey() + "=" + one.getValue()))
        .toArray(String[]::new);
    status = Commands.run(arguments, new PrintStream(printed, true, StandardCharsets.UTF_8), clock);
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static Predicate<String> right(String words) {
    return line -> line.startsWith("ĐÚNG   " + words);
  }

  private static String rows() {
    return new JdbcTemplate(hub.dataSource()).queryForObject(ROWS, String.class)
        + new JdbcTemplate(welfare.owner().dataSource()).queryForObject(ROWS, String.class);
  }

  /** Every file and folder of this test with its time of change. */
  private Map<String, Long> files() throws IOException {
    Map<String, Long> files = new TreeMap<>();
    for (Path root : List.of(data, shared)) {
      try (Stream<Path> all = Files.walk(root)) {
        for (Path one : all.toList()) {
          files.put(one.toString(), Files.getLastModifiedTime(one).toMillis());
        }
      }
    }
    return files;
  }
}
