package vn.chitra.hub.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyEncodingTests {

  @ParameterizedTest
  @ValueSource(strings = {"NguyÔn V¨n §øc", "TrÇn ThÞ Hßa", "Lª ThÞ H»ng", "§ç V¨n H­ng", "Bïi ThÞ Ng·i", "Ph¹m Quèc ViÖt", "§inh",
      "HuyÖn §oan Hïng", "Vò Minh TuÊn", "con d©u"})
  void recognisesTcvn3(String text) {
    assertThat(LegacyEncoding.looksLegacy(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nguyeãn Vaên Ñöùc", "Traàn Thò Hoøa", "Leâ Thò Haèng", "Ñoã Vaên Höng", "Phaïm Quoác Vieät", "Voõ Thò Saùu",
      "NGUYEÃN VAÊN BAÛY", "Buøi Thò Ngaõi", "con daâu"})
  void recognisesVni(String text) {
    assertThat(LegacyEncoding.looksLegacy(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nguyễn Văn Đức", "Trần Thị Hòa", "Hoà", "Hoàng Thuý", "Lò Văn Tuân", "Khoá", "Tô Hoài Ân", "TÔ HOÀI ÂN",
      "NGUYEN THI DUC HUYEN", "Hà Thuý Uyên", "Lý Thùy Vân", "LÝ THÙY VÂN", "Trình Quân", "Y Blêl Niê",
      "H'Hoă Êban", "Đỗ Đức Hùng", "Khu 5 – ngõ 12",
      "Lê Oánh", "Hoài Thu", "Sùng Seo Lùng", "Giàng A Páo", "An Ùy", "", "12/11/2026", "Số nhà 5 · tổ 3", "25 °C", "«K9»"})
  void leavesUnicodeAlone(String text) {
    assertThat(LegacyEncoding.looksLegacy(text)).isFalse();
    assertThat(LegacyEncoding.looksLegacy(Normalizer.normalize(text, Normalizer.Form.NFD))).isFalse();
  }
}
