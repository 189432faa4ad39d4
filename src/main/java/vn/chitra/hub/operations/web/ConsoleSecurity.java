package vn.chitra.hub.operations.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.audit.AuditTrail;
import vn.chitra.hub.operations.ConsoleActor;

/**
 * The security of the console: form login for persons, or login by the province's login server; basic authentication for scripts. Without a
 * login in the settings only the liveness probe and the partners' signed events are open. Calls of Hawtio and Jolokia carry the CSRF token of the cookie; GET changes nothing.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ConsoleSecurity {

  static final String LIVENESS = "/actuator/health/liveness";
  private static final String JOLOKIA = "/actuator/jolokia";
  static final String PARTNERS = "/api/partners/";
  /** They prove themselves by their own signature. */
  private static final String PARTNER_EVENTS = PARTNERS + "*/events";
  private static final Set<String> LOGOUT_OF_CONSOLES = Set.of("/actuator/hawtio/auth/logout", "/artemis/auth/logout");
  private static final String STYLE = "/console.css";
  /** The two consoles bring scripts and styles of their own; the hub's pages need neither. */
  static final Set<String> CONSOLES = Set.of("/actuator/hawtio", "/artemis");
  private static final Set<String> HARMLESS_REST = Set.of("", "/", "/version");

  @Bean
  AuthenticationProvider passwords(LoginSettings settings, @Qualifier("wallClock") Clock wallClock) {
    return new ThrottledLogins(logins(settings), new LoginThrottle(wallClock));
  }

  /** Spring maps refusals of a login server to no event. */
  @Bean
  AuthenticationEventPublisher authenticationEvents(ApplicationEventPublisher events) {
    DefaultAuthenticationEventPublisher publisher = new DefaultAuthenticationEventPublisher(events);
    publisher.setAdditionalExceptionMappings(Map.of(OAuth2AuthenticationException.class, AuthenticationFailureBadCredentialsEvent.class));
    return publisher;
  }

  @Bean
  LoginServerCalls loginServerCalls(OidcSettings oidc) {
    return new LoginServerCalls(oidc);
  }

  /** Spring Security finds it by its type. */
  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens(LoginServerCalls loginServer) {
    return loginServer.idTokens();
  }

  @Bean
  SecurityFilterChain console(HttpSecurity http, LoginSettings settings, OidcSettings oidc, LoginServerCalls loginServer,
      RoleRestrictor roles, AuditTrail audit, TransactionTemplate transaction) throws Exception {
    boolean closed = settings.logins().isEmpty() && oidc.issuer() == null;
    http.addFilterAfter(new AuditedCalls(new MachineActions(roles), audit, transaction), AuthorizationFilter.class);
    http.authorizeHttpRequests(requests -> {
      requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();   // the page of a refusal, with the refusal's own status
      requests.requestMatchers(HttpMethod.GET, LIVENESS).permitAll();
      requests.requestMatchers(HttpMethod.POST, PARTNER_EVENTS).permitAll();
      if (closed) {
        requests.anyRequest().denyAll();
      } else {
        requests.requestMatchers("/login").permitAll();
        requests.requestMatchers(HttpMethod.GET, STYLE).permitAll();
        requests.requestMatchers(ConsoleSecurity::changesByLink).denyAll();
        requests.anyRequest().authenticated();
      }
    });
    http.headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
    http.csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
        .csrfTokenRequestHandler(tokenWithEveryReply())
        .ignoringRequestMatchers(PathPatternRequestMatcher.withDefaults().matcher(PARTNER_EVENTS), script()));
    if (!closed) {
      http.formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/", false));
      http.httpBasic(basic -> basic.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)));
      http.logout(logout -> logout.logoutRequestMatcher(ConsoleSecurity::leaves).logoutSuccessUrl("/login?logout"));
      http.exceptionHandling(refused -> refused
          .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), ConsoleSecurity::isPage)
          .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), request -> true));
      if (oidc.issuer() != null) {
        http.oauth2Login(login -> login.loginPage("/login").defaultSuccessUrl("/", false)
            .clientRegistrationRepository(new LoginServer(oidc, loginServer))
            .tokenEndpoint(token -> token.accessTokenResponseClient(loginServer.tokens()))
            .userInfoEndpoint(person -> person.oidcUserService(
                new LoginServerPersons(loginServer.persons(), oidc, settings.logins().keySet()))));
      }
    } else {
      http.formLogin(form -> form.disable()).httpBasic(basic -> basic.disable());
    }
    return http.build();
  }

  private static UserDetailsService logins(LoginSettings settings) {
    return new InMemoryUserDetailsManager(settings.logins().entrySet().stream().<UserDetails>map(login -> User.withUsername(login.getKey())
        .password(login.getValue().password()).authorities(ConsoleActor.authority(login.getValue().role())).build()).toList());
  }

  /** The cookie is there from the first answer on, for the console's own calls are made by script. */
  private static CsrfTokenRequestAttributeHandler tokenWithEveryReply() {
    CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler();
    handler.setCsrfRequestAttributeName(null);
    return handler;
  }

  /** A call with credentials and without a session: no browser sends that by itself, because the server never asks for it. */
  private static RequestMatcher script() {
    return request -> {
      String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
      return credentials != null && credentials.startsWith("Basic ") && request.getRequestedSessionId() == null;
    };
  }

  /**
   * Jolokia would execute an operation from a plain link, so only POST may do more than check that it is there. Judged by the decoded path,
   * because {@code /%65xec} is {@code /exec}.
   */
  private static boolean changesByLink(HttpServletRequest request) {
    String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    return !"POST".equals(request.getMethod()) && path.startsWith(JOLOKIA)
        && (request.getParameter("p") != null || !HARMLESS_REST.contains(path.substring(JOLOKIA.length())));
  }

  /** Also by the logout addresses of the two consoles. */
  private static boolean leaves(HttpServletRequest request) {
    return LOGOUT_OF_CONSOLES.contains(request.getServletPath())
        || "POST".equals(request.getMethod()) && "/logout".equals(request.getServletPath());
  }

  private static boolean isPage(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return "GET".equals(request.getMethod()) && accept != null && accept.contains("text/html");
  }
}
