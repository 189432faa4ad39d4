package vn.chitra.hub.operations.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import vn.chitra.hub.repair.Role;

/**
 * Login by the province's own login server (OpenID Connect, authorization code); the client secret never shows.
 *
 * @param issuer its address; null: nobody logs in that way
 * @param clientId of the hub there
 * @param clientSecret of the hub there
 * @param loginClaim claim that names the person; the person must not be able to change it
 * @param rolesClaim claim that lists what the person may do; a dot leads into an object: {@code realm_access.roles}
 * @param roles for each role of the hub the values of that claim that give it
 * @param connectTimeout how long to wait for a connection
 * @param answerTimeout how long one answer may take as a whole
 */
@ConfigurationProperties("hub.oidc")
public record OidcSettings(@Nullable String issuer, @Nullable String clientId, @Nullable String clientSecret, String loginClaim,
    String rolesClaim, Map<Role, List<String>> roles, Duration connectTimeout, Duration answerTimeout) {

  private static final Duration SOON = Duration.ofSeconds(5);

  public OidcSettings(@Nullable String issuer, @Nullable String clientId, @Nullable String clientSecret, @Nullable String loginClaim,
      @Nullable String rolesClaim, @Nullable Map<Role, List<String>> roles, @Nullable Duration connectTimeout,
      @Nullable Duration answerTimeout) {
    this.issuer = issuer == null || issuer.isBlank() ? null : issuer;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.loginClaim = loginClaim == null ? "preferred_username" : loginClaim;
    this.rolesClaim = rolesClaim == null ? "roles" : rolesClaim;
    this.roles = roles == null ? Map.of() : Map.copyOf(roles);
    this.connectTimeout = connectTimeout == null ? SOON : connectTimeout;
    this.answerTimeout = answerTimeout == null ? SOON : answerTimeout;
  }

  @Override
  public String toString() {
    return "OidcSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
  }
}
