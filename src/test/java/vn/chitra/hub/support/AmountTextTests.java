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
      """)
  void wholeDongHoweverTyped(String text, long dong) {
    assertThat(AmountText.parse(text)).hasValue(dong);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2.789", "2,789", "500.000", "2789000.50", "2789000,50", "2789000.000", "2.789.000,50", "2.789.000.5",
      "2.789,000",
    "27.89.000", "-2789000", "+2789000", "(2789000)", "2789000đ", "2.789.000 VND", "2789000 USD", "$2789000", "2,8 triệu", "5e5",
        "2 789 000",
    "1000000000000000", "٢٧٨٩٠٠٠", "２７８９０００"})
  void anythingElseIsNoAmount(String text) {
    assertThat(AmountText.parse(text)).isEmpty();
  }
}
