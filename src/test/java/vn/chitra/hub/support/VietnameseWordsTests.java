package vn.chitra.hub.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseWordsTests {

  @ParameterizedTest
  @CsvSource({
      "0, không",
      "4, bốn",
      "5, năm",
      "10, mười",
      "11, mười một",
      "14, mười bốn",
      "15, mười lăm",
      "21, hai mươi mốt",
      "24, hai mươi tư",
      "25, hai mươi lăm",
      "30, ba mươi",
      "91, chín mươi mốt",
      "100, một trăm",
      "101, một trăm linh một",
      "104, một trăm linh bốn",
      "105, một trăm linh năm",
      "110, một trăm mười",
      "111, một trăm mười một",
      "115, một trăm mười lăm",
      "555, năm trăm năm mươi lăm",
      "1000, một nghìn",
      "1001, một nghìn không trăm linh một",
      "1010, một nghìn không trăm mười",
      "1021, một nghìn không trăm hai mươi mốt",
      "21000, hai mươi mốt nghìn",
      "500000, năm trăm nghìn",
      "1000005, một triệu không trăm linh năm",
      "1005000, một triệu không trăm linh năm nghìn",
      "2789000, hai triệu bảy trăm tám mươi chín nghìn",
      "8194000, tám triệu một trăm chín mươi tư nghìn",
      "15045024, mười lăm triệu không trăm bốn mươi lăm nghìn không trăm hai mươi tư",
      "1000000000, một tỷ",
      "1000000001, một tỷ không trăm linh một",
      "1001000000, một tỷ không trăm linh một triệu",
      "24000000000, hai mươi tư tỷ",
      "105000000000, một trăm linh năm tỷ",
      "1000000000000, một nghìn tỷ",
      "2000000000000000000, hai tỷ tỷ",
      "123456789012, một trăm hai mươi ba tỷ bốn trăm năm mươi sáu triệu bảy trăm tám mươi chín nghìn không trăm mười hai"})
  void spellsNumbers(long number, String words) {
    assertThat(VietnameseWords.of(number)).isEqualTo(words);
  }

  @Test
  void writesAnAmountAsASentence() {
    assertThat(VietnameseWords.ofDong(2_789_000)).isEqualTo("Hai triệu bảy trăm tám mươi chín nghìn đồng");
    assertThat(VietnameseWords.ofDong(0)).isEqualTo("Không đồng");
  }

  @Test
  void refusesANegativeNumber() {
    assertThatThrownBy(() -> VietnameseWords.of(-1)).isInstanceOf(IllegalArgumentException.class);
  }
}
