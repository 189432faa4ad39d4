package vn.chitra.hub.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndToEndIdsTests {

  @Test
  void agreesWithTheHubOnRightIds() {
    for (int line = 1; line <= 500; line++) {
      assertThat(EndToEndIds.isRight(vn.chitra.hub.support.EndToEndId.of("BL-202612-NCC-04846", line, 1))).isTrue();
    }
  }

  @Test
  void refusesEverySingleChangedCharacterAndForeignLetters() {
    String right = TestIds.id(42);
    for (int i = 1; i < 16; i++) {
      char other = right.charAt(i) == '7' ? '8' : '7';
      assertThat(EndToEndIds.isRight(right.substring(0, i) + other + right.substring(i + 1))).isFalse();
    }
    assertThat(EndToEndIds.isRight(right.replace('H', 'I'))).isFalse();
    assertThat(EndToEndIds.isRight("")).isFalse();
  }
}
