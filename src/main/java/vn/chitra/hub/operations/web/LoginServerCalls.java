package vn.chitra.hub.operations.web;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Every call to the login server, each with the timeouts of the settings: its description, the token, the keys that sign tokens, the
 * person. Spring's own clients would wait for half a minute, or for ever, and hold a thread of the console meanwhile.
 */
final class LoginServerCalls {

  private static final String DESCRIPTION = "/.well-known/openid-configuration";
  private static final ParameterizedTypeReference<Map<String, Object>> CLAIMS = new ParameterizedTypeReference<>() {};

  private final ClientHttpRequestFactory calls;
  private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

  LoginServerCalls(OidcSettings settings) {
    JdkClientHttpRequestFactory timed = new JdkClientHttpRequestFactory(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(settings.connectTimeout()).build());
    timed.setReadTimeout(settings.answerTimeout());
    this.calls = timed;
  }

  /**
   * What the login server publishes about itself.
   *
   * @throws org.springframework.web.client.RestClientException when it is away or does not reply in time
   */
  Map<String, Object> description(String issuer) {
    return Objects.requireNonNull(RestClient.builder().requestFactory(calls).build().get().uri(issuer.replaceFirst("/$", "") + DESCRIPTION)
        .retrieve().body(CLAIMS));
  }

  OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
    RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
    tokens.setRestClient(RestClient.builder().requestFactory(calls)
        .messageConverters(List.of(new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()))
        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
    return tokens;
  }

  OidcUserService persons() {
    RestTemplate rest = new RestTemplate(calls);
    rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
    DefaultOAuth2UserService persons = new DefaultOAuth2UserService();
    persons.setRestOperations(rest);
    OidcUserService service = new OidcUserService();
    service.setOauth2UserService(persons);
    return service;
  }

  /** Reads signed tokens (RS256) as Spring's own factory does; the keys are kept until a token names another one. */
  JwtDecoderFactory<ClientRegistration> idTokens() {
    return registration -> decoders.computeIfAbsent(registration.getRegistrationId(), one -> decoder(registration));
  }

  private JwtDecoder decoder(ClientRegistration registration) {
    NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri())
        .restOperations(new RestTemplate(calls)).build();
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new OidcIdTokenValidator(registration)));
    decoder.setClaimSetConverter(new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    return decoder;
  }
}
