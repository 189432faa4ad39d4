package vn.chitra.hub.operations;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.Role;

/** The person behind the current call: the login that the server has authenticated, never a name from the call itself. */
public final class ConsoleActor {

  private ConsoleActor() {}

  /** Empty when the call did not come through the console's door. */
  public static Optional<Actor> current() {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller == null || !caller.isAuthenticated() || caller instanceof AnonymousAuthenticationToken) {
      return Optional.empty();
    }
    return Arrays.stream(Role.values())
        .filter(role -> caller.getAuthorities().stream().anyMatch(granted -> authority(role).equals(granted.getAuthority())))
        .max(Comparator.naturalOrder()).map(role -> new Actor(caller.getName(), role));
  }

  /** How the security framework names a role. */
  public static String authority(Role role) {
    return "ROLE_" + role;
  }
}
