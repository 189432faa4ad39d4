package vn.chitra.hub.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.jms.ConnectionFactory;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.CamelContext;
import org.apache.camel.opentelemetry2.OpenTelemetryTracer;
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
import vn.chitra.hub.support.EndToEndId;
import vn.chitra.hub.support.Zone;

/** The console of a running hub, by HTTP, as each role sees it. */
class ConsoleIT {

  private static final String CASES = "vn.chitra.hub:type=Cases";
  private static final String PAYOUTS = "vn.chitra.hub:type=Payouts";
  private static final String REPAIRS = "vn.chitra.hub:type=Repairs";
  private static final String ROUTE = "org.apache.camel:context=chitra-hub,type=routes,name=\"payout-reroute-unpaid\"";

  private static final Pattern METRIC = Pattern.compile("\\b(?:hub|jvm|hikaricp|process)_[a-z_]+\\b");
  private static final Pattern LABEL = Pattern.compile("\\b(state|kind|area|application)=\"([A-Za-z_-]+)\"");

  @TempDir
  private static Path data;

  private static SftpSandbox sftp;
  private static RunningHub hub;
  private static String base;
  private static JdbcTemplate jdbc;
  private static HubRows rows;
  private static long held;
  private static long sent;

  private final Jolokia nobody = new Jolokia(base, "");
  private final Jolokia viewer = new Jolokia(base, "an");
  private final Jolokia operator = new Jolokia(base, "huong");
  private final Jolokia approver = new Jolokia(base, "dat");

