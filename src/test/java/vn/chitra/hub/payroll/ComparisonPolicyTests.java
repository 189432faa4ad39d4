package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.partner.MappingsInvalidException;

class ComparisonPolicyTests {

  private static final Path SHIPPED = Path.of("mappings/payroll-comparison.yaml");

  @Test
  void theShippedPolicyLooksForEverythingAndHoldsNothing() throws IOException {
    ComparisonPolicy policy = load(Files.readString(SHIPPED));

    assertThat(policy.lookedFor()).containsExactly(FindingKind.values());
    assertThat(policy.holding()).isEmpty();
    assertThat(policy.percent()).isEqualTo(20);
    assertThat(policy.payeesOfOneAccount()).isEqualTo(2);
    assertThat(policy.payeesChanged()).isEqualTo(3);
  }

  @Test
  void aKindIsSwitchedOffOrHolds() throws IOException {
    ComparisonPolicy policy = load(Files.readString(SHIPPED).replace("new-payee: { effect: warn }", "new-payee: { effect: off }")
        .replace("channel-changed: { effect: warn }", "channel-changed: { effect: hold }"));

    assertThat(policy.lookedFor()).doesNotContain(FindingKind.NEW_PAYEE);
    assertThat(policy.holding()).containsExactly(FindingKind.CHANNEL_CHANGED);
  }

  /** Without a line there is nothing to hold. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      gone-payee: { effect: warn }               | gone-payee: { effect: hold }                | gone-payee.effect
      percent: 20                                | percent: 0                                  | amount-changed.percent
      payees: 2                                  | payees: 1                                   | shared-account.payees
      new-payee: { effect: warn }                | new-payee: { effect: stop }                 | new-payee.effect
      channel-changed: { effect: warn }          | other: { effect: warn }                     | channel-changed
      channel-changed: { effect: warn }          | channel-changed: { effect: warn, more: 1 }  | channel-changed.more
      """)
  void anErrorNamesItsKey(String right, String wrong, String key) throws IOException {
    String text = Files.readString(SHIPPED).replace(right, wrong);

    assertThatThrownBy(() -> load(text)).isInstanceOf(MappingsInvalidException.class).hasMessageContaining("findings." + key);
  }

  private static ComparisonPolicy load(String text) throws IOException {
    return ComparisonPolicy.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "payroll-comparison.yaml");
  }
}
