package vn.chitra.hub.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.archive.SentJournal.Series;

class ManifestTests {

  private static final String HASH = "ab".repeat(32);

  @Test
  void readsWhatItWrote() {
    Manifest manifest = new Manifest(new Series("agribank", "PAYMENT", ""), 2, HASH, 200, "CT_2.csv", "BTXH", LocalDate.of(2026, 11, 1),
        LocalDate.of(2026, 11, 3), null, 1, 600_000, Instant.parse("2026-11-03T02:00:00Z"), List.of(new Manifest.Payment(1, "E1")));

    assertThat(Manifest.of(manifest.bytes())).isEqualTo(manifest);
  }

  @Test
  void readsAnEarlierOneWithoutTheTimeOfTheFile() {
    String text = "batch|agribank|PAYMENT||2|" + HASH + "|200|CT_2.csv|BTXH|2026-11-01|2026-11-03||1|600000\n1|E1\n";

    Manifest manifest = Manifest.of(text.getBytes(StandardCharsets.UTF_8));

    assertThat(manifest.builtAt()).isNull();
    assertThat(manifest.payments()).containsExactly(new Manifest.Payment(1, "E1"));
  }
}