  @BeforeAll
  static void aHubWithThreeLogins() throws Exception {
    Map<String, String> users = AgreedPartner.passwords();
    sftp = SftpSandbox.open(data.resolve("sftp"), users);
    EmbeddedDatabases databases = EmbeddedDatabases.temporary();
    EmbeddedDatabases.Welfare welfare = databases.freshWelfare();
    HubRows.atTheProvince(new JdbcTemplate(welfare.owner().dataSource()), 2);
    hub = RunningHub.start(Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), Zone.VIETNAM), databases.freshHub(),
        welfare.guest(), sftp, data.resolve("hub"), List.copyOf(users.keySet()),
        "hub.logins.tuan.password={noop}mật-khẩu-tuan", "hub.logins.tuan.role=viewer",
        "hub.logins.an.password={noop}mật-khẩu-an", "hub.logins.an.role=viewer",
        "hub.logins.huong.password={noop}mật-khẩu-huong", "hub.logins.huong.role=operator",
        "hub.logins.dat.password={noop}mật-khẩu-dat", "hub.logins.dat.role=approver");
    base = "http://localhost:" + hub.bean(Environment.class).getRequiredProperty("local.server.port");
    jdbc = hub.bean(JdbcTemplate.class);
    rows = new HubRows(jdbc).payroll("RELEASED", 2);
    held = rows.payout(1, "HELD", "TWO_ACCOUNTS", null);
    rows.openCase("PAYOUT_HELD", "payout:" + held);
    sent = rows.payout(2, "OPEN", null, "agribank");
    rows.payment(sent, "SENT", true);
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
    sftp.close();
  }

  @Test
  void withoutALoginOnlyTheLivenessProbeIsOpen() throws Exception {
    assertThat(nobody.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    for (String path : List.of("/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/jolokia/", "/actuator/hawtio/", "/")) {
      assertThat(nobody.get(path).statusCode()).as(path).isEqualTo(401);
    }
    assertThat(nobody.read(CASES, "Open").get("status").asInt()).isIn(401, 403);
    assertThat(new Jolokia(base, "ai-do").get("/actuator/health").statusCode()).isEqualTo(401);
  }

  @Test
  void aViewerReadsCasesRoutesAndTheStoryOfAPayout() throws Exception {
    assertThat(viewer.read(CASES, "Open").toString()).contains("PAYOUT_HELD", "payout:" + held, "CARRY_OVER_PAYOUT", "sha256 trong kho");
    assertThat(viewer.read(ROUTE, "State").get("value").asText()).isEqualTo("Started");

    String story = viewer.exec(PAYOUTS, "story", EndToEndId.of(HubRows.PAYROLL, 2, 1)).get("value").asText();
    assertThat(story).contains("Khoản chi số " + sent, "500.000 đồng", "Vì sao kênh này: có tài khoản đến 15/10", "Đ. T. H.",
        "N. T. Đ. H. (người chăm sóc)", "chuyển khoản qua Agribank Chi nhánh tỉnh Phú Thọ, đã gửi",
        "Đang chờ: trả lời của Agribank Chi nhánh tỉnh Phú Thọ");
    assertThat(story).doesNotContain("Hường", "Huyền", "025145678901", "2700205198765", "198765");
    assertThat(viewer.exec(PAYOUTS, "story", HubRows.PAYROLL + "/1").get("value").asText()).contains("Đang chờ: người quyết định");
    assertThat(viewer.exec(PAYOUTS, "story", "QD-2026-1").get("value").asText()).contains("Khoản chi số " + held);
    assertThat(viewer.exec(PAYOUTS, "story", "không có").get("value").asText()).isEqualTo("Không tìm thấy khoản chi nào.");
  }

  @Test
  void aViewersForbiddenCallIsRefusedByTheServer() throws Exception {
    assertThat(status(viewer.exec(REPAIRS, "request", "HOLD_PAYOUT", "" + sent, "", "theo công văn"))).isEqualTo(403);
    assertThat(status(viewer.exec(REPAIRS, "approve(long)", 1))).isEqualTo(403);
    assertThat(status(viewer.exec(ROUTE, "stop()"))).isEqualTo(403);
    assertThat(viewer.read(ROUTE, "State").get("value").asText()).isEqualTo("Started");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
      "com.sun.management:type=HotSpotDiagnostic | dumpHeap",
      "com.sun.management:type=DiagnosticCommand | vmSystemProperties",
      "java.util.logging:type=Logging | setLoggerLevel",
      "org.apache.camel:context=chitra-hub,type=context,name=\"chitra-hub\" | stop()",
      "org.apache.camel:context=chitra-hub,type=context,name=\"chitra-hub\" | sendStringBody",
      "org.apache.camel:context=chitra-hub,type=routes,name=\"payout-reroute-unpaid\" | updateRouteFromXml"})
  void whatNoRoleIsNamedForIsRefusedToEverybody(String mbean, String operation) throws Exception {
    assertThat(status(approver.exec(mbean, operation))).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SystemProperties", "InputArguments"})
  void passwordsOfTheCommandLineAreNotReadable(String attribute) throws Exception {
    assertThat(status(approver.read("java.lang:type=Runtime", attribute))).isEqualTo(403);
    assertThat(approver.read("java.lang:type=Runtime", "Uptime").get("status").asInt()).isEqualTo(200);
  }

  @Test
  void theBeansOfTheHubAreNotReadableAsSettings() throws Exception {
    JsonNode reply = approver.post(Map.of("type", "read", "mbean", "spring@name=hubDataSource", "attribute", "password"));
    assertThat(reply.get("status").asInt()).isNotEqualTo(200);
  }

  @Test
  void noAttributeIsWritable() throws Exception {
    JsonNode reply = approver.post(Map.of("type", "write", "mbean", ROUTE, "attribute", "TracingEnabled", "value", true));
    assertThat(status(reply)).isEqualTo(403);
  }

  @Test
  void anOperatorProposesAndOnlySomebodyElseApproves() throws Exception {
    String proposed = operator.exec(REPAIRS, "request", "CARRY_OVER_PAYOUT", "" + held, "", "người nhận vắng mặt").get("value").asText();
    assertThat(proposed).startsWith("Đề nghị số ");
    long number = Long.parseLong(proposed.replaceAll("\\D*(\\d+).*", "$1"));
    assertThat(rows.row("payout", "payout_id", held)).containsEntry("state", "HELD");

    assertThat(operator.exec(REPAIRS, "approve", number).get("value").asText()).startsWith("TỪ CHỐI: Chỉ người duyệt");
    assertThat(approver.read(REPAIRS, "Waiting").toString()).contains("huong", "Chuyển khoản chưa chi sang kỳ sau", "500.000 đồng");
    assertThat(approver.exec(REPAIRS, "approve", number).get("value").asText()).startsWith("Đã duyệt và làm");

    assertThat(rows.row("payout", "payout_id", held)).containsEntry("state", "CARRIED_OVER");
    assertThat(jdbc.queryForList("select actor || ' ' || action from audit_event where subject = ? order by audit_id", String.class,
        "payout:" + held)).containsExactly("huong PROPOSE_CARRY_OVER_PAYOUT", "dat CARRY_OVER_PAYOUT");
    assertThat(viewer.exec("vn.chitra.hub:type=Audit", "verify").get("value").asText()).startsWith("Nguyên vẹn");
  }

  @Test
  void anOperatorStopsAndStartsASingleRoute() throws Exception {
    String route = ROUTE.replace("payout-reroute-unpaid", "reconciliation-daily");
    assertThat(operator.exec(route, "stop()").get("status").asInt()).isEqualTo(200);
    assertThat(operator.read(route, "State").get("value").asText()).isEqualTo("Stopped");
    assertThat(operator.exec(route, "start()").get("status").asInt()).isEqualTo(200);
    assertThat(jdbc.queryForList("select actor || ' ' || action from audit_event where subject = 'route:reconciliation-daily'"
        + " order by audit_id", String.class)).containsExactly("huong CONSOLE_STOP", "huong CONSOLE_START");
  }

  @Test
  void whatWasRefusedOrOnlyLookedAtLeavesNoEvent() throws Exception {
    viewer.exec(ROUTE, "stop()");
    operator.exec("org.apache.camel:context=chitra-hub,type=context,name=\"chitra-hub\"", "stop()");
    operator.exec(ROUTE, "dumpRouteAsXml()");
    assertThat(jdbc.queryForObject("select count(*) from audit_event where subject = 'route:payout-reroute-unpaid'"
        + " or subject like 'org.apache.camel%'", Long.class)).isZero();
  }

  @Test
  void theBrokersConsoleStandsBesideBehindTheSameLogin() throws Exception {
    assertThat(nobody.get("/artemis/").statusCode()).isEqualTo(401);
    assertThat(nobody.get("/artemis/static/js/main.d81501d6.js").statusCode()).isEqualTo(401);
    assertThat(viewer.get("/artemis/").body()).contains("<base href=\"/artemis/\"/>");
    assertThat(viewer.get("/artemis/artemis-queues").body()).contains("<base href=\"/artemis/\"/>");
    assertThat(viewer.get("/artemis/hawtconfig.json").body()).contains("Artemis Console");
    assertThat(viewer.get("/artemis/user").body()).isEqualTo("\"an\"");
    assertThat(viewer.get("/artemis/jolokia").statusCode()).isEqualTo(200);
    assertThat(operator.get("/artemis/jolokia/exec/" + REPAIRS + "/approve/1").statusCode()).isNotEqualTo(200);
    assertThat(operator.get("/artemis/jolokia?p=/exec/" + REPAIRS + "/approve/1").statusCode()).isEqualTo(403);
  }

  @Test
  void queuesAreBrowsedByAllAndTouchedByOperatorsWithAnEvent() throws Exception {
    hub.bean(ConnectionFactory.class).createContext().close();
    String queue = "org.apache.activemq.artemis:broker=\"localhost\",component=addresses,address=\"hub.payout.plan\","
        + "subcomponent=queues,routing-type=\"anycast\",queue=\"hub.payout.plan\"";
    assertThat(status(viewer.exec(queue, "browse()"))).isEqualTo(200);
    assertThat(status(viewer.exec(queue, "countMessages()"))).isEqualTo(200);
    for (String operation : List.of("pause()", "removeAllMessages()", "removeMessages(java.lang.String)", "sendMessage")) {
      assertThat(status(viewer.exec(queue, operation, ""))).as(operation).isEqualTo(403);
    }
    assertThat(status(operator.exec(queue, "pause()"))).isEqualTo(200);
    assertThat(status(operator.exec(queue, "resume()"))).isEqualTo(200);
    assertThat(jdbc.queryForList("select actor || ' ' || action from audit_event where subject = 'queue:hub.payout.plan' order by audit_id",
        String.class)).containsExactly("huong CONSOLE_PAUSE", "huong CONSOLE_RESUME");
  }

  @Test
  void aLoginThatFailsTooOftenIsRefusedForAWhileEvenWithTheRightPassword() throws Exception {
    for (int n = 0; n < 5; n++) {
      assertThat(new Jolokia(base, "tuan", "đoán-" + n).get("/actuator/health").statusCode()).isEqualTo(401);
    }
    assertThat(new Jolokia(base, "tuan").get("/actuator/health").statusCode()).isEqualTo(401);
    assertThat(viewer.get("/actuator/health").statusCode()).isEqualTo(200);
  }

  @Test
  void nothingIsDoneByALink() throws Exception {
    assertThat(operator.get("/actuator/jolokia/exec/" + REPAIRS + "/approve/1").statusCode()).isEqualTo(403);
    assertThat(operator.get("/actuator/jolokia/%65xec/" + REPAIRS + "/approve/1").statusCode()).isEqualTo(400);
    assertThat(operator.get("/actuator/%6Aolokia/%65xec/" + REPAIRS + "/approve/1").statusCode()).isEqualTo(400);
    assertThat(operator.get("/actuator/jolokia/").statusCode()).isEqualTo(200);
    assertThat(operator.get("/actuator/jolokia/?p=/exec/" + REPAIRS + "/approve/1").statusCode()).isEqualTo(403);
  }

  @Test
  void aSessionsCallNeedsTheTokenOfItsCookie() throws Exception {
    CookieManager cookies = new CookieManager();
    HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    HttpResponse<String> page = send(browser, HttpRequest.newBuilder(URI.create(base + "/")).header("Accept", "text/html").build());
    assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    assertThat(send(browser, HttpRequest.newBuilder(URI.create(base + "/login")).build()).body()).contains("Tên đăng nhập");

    HttpRequest.Builder form = HttpRequest.newBuilder(URI.create(base + "/login"))
        .header("Content-Type", "application/x-www-form-urlencoded");
    HttpResponse<String> in = send(browser, form.POST(HttpRequest.BodyPublishers.ofString(
        "username=dat&password=m%E1%BA%ADt-kh%E1%BA%A9u-dat&_csrf=" + token(cookies))).build());
    assertThat(in.statusCode()).isEqualTo(302);
    assertThat(in.headers().firstValue("Location").orElseThrow()).doesNotContain("error");
    send(browser, HttpRequest.newBuilder(URI.create(base + "/actuator/health")).build());

    HttpRequest.Builder call = HttpRequest.newBuilder(URI.create(base + "/actuator/jolokia/")).header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"read\",\"mbean\":\"" + CASES + "\",\"attribute\":\"Open\"}"));
    assertThat(send(browser, call.build()).statusCode()).isEqualTo(403);
    HttpResponse<String> answered = send(browser, call.header("X-XSRF-TOKEN", token(cookies)).header("Origin", base).build());
    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(answered.body()).contains("\"status\":200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/hawtio/auth/logout", "/artemis/auth/logout"})
  void whoLeavesEitherConsoleIsOut(String leave) throws Exception {
    CookieManager cookies = new CookieManager();
    HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    send(browser, HttpRequest.newBuilder(URI.create(base + "/login")).build());
    send(browser, HttpRequest.newBuilder(URI.create(base + "/login")).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("username=dat&password=m%E1%BA%ADt-kh%E1%BA%A9u-dat&_csrf=" + token(cookies))).build());
    assertThat(send(browser, HttpRequest.newBuilder(URI.create(base + "/actuator/health")).build()).statusCode()).isEqualTo(200);

    HttpRequest leaving = HttpRequest.newBuilder(URI.create(base + leave)).header("Accept", "text/html").build();
    assertThat(send(browser, leaving).headers().firstValue("Location").orElseThrow()).endsWith("/login?logout");

    assertThat(send(browser, HttpRequest.newBuilder(URI.create(base + "/actuator/health")).build()).statusCode()).isEqualTo(401);
  }

  @Test
  void healthHasAnEntryForEachPartnerAndBothDatabases() throws Exception {
    HttpResponse<String> health = viewer.get("/actuator/health");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("\"partners\"", "\"agribank\"", "\"buu-dien\"", "\"xa\"", "\"welfare\"", "\"db\"", "\"jms\"",
        "\"pollsSucceeded\"", "\"hubBroker\"", "\"timers\"", "mọi hẹn giờ chạy đều", "hàng đợi nhận thông điệp", "trả lời, đủ quyền",
        "cổng gửi mở");
  }

  @Test
  void aTimerThatAPersonStoppedDegradesTheHubByName() throws Exception {
    String route = ROUTE.replace("payout-reroute-unpaid", "person-changes-poll");
    operator.exec(route, "stop()");
    try {
      assertThat(viewer.get("/actuator/health").body()).contains("\"DEGRADED\"", "person-changes-poll đang dừng");
    } finally {
      operator.exec(route, "start()");
    }
  }

  @Test
  void aPartnerInDoubtDegradesTheHubAndDoesNotTakeItDown() throws Exception {
    long doubtful = rows.batch("IN_DOUBT", 99);
    try {
      HttpResponse<String> health = viewer.get("/actuator/health");
      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(health.body()).contains("\"DEGRADED\"", "\"batchesInDoubt\":1");
    } finally {
      jdbc.update("update batch set state = 'SENT' where batch_id = ?", doubtful);
    }
  }

  @Test
  void metricsCountPayoutsCasesQueuesAndAges() throws Exception {
    String metrics = viewer.get("/actuator/prometheus").body();
    assertThat(metrics).containsPattern("hub_payouts\\{application=\"chitra-hub\",state=\"OPEN\"\\} 1\\.0")
        .contains("hub_cases_open{", "hub_outbox_lag_seconds{",
            "hub_batches_unanswered_age_seconds{application=\"chitra-hub\",partner=\"agribank\"}",
            "hub_queue_depth{application=\"chitra-hub\",queue=\"hub.payout.plan\"}", "queue=\"DLQ.hub.payout.plan\"");
    assertThat(metrics).doesNotContain("2700205198765", "025145678901");
  }

  /** Dashboard, alert rules and page name only what this hub measures, with labels and values that exist. */
  @Test
  void theDashboardAndTheAlertRulesNameMetricsThatExist() throws Exception {
    String metrics = viewer.get("/actuator/prometheus").body();
    Set<String> measured = metrics.lines().filter(line -> !line.startsWith("#")).map(line -> line.replaceFirst("[{ ].*", ""))
        .collect(Collectors.toSet());
    for (String file : List.of("src/main/distribution/monitoring/grafana-dashboard.json",
        "src/main/distribution/monitoring/prometheus-alerts.yaml", "docs/operations/monitoring.md")) {
      String text = Files.readString(Path.of(file)).replace("\\\"", "\"");
      assertThat(METRIC.matcher(text).results().map(MatchResult::group)).as(file).hasSizeGreaterThan(5).isSubsetOf(measured);
      assertThat(LABEL.matcher(text).results().map(label -> label.group(1) + "=\"" + label.group(2) + "\"")).as(file)
          .allSatisfy(label -> assertThat(metrics).contains(label));
    }
    new ObjectMapper().readTree(Path.of("src/main/distribution/monitoring/grafana-dashboard.json").toFile());
    assertThat(METRIC.matcher("hub_payouts hub_gone").results().map(MatchResult::group)).containsExactly("hub_payouts", "hub_gone");
  }

  /** Without {@code hub.traces.endpoint}; {@code EdgeIT} has one. */
  @Test
  void noTraceIsMadeUnlessACollectorIsNamed() {
    assertThat(hub.bean(CamelContext.class).hasService(OpenTelemetryTracer.class)).isNull();
    assertThat(hub.beans(SdkTracerProvider.class)).isEmpty();
    assertThat(hub.beans(SpanExporter.class)).isEmpty();
  }

  @Test
  void hawtioIsServedToWhoIsLoggedIn() throws Exception {
    assertThat(viewer.get("/actuator/hawtio/").body()).contains("<html");
  }

  @Test
  void deadLettersOpenACaseAndAreDrivenBackByAPerson() throws Exception {
    PictureRows.deadLetter(hub);
    hub.bean(DeadLetters.class).watch();
    assertThat(viewer.exec(CASES, "about", "queue:hub.payout.release").toString()).contains("1 thông điệp chết", "OPEN");

    JsonNode redriven = operator.exec(REPAIRS, "request", "REDRIVE_DEAD_LETTERS", "hub.payout.release", "", "đã sửa nguyên nhân");
    assertThat(redriven.get("value").asText()).startsWith("Đã làm");

    assertThat(jdbc.queryForObject("select state from case_record where subject = 'queue:hub.payout.release'", String.class))
        .isEqualTo("CLOSED");
    Queue dead = hub.bean(EmbeddedActiveMQ.class).getActiveMQServer().locateQueue(SimpleString.of("DLQ.hub.payout.release"));
    await().atMost(Duration.ofSeconds(20)).until(() -> dead.getMessageCount() == 0);
    await().atMost(Duration.ofSeconds(20)).until(() -> jdbc.queryForObject("select count(*) from outbox", Long.class) == 0);
  }

  private static int status(JsonNode reply) {
    return reply.get("status").asInt();
  }

  private static HttpResponse<String> send(HttpClient browser, HttpRequest request) throws Exception {
    return browser.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String token(CookieManager cookies) {
    return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue).findFirst().orElseThrow();
  }
}
