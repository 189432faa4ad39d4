package vn.chitra.hub.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.repair.HubRows;
import vn.chitra.hub.running.RunningHub;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.SftpSandbox;
import vn.chitra.hub.support.Zone;

/**
 * The edge of a hub behind a trusted proxy, with a port of its own for health and metrics, and traces sent to a collector: what strangers
 * can and cannot do by HTTP.
 */
class EdgeIT {

  private static final String POLICY = "Content-Security-Policy";
  private static final String STRANGER = "203.0.113.66";
  private static final int MANY = 120;

  @TempDir
  private static Path data;

  private static final List<byte[]> SPANS = Collections.synchronizedList(new ArrayList<>());
  private static HttpServer collector;
  private static SftpSandbox sftp;
  private static RunningHub hub;
  private static int port;
  private static int management;
  private static JdbcTemplate jdbc;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void aHubBehindAProxy() throws Exception {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext("/v1/traces", call -> {
      SPANS.add(call.getRequestBody().readAllBytes());
      call.sendResponseHeaders(200, -1);
      call.close();
    });
    collector.start();
    management = freePort();
    Map<String, String> users = AgreedPartner.passwords();
    sftp = SftpSandbox.open(data.resolve("sftp"), users);
    EmbeddedDatabases databases = EmbeddedDatabases.temporary();
    EmbeddedDatabases.Welfare welfare = databases.freshWelfare();
    HubRows.atTheProvince(new JdbcTemplate(welfare.owner().dataSource()), 2);
    hub = RunningHub.start(Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), Zone.VIETNAM), databases.freshHub(), welfare.guest(), sftp,
        data.resolve("hub"), List.copyOf(users.keySet()), "hub.logins.an.password={noop}mật-khẩu-an", "hub.logins.an.role=viewer",
        "hub.logins.huong.password={noop}mật-khẩu-huong", "hub.logins.huong.role=operator",
        "hub.console.trusted-proxies=127.0.0.1,::1", "hub.management.port=" + management,
        "hub.traces.endpoint=http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces");
    port = hub.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
    jdbc = hub.bean(JdbcTemplate.class);
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
    sftp.close();
    collector.stop(0);
  }

  @Test
  void theProxysWordMakesCookiesSecureAndSendsHsts() throws Exception {
    HttpResponse<String> secure = get(port, "/login", "X-Forwarded-Proto", "https", "X-Forwarded-For", STRANGER);
    assertThat(secure.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie).contains("; Secure"));
    assertThat(secure.headers().firstValue("Strict-Transport-Security")).isPresent();

    HttpResponse<String> plain = get(port, "/login");
    assertThat(plain.headers().allValues("Set-Cookie")).isNotEmpty().noneSatisfy(cookie -> assertThat(cookie).contains("; Secure"));
    assertThat(plain.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void whoGuessesLocksOutOnlyHisOwnAddress() throws Exception {
    for (int n = 0; n < 5; n++) {
      assertThat(withLogin("huong", "đoán-" + n, STRANGER).statusCode()).isEqualTo(401);
    }
    assertThat(withLogin("huong", "mật-khẩu-huong", STRANGER).statusCode()).isEqualTo(401);
    assertThat(withLogin("huong", "mật-khẩu-huong", "10.1.2.3").statusCode()).isEqualTo(200);
  }

  @Test
  void anAddressThatTheCallerInventedBeforeTheProxysIsNotBelieved() throws Exception {
    for (int n = 0; n < 5; n++) {
      assertThat(withLogin("an", "đoán-" + n, "198.51.100." + n + ", 203.0.113.67").statusCode()).isEqualTo(401);
    }
    assertThat(withLogin("an", "mật-khẩu-an", "198.51.100.9, 203.0.113.67").statusCode()).isEqualTo(401);
  }

  @Test
  void aFailedLoginStandsInTheAuditTrailAndAnUnknownNameDoesNot() throws Exception {
    withLogin("an", "đoán", "203.0.113.68");
    withLogin("một-mật-khẩu-gõ-nhầm-ô", "x", "203.0.113.69");
    assertThat(jdbc.queryForList("select subject || ' ' || detail from audit_event where action = 'LOGIN_FAILED'"
        + " and detail ~ '203.0.113.6[89]' order by audit_id", String.class))
        .containsExactly("login:an từ 203.0.113.68", "login:? từ 203.0.113.69");
    assertThat(jdbc.queryForObject("select count(*) from audit_event where subject like '%gõ-nhầm%'", Long.class)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"/login, 200", "/nowhere, 401", "/a;b=c, 400", "/a//b, 400", "/console.css, 200", "/actuator/health/liveness, 200"})
  void everyReplyHasThePolicy(String path, int status) throws Exception {
    HttpResponse<String> reply = get(port, path);
    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(reply.headers().allValues(POLICY)).singleElement().asString().startsWith("default-src 'none'");
    assertThat(reply.body()).doesNotContain("Tomcat", "Exception");
  }

  @Test
  void aPageThatIsNotThereHasThePolicyForWhoIsLoggedInToo() throws Exception {
    HttpResponse<String> reply = withLogin("/nowhere", "an", "mật-khẩu-an", "10.1.2.4");
    assertThat(reply.statusCode()).isEqualTo(404);
    assertThat(reply.headers().allValues(POLICY)).singleElement().asString().startsWith("default-src 'none'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/hawtio/", "/actuator/hawtio/jmx", "/artemis/", "/artemis/artemis/artemisQueues"})
  void thePagesOfTheOtherConsolesRunNoForeignScriptAndLeadBack(String path) throws Exception {
    HttpResponse<String> reply = withLogin(path, "an", "mật-khẩu-an", "10.1.2.5");
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.headers().allValues(POLICY)).first().asString().contains("script-src 'self';", "object-src 'none'",
        "base-uri 'self'", "frame-ancestors 'self'");
    assertThat(reply.body()).contains("<nav id=\"chitra-hub\"", "<a href=\"/\">← Bảng điều khiển Chi Trả Hub</a>", "/way-back.css",
        path.startsWith("/artemis") ? "<base href=\"/artemis/\"/>" : "/actuator/hawtio/");
    assertThat(reply.body()).doesNotContain("base href=\"/hawtio/\"");
    assertThat(withLogin("/way-back.css", "an", "mật-khẩu-an", "10.1.2.5").body()).contains("@media print");
  }

  @Test
  void aRequestThatIsNoHttpGetsNoPageWithoutThePolicy() throws Exception {
    for (String line : List.of("GET /\u0001 HTTP/1.1", "GET /%zz HTTP/1.1", "GET /[ HTTP/1.1", "rubbish")) {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write((line + "\r\nHost: hub\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(reply).as(line).startsWith("HTTP/1.1 400").doesNotContain("Tomcat", "Exception");
        assertThat(reply.contains("<html") && !reply.contains(POLICY)).as(line).isFalse();
      }
    }
  }

  @Test
  void slowSendersOfOneAddressLeaveThreadsForTheProbeAndTheBanks() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int n = 0; n < MANY; n++) {
        slow.add(slow("/login", "203.0.113.70"));
      }
      await().atMost(Duration.ofSeconds(20)).until(() -> slow.stream().filter(EdgeIT::isClosed).count() >= MANY - 20);
      assertThat(get(port, "/actuator/health/liveness", "X-Forwarded-For", "203.0.113.70").statusCode()).isEqualTo(200);
      assertThat(post("/api/partners/mb/events", "203.0.113.71").statusCode()).isEqualTo(401);
      assertThat(get(port, "/login", "X-Forwarded-For", "10.1.2.5").statusCode()).isEqualTo(200);
      assertThat(get(port, "/login", "X-Forwarded-For", "203.0.113.70").statusCode()).isEqualTo(503);
    } finally {
      for (Socket one : slow) {
        one.close();
      }
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> get(port, "/login", "X-Forwarded-For", "203.0.113.70").statusCode() == 200);
  }

  @Test
  void manySlowSendersOfManyAddressesLeaveThreadsForTheProbeAndTheBanks() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int n = 0; n < MANY; n++) {
        slow.add(slow("/login", "198.51.100." + n));
      }
      await().atMost(Duration.ofSeconds(20)).until(() -> slow.stream().filter(EdgeIT::isClosed).count() >= MANY - 60);
      assertThat(get(port, "/actuator/health/liveness").statusCode()).isEqualTo(200);
      assertThat(post("/api/partners/mb/events", "203.0.113.71").statusCode()).isEqualTo(401);
      assertThat(get(management, "/actuator/health/liveness").statusCode()).isEqualTo(200);
    } finally {
      for (Socket one : slow) {
        one.close();
      }
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> get(port, "/login").statusCode() == 200);
  }

  @Test
  void onItsOwnPortThereAreHealthAndMetricsAndNothingElse() throws Exception {
    assertThat(get(management, "/actuator/health/liveness").statusCode()).isEqualTo(200);
    assertThat(get(management, "/actuator/prometheus").statusCode()).isEqualTo(401);
    String credentials = Base64.getEncoder().encodeToString("an:mật-khẩu-an".getBytes(StandardCharsets.UTF_8));
    assertThat(get(management, "/actuator/prometheus", "Authorization", "Basic " + credentials).body()).contains("hub_payouts");
    for (String path : List.of("/", "/login", "/actuator/jolokia/", "/actuator/hawtio/", "/actuator/healthy", "/api/partners/mb/events")) {
      assertThat(get(management, path, "Authorization", "Basic " + credentials).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void jolokiaRefusesNotificationsAndCallsOfTooManyCalls() throws Exception {
    for (String command : List.of("register", "add", "list", "ping", "open")) {
      HttpResponse<String> reply = jolokia("/actuator/jolokia/", "{\"type\":\"notification\",\"command\":\"" + command
          + "\",\"mode\":\"sse\",\"client\":\"x\",\"mbean\":\"java.lang:type=Memory\"}");
      assertThat(reply.statusCode()).as(command).isEqualTo(403);
    }
    String call = "{\"type\":\"version\"}";
    assertThat(jolokia("/actuator/jolokia/", "[" + (call + ",").repeat(999) + call + "]").statusCode()).isEqualTo(200);
    assertThat(jolokia("/actuator/jolokia/", "[" + (call + ",").repeat(1000) + call + "]").statusCode()).isEqualTo(413);
    assertThat(jolokia("/artemis/jolokia", "[" + (call + ",").repeat(1000) + call + "]").statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/%6Aolokia/", "/actuator/jolokia/%2e%2e/", "/actuator/jolokia;x=1/", "/actuator//jolokia/",
      "/actuator/jolokia/%2F", "/artemis/%6Aolokia"})
  void anAddressOfJolokiaWrittenInAnOddWayIsRefused(String path) throws Exception {
    assertThat(jolokia(path, "{\"type\":\"exec\",\"mbean\":\"org.apache.camel:context=chitra-hub,type=routes,name=\\\"statements\\\"\","
        + "\"operation\":\"stop()\"}").statusCode()).isEqualTo(400);
  }

  @Test
  void spansOfTheRoutesReachTheCollector() {
    await().atMost(Duration.ofSeconds(30)).until(() -> SPANS.stream().map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
        .anyMatch(span -> span.contains("chitra-hub") && span.contains("payroll-intake")));
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  /** A request whose body never comes. */
  private static Socket slow(String path, String address) throws IOException {
    Socket socket = new Socket("127.0.0.1", port);
    socket.getOutputStream().write(("POST " + path + " HTTP/1.1\r\nHost: hub\r\nX-Forwarded-For: " + address
        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na").getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  /** Whether the server has closed it. */
  private static boolean isClosed(Socket socket) {
    try {
      socket.setSoTimeout(1);
      while (socket.getInputStream().read() >= 0) {
        continue;
      }
      return true;
    } catch (java.net.SocketTimeoutException open) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  private HttpResponse<String> get(int at, String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at + path)).timeout(Duration.ofSeconds(20));
    return http.send(headers.length == 0 ? request.build() : request.headers(headers).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String address) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(Duration.ofSeconds(20))
        .header("X-Forwarded-For", address).POST(HttpRequest.BodyPublishers.ofString("{}")).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> jolokia(String path, String call) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Content-Type", "application/json")
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("huong:mật-khẩu-huong".getBytes(StandardCharsets.UTF_8)))
        .POST(HttpRequest.BodyPublishers.ofString(call)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> withLogin(String login, String password, String address) throws IOException, InterruptedException {
    return withLogin("/actuator/health", login, password, address);
  }

  private HttpResponse<String> withLogin(String path, String login, String password, String address) throws IOException,
      InterruptedException {
    return get(port, path, "X-Forwarded-For", address, "Authorization", "Basic "
        + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8)));
  }
}
