package vn.chitra.hub.channel.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.sim.bankapi.Events;

class RequestSignatureTests {

  private static final Instant NOW = Instant.ofEpochSecond(1_795_000_000L);
  private static final byte[] BODY = "{\"đ\":1}".getBytes(StandardCharsets.UTF_8);

  @Test
  void signsAsTheBankDoes() {
    assertThat(RequestSignature.of("khoá", NOW, BODY)).isEqualTo(Events.signature("khoá", 1_795_000_000L, "{\"đ\":1}"));
  }

  @Test
  void isGoodForFiveMinutesEitherWayAndForTheseBytesOnly() {
    String header = RequestSignature.of("khoá", NOW, BODY);
    assertThat(RequestSignature.proves(header, List.of("khoá"), BODY, NOW.plusSeconds(300))).isTrue();
    assertThat(RequestSignature.proves(header, List.of("khoá"), BODY, NOW.plusSeconds(301))).isFalse();
    assertThat(RequestSignature.proves(header, List.of("khoá"), BODY, NOW.minusSeconds(301))).isFalse();
    assertThat(RequestSignature.proves(header, List.of("khác"), BODY, NOW)).isFalse();
    assertThat(RequestSignature.proves(header, List.of("khoá"), new byte[] {1}, NOW)).isFalse();
  }

  @Test
  void whileASecretIsChangedOneOfSeveralSignaturesByOneOfTheSecretsIsEnough() {
    String old = RequestSignature.of("cũ", NOW, BODY).split(",")[1];
    String fresh = RequestSignature.of("mới", NOW, BODY).split(",")[1];
    String both = "t=" + NOW.getEpochSecond() + "," + old + "," + fresh;
    for (List<String> secrets : List.of(List.of("cũ"), List.of("mới"), List.of("mới", "cũ"))) {
      assertThat(RequestSignature.proves(both, secrets, BODY, NOW)).as("%s", secrets).isTrue();
    }
    assertThat(RequestSignature.proves("t=" + NOW.getEpochSecond() + "," + old, List.of("mới", "cũ"), BODY, NOW)).isTrue();
    assertThat(RequestSignature.proves("t=" + NOW.getEpochSecond() + ", v0=abc," + fresh, List.of("mới"), BODY, NOW)).isTrue();
    assertThat(RequestSignature.proves(both, List.of("khác"), BODY, NOW)).isFalse();
    assertThat(RequestSignature.proves(both, List.of(), BODY, NOW)).isFalse();
    assertThat(RequestSignature.proves(both, List.of("cũ"), BODY, NOW.plusSeconds(301))).isFalse();
  }

  @Test
  void twoTimesOrVeryManySignaturesAreNoSignature() {
    String header = RequestSignature.of("khoá", NOW, BODY);
    assertThat(RequestSignature.hasTheForm(header + ",t=" + NOW.getEpochSecond())).isFalse();
    assertThat(RequestSignature.hasTheForm(header + ("," + header.split(",")[1]).repeat(10))).isFalse();
    assertThat(RequestSignature.hasTheForm("v0=abc,t=" + NOW.getEpochSecond())).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "t=,v1=", "v1=00", "t=1,v1=zz", "t=1", "t=99999999999999999999,v1=00"})
  void whatIsNoSignatureProvesNothing(String header) {
    assertThat(RequestSignature.hasTheForm(header)).isFalse();
    assertThat(RequestSignature.proves(header, List.of("khoá"), BODY, NOW)).isFalse();
  }
}
