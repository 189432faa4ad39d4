package vn.chitra.hub.channel.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
    assertThat(RequestSignature.proves(header, "khoá", BODY, NOW.plusSeconds(300))).isTrue();
    assertThat(RequestSignature.proves(header, "khoá", BODY, NOW.plusSeconds(301))).isFalse();
    assertThat(RequestSignature.proves(header, "khoá", BODY, NOW.minusSeconds(301))).isFalse();
    assertThat(RequestSignature.proves(header, "khác", BODY, NOW)).isFalse();
    assertThat(RequestSignature.proves(header, "khoá", new byte[] {1}, NOW)).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "t=,v1=", "v1=00", "t=1,v1=zz", "t=1", "t=99999999999999999999,v1=00"})
  void whatIsNoSignatureProvesNothing(String header) {
    assertThat(RequestSignature.hasTheForm(header)).isFalse();
    assertThat(RequestSignature.proves(header, "khoá", BODY, NOW)).isFalse();
  }
}
