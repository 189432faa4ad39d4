package vn.chitra.hub.operations.web;

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
  private volatile @Nullable ClientRegistration known;

  LoginServer(OidcSettings settings) {
    this.settings = settings;
  }

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

  private ClientRegistration read() {
    loading.lock();
    try {
      ClientRegistration found = known;
      if (found == null) {
        found = ClientRegistrations.fromIssuerLocation(settings.issuer()).registrationId(NAME).clientId(settings.clientId())
            .clientSecret(settings.clientSecret()).scope("openid", "profile").build();
        known = found;
      }
      return found;
    } finally {
      loading.unlock();
    }
  }
}
