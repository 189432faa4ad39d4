package vn.chitra.hub.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.chitra.hub.support.MovableClock;

class LoginThrottleTests {

  private static final String HERE = "10.0.0.1";

  private final MovableClock clock = new MovableClock("2026-12-01T00:00:00Z");
  private final LoginThrottle throttle = new LoginThrottle(clock);

  @Test
  void fiveFailuresShutTheLoginFromThatAddressForFiveMinutes() {
    fail("lan", HERE, 4);
    assertThat(throttle.isShut("lan", HERE)).isFalse();
    fail("LAN", HERE, 1);
    assertThat(throttle.isShut("lan", HERE)).isTrue();
    assertThat(throttle.isShut("lan", "10.0.0.2")).isFalse();
    assertThat(throttle.isShut("hoa", HERE)).isFalse();
    clock.pass(LoginThrottle.SHUT.plusSeconds(1));
    assertThat(throttle.isShut("lan", HERE)).isFalse();
  }

  @Test
  void aSuccessForgetsTheFailures() {
    fail("lan", HERE, 4);
    throttle.succeeded("lan", HERE);
    fail("lan", HERE, 4);
    assertThat(throttle.isShut("lan", HERE)).isFalse();
  }

  @Test
  void anAddressThatTriesManyLoginsIsShutAsAWhole() {
    for (int n = 0; n < LoginThrottle.TRIES_OF_ONE_ADDRESS; n++) {
      throttle.failed("người-" + n, HERE);
    }
    assertThat(throttle.isShut("lan", HERE)).isTrue();
    assertThat(throttle.isShut("lan", "10.0.0.2")).isFalse();
  }

  @Test
  void manyAddressesDoNotMakeItForgetTheNewest() {
    for (int n = 0; n < 30_000; n++) {
      throttle.failed("x", "a" + n);
    }
    fail("lan", HERE, 5);
    assertThat(throttle.isShut("lan", HERE)).isTrue();
  }

  private void fail(String login, String address, int times) {
    for (int n = 0; n < times; n++) {
      throttle.failed(login, address);
    }
  }
}
