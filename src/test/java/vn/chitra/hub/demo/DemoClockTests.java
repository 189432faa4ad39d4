package vn.chitra.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoClockTests {

  private static final Instant START = Instant.parse("2026-11-18T00:00:00Z");

  @TempDir
  Path folder;

  @Test
  void standsWhereItStoodAfterARestart() throws Exception {
    DemoClock clock = DemoClock.open(folder.resolve("clock"), START);
    clock.moveTo(START.plusSeconds(7_200));
    assertThat(DemoClock.open(folder.resolve("clock"), START).instant()).isEqualTo(START.plusSeconds(7_200));
  }

  @Test
  void neverGoesBack() throws Exception {
    DemoClock clock = DemoClock.open(folder.resolve("clock"), START);
    assertThatThrownBy(() -> clock.moveTo(START.minusSeconds(1))).isInstanceOf(IllegalArgumentException.class);
    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void showsVietnamTimeAndMovesItsViewsToo() throws Exception {
    DemoClock clock = DemoClock.open(folder.resolve("clock"), START);
    var utc = clock.withZone(ZoneOffset.UTC);
    clock.moveTo(START.plusSeconds(60));
    assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
    assertThat(utc.instant()).isEqualTo(START.plusSeconds(60));
  }
}
