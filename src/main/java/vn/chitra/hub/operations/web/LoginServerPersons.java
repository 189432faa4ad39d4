package vn.chitra.hub.operations.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import vn.chitra.hub.operations.ConsoleActor;
import vn.chitra.hub.repair.Role;

/**
 * Persons of the login server, with the highest role of the hub that their claim gives them. Refused: who has no role, no usable name, or
 * the name of a login of the settings or of the hub itself, since the audit trail would take the two for one.
 */
final class LoginServerPersons implements OAuth2UserService<OidcUserRequest, OidcUser> {

  /** As the audit trail has room for. */
  private static final int LONGEST_NAME = 60;
  private static final String OF_THE_HUB = "hub";

  private final OidcUserService service;
  private final OidcSettings settings;
  private final Set<String> takenNames = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  LoginServerPersons(OidcUserService service, OidcSettings settings, Collection<String> logins) {
    this.service = service;
    this.settings = settings;
    takenNames.addAll(logins);
    takenNames.add(OF_THE_HUB);
  }

  /** @throws OAuth2AuthenticationException when the person may not log in here */
  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser person = service.loadUser(request);
    Object name = person.getClaims().get(settings.loginClaim());
    if (!(name instanceof String login) || login.isBlank() || login.length() > LONGEST_NAME || !login.matches("[\\p{L}\\p{N}._@+-]+")) {
      throw refusal("no usable name in the claim " + settings.loginClaim());
    }
    if (takenNames.contains(login)) {
      throw refusal("the name is a login of the settings");
    }
    Role role = role(person.getClaims()).orElseThrow(() -> refusal("no role in the claim " + settings.rolesClaim()));
    return new DefaultOidcUser(Set.of(new SimpleGrantedAuthority(ConsoleActor.authority(role))), person.getIdToken(), person.getUserInfo(),
        settings.loginClaim());
  }

  private Optional<Role> role(Map<String, Object> claims) {
    Set<String> given = values(claims);
    return settings.roles().entrySet().stream().filter(role -> role.getValue().stream().anyMatch(given::contains)).map(Map.Entry::getKey)
        .max(Comparator.naturalOrder());
  }

  private Set<String> values(Map<String, Object> claims) {
    Object value = claims;
    for (String part : settings.rolesClaim().split("\\.")) {
      value = value instanceof Map<?, ?> object ? object.get(part) : null;
    }
    return value instanceof Collection<?> list ? list.stream().map(String::valueOf).collect(Collectors.toSet())
        : value instanceof String text ? Set.of(text.split("[ ,]+")) : Set.of();
  }

  private static OAuth2AuthenticationException refusal(String reason) {
    return new OAuth2AuthenticationException(new OAuth2Error("access_denied"), reason);
  }
}
