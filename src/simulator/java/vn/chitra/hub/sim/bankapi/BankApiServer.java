package vn.chitra.hub.sim.bankapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.ServerCertificate;

/** The bank's HTTPS server: a certificate of its own, tokens valid for 300 seconds, and the limits of the contract. */
public final class BankApiServer implements AutoCloseable {

  private static final String CLIENT = "chitra-hub";
  private static final String SECRET = "bí mật ứng dụng";
  private static final String SIGNING = "khoá ký lệnh";
  private static final String EVENTS = "khoá ký tin";
  private static final String TOKEN_LIFE = "300";
  private static final String BULKS = "/v1/bulk-transfers";

  private final HttpsServer server;
  private final ServerCertificate certificate;
  private final BankApiSimulator bank;
  private final PostedBulks posted;
  private final ExecutorService threads = Executors.newFixedThreadPool(16);
  private final Map<String, Long> tokens = new ConcurrentHashMap<>();
  private final RateGate calls = new RateGate(20, 5);
  private final RateGate names = new RateGate(50, 50);
  private final AtomicInteger tokensGiven = new AtomicInteger();
  private final List<String> log = new CopyOnWriteArrayList<>();

  private BankApiServer(HttpsServer server, ServerCertificate certificate, BankApiSimulator bank) {
    this.server = server;
    this.certificate = certificate;
    this.bank = bank;
    this.posted = new PostedBulks(bank);
  }

  /** The key with which a bank signs its events. */
  public static Events events() {
    return new Events(EVENTS);
  }

