package vn.chitra.hub.operations.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts failed logins and blocks for a while: one login from one address soon, an address that tries many logins later. In memory of this
 * process, never more than a few thousand entries; a restart removes the blocks.
 */
final class LoginThrottle {

  static final Duration SHUT = Duration.ofMinutes(5);
  static final int TRIES_OF_ONE_LOGIN = 5;
  static final int TRIES_OF_ONE_ADDRESS = 50;
  private static final int REMEMBERED = 10_000;

  private final Clock wallClock;
  private final Map<String, Tries> failed = new LinkedHashMap<>();

  private record Tries(int count, Instant last) {}

  LoginThrottle(Clock wallClock) {
    this.wallClock = wallClock;
  }

  synchronized boolean isShut(String login, String address) {
    return count(of(login, address)) >= TRIES_OF_ONE_LOGIN || count(of(address)) >= TRIES_OF_ONE_ADDRESS;
  }

  synchronized void failed(String login, String address) {
    add(of(login, address));
    add(of(address));
  }

  synchronized void succeeded(String login, String address) {
    failed.remove(of(login, address));
  }

  private int count(String key) {
    Tries tries = failed.get(key);
    return tries == null || tries.last().plus(SHUT).isBefore(wallClock.instant()) ? 0 : tries.count();
  }

  private void add(String key) {
    int before = count(key);
    failed.remove(key);   // to the end of the order
    if (failed.size() >= REMEMBERED) {
      failed.remove(failed.keySet().iterator().next());
    }
    failed.put(key, new Tries(before + 1, wallClock.instant()));
  }

  private static String of(String login, String address) {
    return login.toLowerCase(Locale.ROOT) + " " + address;
  }

  private static String of(String address) {
    return " " + address;
  }
}
