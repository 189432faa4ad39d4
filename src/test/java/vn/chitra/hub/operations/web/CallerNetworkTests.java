package vn.chitra.hub.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerNetworkTests {

  @ParameterizedTest
  @CsvSource({
      "2001:db8:1:2::1,     2001:db8:1:2:ffff::9,       true",
      "2001:db8:1:2::1,     2001:0db8:0001:0002:0:0:0:7, true",
      "2001:db8:1:2::1,     2001:db8:1:3::1,            false",
      "::ffff:203.0.113.7,  203.0.113.7,                true",
      "203.0.113.7,         203.0.113.8,                false"})
  void anIpv6SubscriberIsOneCaller(String one, String other, boolean same) {
    assertThat(CallerNetwork.of(one).equals(CallerNetwork.of(other))).isEqualTo(same);
  }
}