  /** @param folder for the certificate */
  public static BankApiServer open(Path folder, BankApiSimulator bank) throws IOException, GeneralSecurityException, InterruptedException {
    ServerCertificate certificate = ServerCertificate.open(folder, "bank", "localhost");
    HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(certificate.tls()));
    BankApiServer door = new BankApiServer(server, certificate, bank);
    server.setExecutor(door.threads);
    server.createContext("/", door::serve);
    server.start();
    return door;
  }

  public String address() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /** Settings of a hub that uses this bank. */
  public Map<String, String> settings(String connection) {
    String prefix = "hub.api." + connection + ".";
    return Map.of(prefix + "base-url", address(), prefix + "client-id", CLIENT, prefix + "client-secret", SECRET,
        prefix + "signing-secret", SIGNING, prefix + "webhook-secret", EVENTS, prefix + "trusted-certificates",
        certificate.pem().toString());
  }

  /** Method and path of every call so far, its status behind it; an account's number is left out. */
  public List<String> log() {
    return List.copyOf(log);
  }

  public int tokensGiven() {
    return tokensGiven.get();
  }

  /** From now on no token given so far is good. */
  public void endTokens() {
    tokens.clear();
  }

  /** Calls that were turned away for coming too often or too many at once. */
  public int turnedAway() {
    return calls.turnedAway() + names.turnedAway();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange call) throws IOException {
    byte[] body = call.getRequestBody().readAllBytes();
    String path = call.getRequestURI().getPath();
    boolean name = path.startsWith("/v1/accounts/");
    RateGate gate = name ? names : calls;
    Reply reply;
    if (gate.enter()) {
      try {
        reply = path.equals("/oauth2/token") ? token(call, new String(body, StandardCharsets.UTF_8)) : reply(call, path, body);
      } finally {
        gate.leave();
      }
    } else {
      reply = Reply.of(429, "{}").after(1);
    }
    log.add(call.getRequestMethod() + " " + (name ? "/v1/accounts" : path) + " " + reply.status());
    send(call, reply);
  }

  private static void send(HttpExchange call, Reply reply) throws IOException {
    if (reply.status() == 0) {
      call.close();   // the connection is cut
      return;
    }
    byte[] bytes = reply.bytes();
    call.getResponseHeaders().set("Content-Type", "application/json");
    if (reply.zipped()) {
      call.getResponseHeaders().set("Content-Encoding", "gzip");
    }
    if (reply.retryAfter() > 0) {
      call.getResponseHeaders().set("Retry-After", String.valueOf(reply.retryAfter()));
    }
    call.sendResponseHeaders(reply.status(), bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }

  private Reply token(HttpExchange call, String form) {
    String basic = "Basic " + Base64.getEncoder().encodeToString((Form.encoded(CLIENT) + ":" + Form.encoded(SECRET))
        .getBytes(StandardCharsets.UTF_8));
    if (!form.contains("grant_type=client_credentials") || !basic.equals(call.getRequestHeaders().getFirst("Authorization"))) {
      return Reply.of(401, "{\"error\":\"invalid_client\"}");
    }
    String token = UUID.randomUUID().toString();
    tokens.put(token, System.nanoTime() + 300_000_000_000L);
    tokensGiven.incrementAndGet();
    return Reply.of(200, "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + TOKEN_LIFE + "}");
  }

  private Reply reply(HttpExchange call, String path, byte[] body) {
    String bearer = call.getRequestHeaders().getFirst("Authorization");
    Long until = bearer == null || !bearer.startsWith("Bearer ") ? null : tokens.get(bearer.substring("Bearer ".length()));
    if (until == null || until < System.nanoTime()) {
      return Reply.of(401, "{}");
    }
    if (bank.now().isEmpty()) {
      return Reply.of(503, "{}");
    }
    if (call.getRequestMethod().equals("POST") && path.equals(BULKS)) {
      return posted.post(call.getRequestHeaders().getFirst("Idempotency-Key"), signed(call, body), body);
    }
    return call.getRequestMethod().equals("GET") ? get(path, Form.query(call.getRequestURI().getRawQuery())) : Reply.of(405, "{}");
  }

  private boolean signed(HttpExchange call, byte[] body) {
    String signature = call.getRequestHeaders().getFirst("X-Signature");
    if (signature == null || !signature.matches("t=\\d+,v1=[0-9a-f]{64}")) {
      return false;
    }
    long seconds = Long.parseLong(signature.substring(2, signature.indexOf(',')));
    return Math.abs(System.currentTimeMillis() / 1000 - seconds) <= 300
        && signature.equals(Events.signature(SIGNING, seconds, new String(body, StandardCharsets.UTF_8)));
  }

  private Reply get(String path, Map<String, String> query) {
    if (path.equals(BULKS)) {
      return bank.books().byName(query.getOrDefault("clientBulkId", "")).map(bulk -> Reply.of(200, "{\"bulkId\":\"" + bulk.bulkId()
          + "\",\"clientBulkId\":\"" + bulk.clientBulkId() + "\",\"status\":\"RECEIVED\"}")).orElseGet(() -> Reply.of(404, "{}"));
    }
    if (path.startsWith(BULKS + "/")) {
      int from = Integer.parseInt(query.getOrDefault("cursor", "c0").substring(1));
      return bank.books().byId(path.substring(BULKS.length() + 1)).map(bulk -> Reply.of(200, bank.results(bulk, from)))
          .orElseGet(() -> Reply.of(404, "{}"));
    }
    if (path.matches("/v1/statements/\\d{4}-\\d{2}-\\d{2}")) {
      return bank.books().statement(bank.settings().fundingAccount(), LocalDate.parse(path.substring("/v1/statements/".length())))
          .map(text -> Reply.of(200, text)).orElseGet(() -> Reply.of(404, "{}"));
    }
    String[] parts = path.split("/");
    return path.matches("/v1/accounts/\\d{6}/\\d{6,19}/name") ? name(parts[3], parts[4]) : Reply.of(404, "{}");
  }

  private Reply name(String bin, String account) {
    String holder = bank.settings().names().apply(bin, account);
    Decisions decisions = bank.decisions();
    boolean odd = decisions.perMille(bank.settings().oddNames(), "odd name", bin + account);
    String how = odd ? decisions.oneOf("how odd", bin + account, "OTHER", "CLOSED", "BLOCKED", "UNKNOWN") : "";
    if (holder == null || how.equals("UNKNOWN")) {
      return Reply.of(404, "{}");
    }
    String status = how.equals("CLOSED") || how.equals("BLOCKED") ? how : "OPEN";
    return Reply.of(200, "{\"name\":\"" + (how.equals("OTHER") ? "NGUOI KHAC" : holder) + "\",\"status\":\"" + status + "\"}");
  }

  /** @param status 0 = the connection is cut @param zipped whether or not the hub asked for it */
  record Reply(int status, String body, int retryAfter, boolean zipped) {

    static Reply of(int status, String body) {
      return new Reply(status, body, 0, false);
    }

    Reply after(int seconds) {
      return new Reply(status, body, seconds, zipped);
    }

    Reply packed() {
      return new Reply(status, body, retryAfter, true);
    }

    byte[] bytes() throws IOException {
      byte[] plain = body.getBytes(StandardCharsets.UTF_8);
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
        zip.write(plain);
      }
      return zipped ? packed.toByteArray() : plain;
    }
  }

  /** Form encoding. */
  private static final class Form {

    private Form() {}

    static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Map<String, String> query(@Nullable String raw) {
      Map<String, String> found = new HashMap<>();
      for (String pair : raw == null ? new String[0] : raw.split("&")) {
        int at = pair.indexOf('=');
        if (at > 0) {
          found.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
      }
      return found;
    }
  }
}
