package vn.chitra.hub.operations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/** A login server that takes connections and never replies: no call waits for it longer than the settings let it. */
class SilentLoginServerTests {

  private static final Duration BOUND = Duration.ofSeconds(10);

  private ServerSocket server;
  private String issuer;
  private OidcSettings settings;
  private LoginServerCalls calls;

  @BeforeEach
  void aServerThatNeverReplies() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    issuer = "http://127.0.0.1:" + server.getLocalPort();
    settings = new OidcSettings(issuer, "hub", "x", null, null, null, Duration.ofMillis(500), Duration.ofMillis(500));
    calls = new LoginServerCalls(settings);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void fiveSecondsWhereNothingElseIsSet() {
    OidcSettings unset = new OidcSettings(issuer, "hub", "x", null, null, null, null, null);
    assertThat(unset.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(unset.answerTimeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void itsDescription() {
    LoginServer there = new LoginServer(settings, calls);
    endsSoon(() -> there.findByRegistrationId(LoginServer.NAME));
  }

  /** The second to the twentieth do not wait one after the other. */
  @Test
  void itsDescriptionWhenManyLogIn() {
    LoginServer there = new LoginServer(
        new OidcSettings(issuer, "hub", "x", null, null, null, Duration.ofSeconds(1), Duration.ofSeconds(1)), calls);
    assertTimeoutPreemptively(BOUND, () -> {
      List<CompletableFuture<Void>> many = new ArrayList<>();
      for (int person = 0; person < 40; person++) {
        many.add(CompletableFuture.runAsync(() -> assertThatThrownBy(() -> there.findByRegistrationId(LoginServer.NAME))
            .isInstanceOf(RuntimeException.class), one -> new Thread(one).start()));
      }
      many.forEach(CompletableFuture::join);
    });
  }

  @Test
  void theTokenOfALogin() {
    OAuth2AuthorizationRequest sent = OAuth2AuthorizationRequest.authorizationCode().authorizationUri(issuer + "/authorize").clientId("hub")
        .redirectUri("http://hub.example/back").state("1").build();
    OAuth2AuthorizationResponse back = OAuth2AuthorizationResponse.success("1").redirectUri("http://hub.example/back").state("1").build();
    endsSoon(() -> calls.tokens().getTokenResponse(
        new OAuth2AuthorizationCodeGrantRequest(registration(), new OAuth2AuthorizationExchange(sent, back))));
  }

  @Test
  void thePersonOfAToken() {
    Instant now = Instant.now();
    OAuth2AccessToken token = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "x", now, now.plusSeconds(60));
    OidcIdToken person = new OidcIdToken("x", now, now.plusSeconds(60), Map.of("sub", "42"));
    endsSoon(() -> calls.persons().loadUser(new OidcUserRequest(registration(), token, person)));
  }

  @Test
  void theKeysThatSignTokens() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("1").generate();
    SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(),
        new JWTClaimsSet.Builder().subject("42").build());
    token.sign(new RSASSASigner(key));
    endsSoon(() -> calls.idTokens().createDecoder(registration()).decode(token.serialize()));
  }

  private static void endsSoon(Executable call) {
    assertTimeoutPreemptively(BOUND, () -> assertThatThrownBy(call::execute).isInstanceOf(RuntimeException.class));
  }

  private ClientRegistration registration() {
    return ClientRegistration.withRegistrationId(LoginServer.NAME).clientId("hub").clientSecret("x").scope("openid", "profile")
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE).redirectUri("http://hub.example/back")
        .authorizationUri(issuer + "/authorize").tokenUri(issuer + "/token").jwkSetUri(issuer + "/jwks").userInfoUri(issuer + "/userinfo")
        .userNameAttributeName("sub").issuerUri(issuer).build();
  }
}
