package vn.chitra.hub.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NameFoldingTests {

  private static final Transliterator LATIN_ASCII = Transliterator.getInstance("Latin-ASCII");

  @ParameterizedTest
  @CsvSource({"Nguyễn Thị  Đức, NGUYEN THI DUC", "đặng ươm, DANG UOM", "Straße, STRASSE", "Œuvre ﬁn, OEUVRE FIN", "Ω Đỗ, Ω DO"})
  void foldsNames(String name, String folded) {
    assertThat(NameFolding.fold(name)).isEqualTo(folded);
    assertThat(NameFolding.fold(Normalizer.normalize(name, Normalizer.Form.NFD))).isEqualTo(folded);
  }

  /** The table stands for the transliterator, letter by letter: no letter may fold otherwise beside another. */
  @Test
  void theTableFoldsAsTheTransliterator() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.append((char) (random.nextBoolean() ? random.nextInt(0x250) : 0x1e00 + random.nextInt(0x100)));
      }
      String expected = LATIN_ASCII.transliterate(Normalizer.normalize(text, Normalizer.Form.NFC)).toUpperCase(Locale.ROOT)
          .replaceAll("\\s+", " ").strip();
      assertThat(NameFolding.fold(text.toString())).as(text.toString()).isEqualTo(expected);
    }
  }
}
