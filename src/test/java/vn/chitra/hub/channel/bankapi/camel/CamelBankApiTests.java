package vn.chitra.hub.channel.bankapi.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitra.hub.batch.camel.LoginCases;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.channel.bankapi.ApiSettings;
import vn.chitra.hub.channel.bankapi.BankApi.Call;
import vn.chitra.hub.channel.bankapi.BankApi.Lane;
import vn.chitra.hub.channel.bankapi.BankApi.Reply;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.sim.ServerCertificate;
import vn.chitra.hub.support.MovableClock;

/** Calls by the real route over real TLS: who is trusted, how long is waited, how much is read, how often is called. */
class CamelBankApiTests {

  private static final Call ANY = Call.get("/v1/any", null, Lane.CALLS);

  @TempDir
  private static Path folder;

  private static ServerCertificate own;
  private static ServerCertificate foreign;
  private static ServerCertificate elsewhere;
  private static Partners partners;

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger mostInside = new AtomicInteger();
  private final ExecutorService threads = Executors.newFixedThreadPool(20);
  private final MovableClock clock = new MovableClock("2026-11-18T02:00:00Z");
  private final ExecutorService callers = Executors.newFixedThreadPool(20);
  private HttpsServer server;
  private DefaultCamelContext camel;
  private int tokens;
  private volatile boolean refusesBasic;
  private volatile boolean refusesTheClient;
  /** The status of every call to the paths that begin so, whatever the token. */
  private final Map<String, Integer> refusedPaths = new ConcurrentHashMap<>();
  private volatile int life = 300;
  private final LoginCases logins = new LoginCases();

  @BeforeAll
  static void certificates() throws Exception {
    own = ServerCertificate.open(folder, "own", "localhost");
    foreign = ServerCertificate.open(folder, "foreign", "localhost");
    elsewhere = ServerCertificate.open(folder, "elsewhere", "bank.example");
    partners = Mappings.load("classpath:mappings/", Vocabulary.of(ReportedState.class, CaseKind.class)).partners();
  }

  @BeforeEach
  void aServer() throws IOException {
    open(own);
  }

