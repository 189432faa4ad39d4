package vn.chitra.hub.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTests {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      2789000         | 2789000
      2.789.000       | 2789000
      2,789,000       | 2789000
      2789000.00      | 2789000
      2789000.0       | 2789000
      ' 2789000 '     | 2789000
      12.345.678.900  | 12345678900
      0               | 0
      999999999999999 | 999999999999999
      2.789.000,00    | 2789000
      2,789,000.00    | 2789000
      2789000,00      | 2789000
      550.000,00      | 550000
      550,000.0       | 550000
      2 789 000       | 2789000
      550 000         | 550000
      2789000đ        | 2789000
      2.789.000 ₫     | 2789000
      ₫2.789.000      | 2789000
      2.789.000 VND   | 2789000
      VNĐ 2.789.000   | 2789000
      2.789.000 đồng  | 2789000
      2.789.000 Đồng  | 2789000
      2.789.000,00 vnd | 2789000
      """)
  void wholeDongHoweverTyped(String text, long dong) {
    assertThat(AmountText.parse(text)).hasValue(dong);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2.789", "2,789", "500.000", "2789000.50", "2789000,50",
    "2.789.000.00", "2,789.000", "2 789.000", "2.789.000,0 USD", "đồng", "2.789.000 đ đ", "2789000.000", "2.789.000,50", "2.789.000.5",
      "2.789,000",
    "27.89.000", "-2789000", "+2789000", "(2789000)", "2789000 USD", "$2789000", "2,8 triệu", "5e5",
        "27 89 000",
    "1000000000000000", "٢٧٨٩٠٠٠", "２７８９０００"})
  void anythingElseIsNoAmount(String text) {
    assertThat(AmountText.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2\u00a0789\u00a0000", "2\u202f789\u202f000\u00a0₫", "2\u2009789\u2009000", "550\u00a0000"})
  void groupsPartedByBlanksOfAnyKind(String text) {
    assertThat(AmountText.read(text)).hasValueSatisfying(amount -> assertThat(amount.ambiguous()).isFalse());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      550.000   | 550000
      550,000   | 550000
      2.789     | 2789
      2.789 đ   | 2789
      0.000     | 0
      """)
  void oneGroupAloneIsAmbiguousAndMayBeThousands(String text, long thousands) {
    assertThat(AmountText.read(text)).contains(new AmountText.Amount(thousands, true));
    assertThat(AmountText.parse(text)).isEmpty();
  }
}
