package vn.chitra.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.OpenSsh;
import vn.chitra.hub.sim.mail.MailSandbox;

/**
 * The distribution, installed as a customer installs it: the archive unpacked and started by its script against an external PostgreSQL, an
 * external OpenSSH server and a mail server with STARTTLS and login, configured by environment variables alone, plays a month to zero.
 */
class DistributionIT {

  private static final Pattern SFTP = Pattern.compile("hub\\.sftp\\.([^.]+)\\..*");
  private static final Pattern FOLDER = Pattern.compile("(?m)^((?:in|out)-folder: )(/.*)$");
  private static final Pattern CONNECTION = Pattern.compile("(?m)^sftp: (\\S+)$");

  @TempDir
  private Path folder;

  @Test
  void aMonthByEnvironmentAloneAgainstOutsideServersEndsAtZero() throws Exception {
    assumeThat(InstalledHub.archive()).as("no distribution archive: ./mvnw package makes it").isPresent();
    assumeThat(OpenSsh.installed()).as(OpenSsh.missing()).isPresent();
    DemoOptions options = DemoOptions.of("--demo.once=true", "--demo.payouts=120", "--demo.communes=24", "--demo.seed=5",
        "--hub.data-dir=" + folder);
    try (DemoWorld world = DemoWorld.open(options); OpenSsh ssh = OpenSsh.in(folder.resolve("ssh"));
        MailSandbox mail = MailSandbox.open(folder.resolve("mail"))) {
      ssh.start();
      letIn(ssh, world.sftpRoot());
      DemoClock clock = DemoClock.open(DemoWorld.folder(options).resolve("clock"), BusinessDays.at(DemoWorld.START, 7, 0));
      Map<String, String> variables = variables(world, ssh, mail);
      try (InstalledHub hub = InstalledHub.start(InstalledHub.archive().get(), Files.createDirectory(folder.resolve("opt")),
          DemoWorld.folder(options), variables)) {
        hub.due();   // up
        world.hubListensAt("http://127.0.0.1:" + variables.get("HUB_CONSOLE_PORT"));
        play(hub, world, clock);
        JdbcTemplate books = new JdbcTemplate(world.hub().dataSource());
        assertThat(new BooksCheck(books, new JdbcTemplate(world.welfare().dataSource()), new JdbcTemplate(world.partners().dataSource()))
            .findings()).allSatisfy(finding -> assertThat(finding.wrong()).as(finding.claim()).isEmpty());
        assertThat(books.queryForObject("select count(*) from payout where state = 'PAID'", Long.class)).isPositive();
        everyBatchNamesItsConfiguration(books);
        everyCaseIsOfAKindThatNeedsAPerson(books);
        fewMailsComeAndEachBeginsWithItsTask(mail);
        assertThat(hub.log()).contains("version hub ", "version schema ", "file routes/payout-plan.camel.yaml ", "partner buu-dien ",
            "deadline 2026-11-24 ");
        nobodyStandsIn(hub.log(), new JdbcTemplate(world.welfare().dataSource()));
        assertThat(hub.classes()).containsPattern("(?m)vn\\.chitra\\.hub\\.payout\\.\\S+ source: shared objects file \\(top\\)$");
        assertThat(livenessOf(variables.get("HUB_CONSOLE_PORT"))).contains("UP");
        assertThat(hub.end()).isEqualTo(143);
      }
    }
  }

  /** What the operators' page lists for an ordinary month, with who must do what; none was over before a person could read its mail. */
  private static void everyCaseIsOfAKindThatNeedsAPerson(JdbcTemplate books) throws IOException {
    String page = Files.readString(Path.of("docs/operations/cases.md"));
    String ordinary = page.substring(page.indexOf("## Một tháng bình thường"));
    List<String> listed = Pattern.compile("(?m)^\\| ([A-Z_]+) \\|").matcher(ordinary).results().map(found -> found.group(1)).distinct()
        .toList();
    assertThat(books.queryForList("select distinct kind from case_record", String.class)).isNotEmpty().isSubsetOf(listed);
    assertThat(books.queryForList("select kind || ' ' || subject from case_record where closed_at < opened_at + interval '1 hour'",
        String.class)).isEmpty();
  }

  /** At most fifteen a month and role. */
  private static void fewMailsComeAndEachBeginsWithItsTask(MailSandbox mail) throws MessagingException, IOException {
    Map<String, List<String>> subjects = new TreeMap<>();
    for (MailSandbox.Delivery one : mail.deliveries()) {
      MimeMessage message = one.message();
      subjects.computeIfAbsent(one.to(), to -> new ArrayList<>()).add(message.getSubject());
      assertThat(message.getSubject()).matches("(Re: )?\\[Chi Trả\\] (\\d+ vụ( [\\p{Ll} ]+)?: )?\\p{L}.*");
      assertThat(plain(message)).as(message.getSubject()).startsWith("Việc cần làm: ").contains("https://chitra.tinh.example/");
    }
    assertThat(subjects).isNotEmpty().allSatisfy((to, mails) -> assertThat(mails).as(to).hasSizeLessThanOrEqualTo(15));
  }