  private void open(ServerCertificate certificate) throws IOException {
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.tls()));
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  @AfterEach
  void close() {
    if (camel != null) {
      camel.stop();
    }
    server.stop(0);
    threads.shutdownNow();
    callers.shutdownNow();
  }

  private void serve(HttpExchange call) throws IOException {
    mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
    try {
      String form = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = call.getRequestURI().getPath();
      heard.add(path);
      if (path.equals("/oauth2/token")) {
        boolean basic = call.getRequestHeaders().getFirst("Authorization") != null;
        if (refusesTheClient) {
          response(call, 401, "{}");
          return;
        }
        pause(50);
        response(call, basic == refusesBasic ? 401 : 200, basic || form.contains("client_secret=s%C3%A9cret")
            ? "{\"access_token\":\"t" + ++tokens + "\",\"expires_in\":" + life + "}" : "{}");
      } else {
        different(call, path);
      }
    } finally {
      inside.decrementAndGet();
    }
  }

  private void different(HttpExchange call, String path) throws IOException {
    Optional<Integer> refusal = refusedPaths.entrySet().stream().filter(one -> path.startsWith(one.getKey())).map(Map.Entry::getValue)
        .findFirst();
    if (refusal.isPresent()) {
      response(call, refusal.get(), "{}");
      return;
    }
    switch (path) {
      case "/v1/broken" -> response(call, 500, "{}");
      case "/v1/busy" -> {
        call.getResponseHeaders().set("Retry-After", "7");
        response(call, 429, "{}");
      }
      case "/v1/long" -> response(call, 200, "x".repeat(5 << 20));
      case "/v1/slow" -> {
        pause(1_500);
        response(call, 200, "{}");
      }
      case "/v1/cut" -> call.close();
      case "/v1/token" -> response(call, call.getRequestHeaders().getFirst("Authorization").equals("Bearer t1") ? 401 : 200, "{}");
      default -> {
        pause(20);
        response(call, 200, "{\"ok\":true}");
      }
    }
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void response(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  private CamelBankApi api(Path trusted) throws Exception {
    ApiSettings settings = new ApiSettings(Map.of("mb", new ApiSettings.Connection(URI.create("https://localhost:"
        + server.getAddress().getPort()), "hub", "sécret", "s", null, null, trusted, Duration.ofSeconds(2), Duration.ofSeconds(1))));
    camel = new DefaultCamelContext();
    camel.getRegistry().bind("bankApiResponses", new Responses());
    for (String name : List.of("error-handling.camel.yaml", "bank-api-calls.camel.yaml")) {
      Resource file = ResourceHelper.fromString(name, Files.readString(Path.of("routes", name)));
      PluginHelper.getRoutesLoader(camel).loadRoutes(file);
    }
    camel.start();
    new BankApiRoutes(partners, settings).afterApplicationStart(camel);
    return new CamelBankApi(camel.createProducerTemplate(), new AccessTokens(settings, logins.logins(clock), clock));
  }

  private static PartnerProfile bank() {
    return partners.byId("mb").orElseThrow();
  }

  private static Call get(String path) {
    return Call.get(path, null, Lane.CALLS);
  }

  @Test
  void manyCallersAtOnceRequestOneToken() throws Exception {
    CamelBankApi api = api(own.pem());
    everybodyCalls(api, "/v1/any");
    assertThat(requests()).isOne();
    clock.pass(Duration.ofSeconds(301));
    everybodyCalls(api, "/v1/any");
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void manyCallersWhoseTokenIsRefusedRequestOneOther() throws Exception {
    CamelBankApi api = api(own.pem());
    api.call(bank(), ANY);
    everybodyCalls(api, "/v1/token");
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void aTokenWithLittleLifeLeftIsUsedUntilItEnds() throws Exception {
    life = 10;
    CamelBankApi api = api(own.pem());
    for (int i = 0; i < 3; i++) {
      assertThat(api.call(bank(), ANY)).isInstanceOf(Reply.Answered.class);
    }
    assertThat(requests()).isOne();
    clock.pass(Duration.ofSeconds(10));
    api.call(bank(), ANY);
    assertThat(requests()).isEqualTo(2);
    life = 0;
    clock.pass(Duration.ofSeconds(10));
    assertThat(api.call(bank(), ANY)).as("used once").isInstanceOf(Reply.Answered.class);
  }

  @Test
  void aRefusedClientIsLeftAloneForAWhileAndACaseSaysSo() throws Exception {
    refusesTheClient = true;
    CamelBankApi api = api(own.pem());
    for (int i = 0; i < 5; i++) {
      assertThat(api.call(bank(), ANY)).isInstanceOfSatisfying(Reply.Silent.class,
          silent -> assertThat(silent.after()).as("not made").isEqualTo(Duration.ofMinutes(5)));
    }
    assertThat(requests()).as("by Basic and in the form").isEqualTo(2);
    assertThat(logins.opened).singleElement().satisfies(one -> {
      assertThat(one.kind()).isEqualTo(CaseKind.LOGIN_REFUSED);
      assertThat(one.subject()).isEqualTo("partner:mb");
      assertThat(one.evidence()).contains("hub.api.mb", "5 phút");
    });
    clock.pass(Duration.ofSeconds(300));
    api.call(bank(), ANY);
    assertThat(requests()).isEqualTo(4);
    clock.pass(Duration.ofSeconds(300));
    api.call(bank(), ANY);
    assertThat(requests()).as("the wait doubles").isEqualTo(4);
    refusesTheClient = false;
    clock.pass(Duration.ofSeconds(300));
    assertThat(api.call(bank(), ANY)).isInstanceOf(Reply.Answered.class);
    assertThat(logins.closed).containsExactly("LOGIN_REFUSED partner:mb");
  }

  @Test
  void aFreshTokenThatIsRefusedLeavesTheApiAloneForAWhile() throws Exception {
    refusedPaths.put("/v1/", 401);
    CamelBankApi api = api(own.pem());
    for (int i = 0; i < 10; i++) {
      api.call(bank(), get("/v1/statements/2026-11-1" + i));
      api.call(bank(), get("/v1/bulk-transfers"));
    }
    assertThat(heard).as("two tokens, each shown once").hasSize(4);
    assertThat(api.call(bank(), ANY)).isEqualTo(new Reply.Silent("đăng nhập bị từ chối; thử lại sau 300 giây", Duration.ofMinutes(5)));
    assertThat(logins.opened).singleElement().satisfies(one -> {
      assertThat(one.kind()).isEqualTo(CaseKind.LOGIN_REFUSED);
      assertThat(one.subject()).isEqualTo("partner:mb");
      assertThat(one.evidence()).contains("hub.api.mb", "HTTP 401", "5 phút");
    });

    clock.pass(Duration.ofMinutes(5));
    assertThat(api.call(bank(), ANY)).isInstanceOf(Reply.Answered.class);
    clock.pass(Duration.ofMinutes(5));
    int before = heard.size();
    api.call(bank(), ANY);
    assertThat(heard).as("the wait doubles").hasSize(before);
    assertThat(logins.closed).isEmpty();

    refusedPaths.clear();
    clock.pass(Duration.ofMinutes(5));
    assertThat(api.call(bank(), ANY)).isInstanceOf(Reply.Answered.class);
    assertThat(logins.closed).containsExactly("LOGIN_REFUSED partner:mb");
  }

  @Test
  void anOperationThatIsForbiddenIsLeftAloneAndTheOthersGoOn() throws Exception {
    refusedPaths.put("/v1/statements", 403);
    CamelBankApi api = api(own.pem());
    for (int i = 0; i < 10; i++) {
      api.call(bank(), get("/v1/statements/2026-11-1" + i));
      assertThat(api.call(bank(), get("/v1/bulk-transfers"))).isInstanceOf(Reply.Answered.class);
    }
    assertThat(heard.stream().filter(path -> path.startsWith("/v1/statements"))).hasSize(2);
    assertThat(requests()).isEqualTo(2);
    assertThat(logins.opened).singleElement().satisfies(one -> assertThat(one.evidence()).contains("GET /v1/statements", "HTTP 403")
        .doesNotContain("2026-11"));
    assertThat(logins.closed).as("success elsewhere ends nothing").isEmpty();

    refusedPaths.clear();
    clock.pass(Duration.ofMinutes(5));
    assertThat(api.call(bank(), get("/v1/statements/2026-11-11"))).isInstanceOf(Reply.Answered.class);
    assertThat(logins.closed).containsExactly("LOGIN_REFUSED partner:mb");
  }

  private void everybodyCalls(CamelBankApi api, String path) throws Exception {
    List<Future<Reply>> replies = IntStream.range(0, 10).mapToObj(i -> callers.submit(() -> api.call(bank(), get(path)))).toList();
    for (Future<Reply> reply : replies) {
      assertThat(reply.get(20, TimeUnit.SECONDS)).isInstanceOf(Reply.Answered.class);
    }
  }

  private long requests() {
    return heard.stream().filter("/oauth2/token"::equals).count();
  }

  @Test
  void onlyThePinnedCertificateIsTrusted() throws Exception {
    assertThat(api(own.pem()).call(bank(), ANY)).isInstanceOf(Reply.Answered.class);
    camel.stop();
    int before = heard.size();
    assertThat(api(foreign.pem()).call(bank(), ANY)).isInstanceOf(Reply.Silent.class);
    assertThat(heard).hasSize(before);
  }

  @Test
  void aTrustedCertificateOfAnotherHostIsRefused() throws Exception {
    server.stop(0);
    open(elsewhere);
    assertThat(api(elsewhere.pem()).call(bank(), ANY)).isInstanceOf(Reply.Silent.class);
    assertThat(heard).isEmpty();
  }

  @Test
  void anErrorOfTheServerASlowOneAndACutConnectionAreNoReply() throws Exception {
    CamelBankApi api = api(own.pem());
    for (String path : List.of("/v1/broken", "/v1/slow", "/v1/cut")) {
      assertThat(api.call(bank(), get(path))).as(path).isInstanceOf(Reply.Silent.class);
    }
    assertThat(logins.opened).as("unreachable is not refused").isEmpty();
  }

  @Test
  void anReplyLongerThanAllowedIsNotRead() throws Exception {
    assertThat(api(own.pem()).call(bank(), get("/v1/long"))).isInstanceOfSatisfying(Reply.Silent.class,
        silent -> assertThat(silent.why()).contains("longer than allowed"));
  }

  @Test
  void sayingWhenToComeAgainIsHeard() throws Exception {
    assertThat(api(own.pem()).call(bank(), get("/v1/busy"))).isInstanceOfSatisfying(Reply.Answered.class, busy -> {
      assertThat(busy.status()).isEqualTo(429);
      assertThat(busy.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    });
  }

  @Test
  void aTokenIsKeptUntilShortlyBeforeItsEnd() throws Exception {
    CamelBankApi api = api(own.pem());
    api.call(bank(), ANY);
    clock.pass(Duration.ofSeconds(265));
    api.call(bank(), ANY);
    assertThat(tokens).isEqualTo(1);
    clock.pass(Duration.ofSeconds(10));
    api.call(bank(), ANY);
    assertThat(tokens).isEqualTo(2);
  }

  @Test
  void aRefusedTokenIsRenewedOnceAndTheCallMadeAgain() throws Exception {
    assertThat(api(own.pem()).call(bank(), get("/v1/token"))).isInstanceOfSatisfying(Reply.Answered.class,
        response -> assertThat(response.status()).isEqualTo(200));
    assertThat(heard).containsExactly("/oauth2/token", "/v1/token", "/oauth2/token", "/v1/token");
  }

  @Test
  void aServerThatDoesNotTakeBasicIsNotifiedInTheForm() throws Exception {
    refusesBasic = true;
    assertThat(api(own.pem()).call(bank(), ANY)).isInstanceOf(Reply.Answered.class);
  }

  @Test
  void aServerThatStaysBrokenIsLeftAlone() throws Exception {
    CamelBankApi api = api(own.pem());
    IntStream.range(0, 20).forEach(i -> api.call(bank(), get("/v1/broken")));
    assertThat(heard.stream().filter("/v1/broken"::equals).count()).isLessThan(12);
    assertThat(api.call(bank(), ANY)).isInstanceOf(Reply.Silent.class);
  }

  @Test
  void callsStayWithinTheLimitsOfTheProfile() throws Exception {
    CamelBankApi api = api(own.pem());
    api.call(bank(), ANY);
    heard.clear();
    long from = System.nanoTime();
    List<Future<Reply>> calls = IntStream.range(0, 50).mapToObj(i -> callers.submit(() -> api.call(bank(), ANY))).toList();
    for (Future<Reply> call : calls) {
      assertThat(call.get()).isInstanceOf(Reply.Answered.class);
    }
    // At the least: the last of the window in which the first call stood, a whole window of 20, and the rest a second later.
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isGreaterThan(Duration.ofMillis(1_000));
    assertThat(heard).hasSize(50);
    assertThat(mostInside.get()).isLessThanOrEqualTo(5);
  }
}
