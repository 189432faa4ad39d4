package vn.chitra.hub.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.util.UriComponentsBuilder;
import vn.chitra.hub.repair.HubRows;
import vn.chitra.hub.running.RunningHub;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.ServerCertificate;
import vn.chitra.hub.sim.SftpSandbox;
import vn.chitra.hub.support.TrustedCertificates;
import vn.chitra.hub.support.Zone;

/** A hub with its own TLS, whose persons come from a login server: code flow, signed token, role from a claim. */
class LoginServerIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  private static Path data;

  private static RSAKey key;
  private static HttpServer server;
  private static String issuer;
  private static boolean away = true;
  private static Map<String, Object> claims = Map.of();
  private static String nonce = "";
  private static SftpSandbox sftp;
  private static RunningHub hub;
  private static String base;
  private static ServerCertificate certificate;
  private static JdbcTemplate jdbc;

  @BeforeAll
  static void aHubAndALoginServer() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("1").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = "http://127.0.0.1:" + server.getAddress().getPort();
    server.createContext("/.well-known/openid-configuration", call -> reply(call, away ? 503 : 200, Map.of("issuer", issuer,
        "authorization_endpoint", issuer + "/authorize", "token_endpoint", issuer + "/token", "jwks_uri", issuer + "/jwks",
        "subject_types_supported", List.of("public"), "response_types_supported", List.of("code"),
        "id_token_signing_alg_values_supported", List.of("RS256"))));
    server.createContext("/jwks", call -> reply(call, 200, new JWKSet(key.toPublicJWK()).toJSONObject()));
    server.createContext("/token", call -> reply(call, 200, Map.of("access_token", "x", "token_type", "Bearer", "expires_in", 60, "scope",
        "openid profile", "id_token", token())));
    server.start();
    certificate = ServerCertificate.open(data.resolve("tls"), "hub", "localhost");
    Map<String, String> users = AgreedPartner.passwords();
    sftp = SftpSandbox.open(data.resolve("sftp"), users);
    EmbeddedDatabases databases = EmbeddedDatabases.temporary();
    EmbeddedDatabases.Welfare welfare = databases.freshWelfare();
    HubRows.atTheProvince(new JdbcTemplate(welfare.owner().dataSource()), 2);
    hub = RunningHub.start(Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), Zone.VIETNAM), databases.freshHub(), welfare.guest(), sftp,
        data.resolve("hub"), List.copyOf(users.keySet()), "hub.logins.lan.password={noop}mật-khẩu-lan", "hub.logins.lan.role=viewer",
        "hub.console.certificate=" + certificate.pem(), "hub.console.private-key=" + certificate.key(), "hub.oidc.issuer=" + issuer,
        "hub.oidc.client-id=hub", "hub.oidc.client-secret=bí-mật", "hub.oidc.roles-claim=realm_access.roles",
        "hub.oidc.roles.viewer=chitra-xem", "hub.oidc.roles.approver=chitra-duyet,lanh-dao");
    base = "https://localhost:" + hub.bean(Environment.class).getRequiredProperty("local.server.port");
    jdbc = hub.bean(JdbcTemplate.class);
    whileTheLoginServerIsAwayTheOtherLoginsWork();
    away = false;
  }

  private static void whileTheLoginServerIsAwayTheOtherLoginsWork() throws Exception {
    HttpClient browser = browser();
    HttpResponse<String> there = get(browser, "/oauth2/authorization/oidc");
    assertThat(there.statusCode()).isIn(302, 500, 503);
    assertThat(there.headers().firstValue("Location").orElse("/login")).contains("/login");
    assertThat(get(browser, "/login").body()).contains("Mật khẩu", "oauth2/authorization/oidc");
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
    sftp.close();
    server.stop(0);
  }

  @Test
  void theHubSpeaksTlsItselfWithSecureCookiesAndHsts() throws Exception {
    HttpResponse<String> page = get(browser(), "/login");
    assertThat(page.sslSession()).isPresent();
    assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie -> assertThat(cookie).contains("; Secure"));
    assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void aPersonHasTheHighestRoleThatTheClaimGives() throws Exception {
    HttpClient browser = browser();
    assertThat(login(browser, person("minh.nguyen", "chitra-xem", "lanh-dao", "khác"))).endsWith("/");
    assertThat(get(browser, "/").body()).contains("minh.nguyen");
    HttpResponse<String> export = send(browser, HttpRequest.newBuilder(URI.create(base + "/audit/export"))
        .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString("reason=ki%E1%BB%83m+tra"
            + "+th%C3%A1ng+11&_csrf=" + csrf(browser))));
    assertThat(export.statusCode()).isEqualTo(200);
    assertThat(jdbc.queryForObject("select actor from audit_event where action = 'EXPORT_AUDIT'", String.class)).isEqualTo("minh.nguyen");
  }

  @Test
  void aViewerOfTheLoginServerOnlyLooks() throws Exception {
    HttpClient browser = browser();
    login(browser, person("hoa", "chitra-xem"));
    HttpResponse<String> export = send(browser, HttpRequest.newBuilder(URI.create(base + "/audit/export"))
        .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString("reason=ki%E1%BB%83m+tra"
            + "+th%C3%A1ng+11&_csrf=" + csrf(browser))));
    assertThat(export.statusCode()).isEqualTo(403);
  }

  @Test
  void whoHasNoRoleOrTheNameOfAnotherLoginIsRefusedAndItStandsInTheAuditTrail() throws Exception {
    long before = refusals();
    for (Map<String, Object> person : List.of(person("hung", "nhan-vien"), person("LAN", "lanh-dao"), person("hub", "lanh-dao"),
        person("<script>", "lanh-dao"), Map.<String, Object>of("realm_access", Map.of("roles", List.of("lanh-dao"))))) {
      HttpClient browser = browser();
      assertThat(login(browser, person)).as(person.toString()).contains("/login?error");
      assertThat(get(browser, "/").statusCode()).isNotEqualTo(200);
    }
    assertThat(refusals()).isEqualTo(before + 5);
  }

  private static long refusals() {
    return jdbc.queryForObject("select count(*) from audit_event where action = 'LOGIN_FAILED' and detail like '%access_denied%'",
        Long.class);
  }

  private static Map<String, Object> person(String name, String... roles) {
    return Map.of("preferred_username", name, "realm_access", Map.of("roles", List.of(roles)));
  }

  /** Goes to the login server, which lets the person in at once, and back. @return where the hub leads then */
  private static String login(HttpClient browser, Map<String, Object> person) throws Exception {
    claims = person;
    URI there = URI.create(get(browser, "/oauth2/authorization/oidc").headers().firstValue("Location").orElseThrow());
    assertThat(there.toString()).startsWith(issuer + "/authorize?");
    Map<String, String> sent = UriComponentsBuilder.fromUri(there).build().getQueryParams().toSingleValueMap();
    nonce = java.net.URLDecoder.decode(sent.get("nonce"), StandardCharsets.UTF_8);
    String back = java.net.URLDecoder.decode(sent.get("redirect_uri"), StandardCharsets.UTF_8);
    assertThat(back).isEqualTo(base + "/login/oauth2/code/oidc");
    HttpResponse<String> in = send(browser, HttpRequest.newBuilder(URI.create(back + "?code=1&state=" + sent.get("state"))));
    assertThat(in.statusCode()).isEqualTo(302);
    return in.headers().firstValue("Location").orElseThrow();
  }

  private static String token() {
    try {
      JWTClaimsSet.Builder token = new JWTClaimsSet.Builder().issuer(issuer).subject("42").audience("hub").claim("nonce", nonce)
          .issueTime(new Date()).expirationTime(Date.from(Instant.now().plusSeconds(60)));
      claims.forEach(token::claim);
      SignedJWT signed = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(), token.build());
      signed.sign(new RSASSASigner(key));
      return signed.serialize();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void reply(HttpExchange call, int status, Map<String, Object> body) throws IOException {
    byte[] json = JSON.writeValueAsBytes(body);
    call.getResponseHeaders().add("Content-Type", "application/json");
    call.sendResponseHeaders(status, json.length);
    call.getResponseBody().write(json);
    call.close();
  }

  private static HttpClient browser() {
    return HttpClient.newBuilder().cookieHandler(new CookieManager())
        .sslContext(TrustedCertificates.of(certificate.pem()).createSslContext()).build();
  }

  private static String csrf(HttpClient browser) {
    return ((CookieManager) browser.cookieHandler().orElseThrow()).getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN")).map(java.net.HttpCookie::getValue).findFirst().orElseThrow();
  }

  private static HttpResponse<String> get(HttpClient browser, String path) throws Exception {
    return send(browser, HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html"));
  }

  private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) throws Exception {
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
