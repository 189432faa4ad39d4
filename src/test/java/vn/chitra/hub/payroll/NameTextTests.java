package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTextTests {

  @ParameterizedTest
  @ValueSource(strings = {"Nguyễn Thị Đức Huyền", "ĐỖ THỊ ÁNH", "Hoà", "Hòa", "Đoàn Thị Oanh", "Nguyễn Quý Huỳnh", "Bùi Thuý Quỳnh",
      "Lò Văn Sáu", "Phùng Khoáng", "Triệu Mùi Chản", "Y Blô Êban", "H'Hen Niê", "Hà Quang Toàn", "Tạ Uyên", "Đào Ô", "Ðặng Văn Ất",
      "Nguyễn Văn A (Bé)", "Lê Khả Phiêu", "Trần Đại Nghĩa", "Lý Ý Nhi", "DO THI HUONG"})
  void realNamesPass(String name) {
    assertThat(NameText.flaw(name)).isEmpty();
    assertThat(NameText.flaw(Normalizer.normalize(name, Normalizer.Form.NFD))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NguyÔn V¨n An", "TrÇn ThÞ B×nh", "Lª V¨n Hïng", "§ç ThÞ Hoa", "Ph¹m BÝch", "Vò TÊn", "Hoµng Long",
      "Nguyeãn Vaên An", "Traàn Thò Bình", "Leâ Hueä", "Ñoã Thò Hoa", "Phaïm Bích", "Hoaøng Long", "VUÕ THÒ", "NGUYEÃN", "Buøi Thuûy"})
  void debrisOfTheOldFontsIsFound(String name) {
    assertThat(NameText.flaw(name)).hasValueSatisfying(flaw -> assertThat(flaw).contains("TCVN3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nguyễn\u0000An", "Nguyễn\tAn", "Nguyễn An\n", "\u200bNguyễn An", "Nguyễn\ue123An", "Nguy\ufffdn An", "\u202eAn"})
  void controlAndPrivateCharactersAreFound(String name) {
    assertThat(NameText.flaw(name)).hasValueSatisfying(flaw -> assertThat(flaw).contains("ký tự"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u00a0"})
  void anEmptyNameIsFound(String name) {
    assertThat(NameText.flaw(name)).contains("để trống");
  }

  @Test
  void aNameIsSubmittedToNfcWithSingleBlanks() {
    String decomposed = Normalizer.normalize(" Nguyễn\u00a0 Thị  Đức ", Normalizer.Form.NFD);
    assertThat(NameText.clean(decomposed)).isEqualTo("Nguyễn Thị Đức");
  }

  @Test
  void marksThatTurnTheDirectionOfAnAddressAreLeftOut() {
    assertThat(NameText.oneLine("Khu \u202e3\u2066, xã\u200b Đan\u2028Thượng\ue123")).isEqualTo("Khu 3 , xã Đan Thượng");
  }

  @Test
  void anAddressStaysOnOneLine() {
    assertThat(NameText.oneLine("Khu 3\r\nxã Đan Thượng")).isEqualTo("Khu 3 xã Đan Thượng");
    assertThat(NameText.oneLine(null)).isNull();
  }
}
