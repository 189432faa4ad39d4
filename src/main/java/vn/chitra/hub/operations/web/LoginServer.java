package vn.chitra.hub.operations.web;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/**
 * The login server as the settings name it. Its own description is read at the first login and again after a failure, so that the hub
 * starts, and its other logins work, while it is away.
 */
final class LoginServer implements ClientRegistrationRepository {

  /** In the addresses {@code /oauth2/authorization/…} and {@code /login/oauth2/code/…}. */
  static final String NAME = "oidc";

  private final OidcSettings settings;
  private final ReentrantLock loading = new ReentrantLock();
  private final LoginServerCalls calls;
  private volatile @Nullable ClientRegistration known;
  private volatile @Nullable Failed lastFailure;

  LoginServer(OidcSettings settings, LoginServerCalls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  private record Failed(RuntimeException reason) {}

  /**
   * @throws IllegalArgumentException when the login server does not describe itself under the issuer of the settings
   * @throws org.springframework.web.client.RestClientException when it is away
   */
  @Override
  public @Nullable ClientRegistration findByRegistrationId(String name) {
    if (!NAME.equals(name)) {
      return null;
    }
    ClientRegistration found = known;
    return found != null ? found : read();
  }

  /** A login that waits while another one reads gets its failure, too: a hundred persons wait for one timeout, not one after the other. */
  private ClientRegistration read() {
    Failed before = lastFailure;
    loading.lock();
    try {
      ClientRegistration found = known;
      if (found != null) {
        return found;
      }
      Failed meanwhile = lastFailure;
      if (meanwhile != null && meanwhile != before) {
        throw meanwhile.reason();
      }
      known = described();
      return Objects.requireNonNull(known);
    } catch (RuntimeException e) {
      lastFailure = new Failed(e);
      throw e;
    } finally {
      loading.unlock();
    }
  }

  private ClientRegistration described() {
    String issuer = Objects.requireNonNull(settings.issuer());
    Map<String, Object> description = calls.description(issuer);
    if (!issuer.equals(description.get("issuer"))) {
      throw new IllegalArgumentException("the login server does not describe itself as " + issuer);
    }
    return ClientRegistrations.fromOidcConfiguration(description).registrationId(NAME).clientId(settings.clientId())
        .clientSecret(settings.clientSecret()).scope("openid", "profile").build();
  }
}