  private static String plain(Part part) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart parts) {
      return plain(parts.getBodyPart(0));
    }
    return (String) part.getContent();
  }

  /** Every level of the hub's own log, over the whole month. */
  private static void nobodyStandsIn(String log, JdbcTemplate welfare) {
    PersonalWords people = new PersonalWords(welfare);
    assertThat(log).contains(" DEBUG ", "payroll BL-202612-");
    assertThat(people.values("SELECT account_no FROM welfare.payment_account")).hasSizeGreaterThan(50);
    assertThat(people.personalNumbersIn(log)).isEmpty();
    assertThat(people.accountNumbersIn(log)).isEmpty();
    assertThat(people.benefitCodesIn(log)).isEmpty();
    assertThat(people.namesIn(log)).isEmpty();
  }

  /** Clients come as a user of their own, who may do in the partners' folders what partners let the hub do. */
  private static void letIn(OpenSsh ssh, Path root) throws IOException {
    try (Stream<Path> below = Files.walk(root)) {
      for (Path one : below.filter(Files::isDirectory).toList()) {
        ssh.unlock(one);
      }
    }
  }

  private static void play(InstalledHub hub, DemoWorld world, DemoClock clock) throws InterruptedException {
    JdbcTemplate books = new JdbcTemplate(world.hub().dataSource());
    DailyLine silent = new DailyLine(books, new PrintStream(OutputStream.nullOutputStream()));
    Instant end = BusinessDays.at(DemoWorld.MONTH.atDay(21), 8, 0);
    assertThat(new DemoDriver(world, WokenHub.byItsOwnTimers(hub), clock, silent, Officers.none(), new CountDownLatch(1)).playUntil(end))
        .isTrue();
  }

  private static void everyBatchNamesItsConfiguration(JdbcTemplate books) {
    assertThat(books.queryForList("select configuration_sha256 from batch where seq is not null", String.class)).isNotEmpty()
        .containsOnly(books.queryForObject("select configuration_sha256 from configuration", String.class));
    assertThat(books.queryForObject("select files from configuration", String.class))
        .containsPattern("(?m)^[0-9a-f]{64}  mappings/channel-policy.yaml$")
        .containsPattern("(?m)^[0-9a-f]{64}  routes/results-out.camel.yaml$");
  }

  /** The demo's own settings, but for the SFTP servers, written as environment variables. */
  private Map<String, String> variables(DemoWorld world, OpenSsh ssh, MailSandbox mail) throws IOException {
    Map<String, String> settings = new TreeMap<>();
    for (String argument : world.settings()) {
      settings.put(argument.substring(2, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1));
    }
    for (String name : settings.keySet().toArray(String[]::new)) {
      Matcher sftp = SFTP.matcher(name);
      if (sftp.matches()) {
        settings.remove(name);
        String prefix = "hub.sftp." + sftp.group(1) + ".";
        settings.putAll(Map.of(prefix + "host", "127.0.0.1", prefix + "port", Integer.toString(ssh.port()), prefix + "username", ssh.user(),
            prefix + "private-key", ssh.privateKey().toString(), prefix + "known-hosts", ssh.knownHosts().toString()));
      }
    }
    settings.putAll(mail.settings());
    settings.put("hub.mail.console-url", "https://chitra.tinh.example");
    settings.putAll(Map.of("hub.mail.recipients.operator", "a@tinh.example,b@tinh.example", "hub.mail.recipients.accountant",
        "c@tinh.example", "hub.mail.recipients.engineer", "d@tinh.example"));
    settings.putAll(Map.of("hub.data-dir", folder.resolve("var").toString(), "hub.mappings", "file:" + mappings(world) + "/",
        "hub.logins.lan.password", "{bcrypt}$2a$10$0000000000000000000000000000000000000000000000000000", "hub.logins.lan.role", "viewer",
        "hub.console.port", Integer.toString(freePort()), "hub.console.address", "127.0.0.1", "hub.poll.recovery", "5s"));
    settings.put("logging.level.vn.chitra.hub", "TRACE");
    for (String poll : new String[] {"payrolls", "batches", "inbox", "results", "reconciliation", "alerts", "outbox"}) {
      settings.put("hub.poll." + poll, "200ms");
    }
    Map<String, String> variables = new TreeMap<>();
    settings.forEach((name, value) -> variables.put(variable(name), value));
    return variables;
  }

  /** {@code hub.sftp.buu-dien.known-hosts} → {@code HUB_SFTP_BUUDIEN_KNOWNHOSTS}; a list's {@code [0]} → {@code _0}. */
  private static String variable(String setting) {
    return setting.toUpperCase(Locale.ROOT).replaceAll("[-\\]]", "").replaceAll("[.\\[]", "_");
  }

  private static String livenessOf(String port) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/liveness")).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  /** The shipped mappings; only the folders are those of this server, where nobody is locked into a home of his own. */
  private Path mappings(DemoWorld world) throws IOException {
    Path shipped = Path.of("mappings");
    Path own = folder.resolve("mappings");
    try (Stream<Path> files = Files.walk(shipped)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = own.resolve(shipped.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    try (Stream<Path> profiles = Files.list(own.resolve("partners"))) {
      for (Path profile : profiles.toList()) {
        String text = Files.readString(profile);
        Matcher connection = CONNECTION.matcher(text);
        if (connection.find()) {
          Files.writeString(profile, FOLDER.matcher(text).replaceAll("$1" + world.sftpRoot().resolve(connection.group(1)) + "$2"));
        }
      }
    }
    return own;
  }
}
