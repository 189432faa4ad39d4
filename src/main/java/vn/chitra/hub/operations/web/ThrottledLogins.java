package vn.chitra.hub.operations.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks passwords, except of a login or address that has just failed too often: then the right password is refused too. */
final class ThrottledLogins implements AuthenticationProvider {

  private static final Logger LOG = LoggerFactory.getLogger(ThrottledLogins.class);

  private final DaoAuthenticationProvider passwords;
  private final LoginThrottle throttle;

  ThrottledLogins(UserDetailsService logins, LoginThrottle throttle) {
    this.passwords = new DaoAuthenticationProvider(logins);
    this.throttle = throttle;
  }

  @Override
  public Authentication authenticate(Authentication wish) {
    String address = wish.getDetails() instanceof WebAuthenticationDetails web ? CallerNetwork.of(web.getRemoteAddress()) : "";
    if (throttle.isShut(wish.getName(), address)) {
      LOG.warn("logins from {} are refused for a while: too many have failed", address);
      throw new LockedException("too many failed logins");
    }
    try {
      Authentication person = passwords.authenticate(wish);
      throttle.succeeded(wish.getName(), address);
      return person;
    } catch (BadCredentialsException e) {
      throttle.failed(wish.getName(), address);
      throw e;
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
