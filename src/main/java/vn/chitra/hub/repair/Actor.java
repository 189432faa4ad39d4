package vn.chitra.hub.repair;

/** A person, by the login that the server has authenticated. */
public record Actor(String login, Role role) {

  /** Logins differ by more than upper and lower case. */
  boolean is(String other) {
    return login.equalsIgnoreCase(other);
  }
}
