package vn.chitra.hub.operations.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTests {

  @ParameterizedTest
  @CsvSource({"Đỗ Thị Hường, Đ. T. H.", "<script>alert(1)</script>, s.", "=cmd|/C calc!A0, c. c.", "\u202eVăn\u202c An, V. A.",
      "😀🏠, ***", "'Đỗ; \"Văn\" | An\\', Đ. V. A."})
  void aNameIsItsInitialsWhateverElseItHolds(String name, String shown) {
    assertThat(Shown.name(name)).isEqualTo(shown);
  }

  @Test
  void anEndlessNameIsLettersOnly() {
    assertThat(Shown.name("Nguyễn ".repeat(300))).matches("(N\\. ?)+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<img src=x onerror=alert(1)>", "a\u202eb", "a\r\nb\u0007"})
  void wordsOfOthersCarryNeitherMarkupNorMarks(String words) {
    assertThat(Shown.words(words)).doesNotContainPattern("[<>\\p{Cntrl}\\p{Cf}]");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      đầu bảng ghi 1500000 đồng            | đầu bảng ghi 1.500.000 đồng
      sổ phụ ghi 2000 đồng, báo 3000 đồng  | sổ phụ ghi 2.000 đồng, báo 3.000 đồng
      đã ghi 1.500.000 đồng                | đã ghi *.***.*** đồng
      số 025145678901                      | số ************
      số 025145678901 đồng                 | số ************ đồng
      tài khoản 2700205198765 đồng         | tài khoản ************* đồng
      tài khoản 2700 205198765 đồng        | tài khoản **** ********* đồng
      <b>1500000</b>                       | ‹b›*******‹/b›
      Bảng BTXH-04792-2026-11, dòng 2      | Bảng BTXH-04792-2026-11, dòng 2
      Bảng BTXH-04792-2026-11-2 dòng 2     | Bảng BTXH-04792-2026-11-2 dòng 2
      Bảng BTXH-04792-2026-110251456789    | Bảng BTXH-*****-****-************
      Tệp CT_PTCTXH_20261105_000002.csv:   | Tệp CT_PTCTXH_20261105_000002.csv:
      Tệp CT_PTCTXH_02514567_890100.csv    | Tệp CT_PTCTXH_********_******.csv
      CT_PTCTXH_20261105_0251456789        | CT_PTCTXH_********_**********
      """)
  void longNumbersAreMaskedAndMoneyIsWrittenOneWay(String text, String shown) {
    assertThat(Shown.words(text)).isEqualTo(shown);
  }
}
