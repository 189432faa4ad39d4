package vn.chitra.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTests {

  @ParameterizedTest
  @ValueSource(strings = {"025301234567", "2700201012345", "025 301 234 567", "0253.0123.4567", "025-301-234-567", "1234-5678-9012",
      "٠٢٥٣٠١٢٣٤٥٦٧", "123456789", "025.301.234.567 đồng", "025301234567 đồng", "9704 0512 3456 7890", "0253\u200B01234567"})
  void aNumberThatCouldBeAPersonOrAnAccountIsMasked(String number) {
    assertThat(SafeText.of("Bà Đặng: " + number + " (02)")).doesNotContainPattern("(\\p{Nd}[ .\\-]?){4,}").contains("***", "(02)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CT_PTCTXH_20261125_000001.csv, dòng 12", "BL-202612-25045-NCC, dòng 4", "ngày 25/11/2026 09:12", "lô 12345678",
      "1.234.567.000 đồng", "Đã chi 2.789.000", "Hoà Bình – Đức Nhàn"})
  void whatPeopleNeedToReadStays(String text) {
    assertThat(SafeText.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"278900000000 đồng, 278.900.000.000 đồng", "vượt 100000000000 đồng;, vượt 100.000.000.000 đồng;",
      "2789000 đồng, 2.789.000 đồng", "999 đồng, 999 đồng"})
  void moneyOfTheHubIsGrouped(String text, String shown) {
    assertThat(SafeText.of(text)).isEqualTo(shown);
  }

  @Test
  void marksBreaksLinksAndFormulasAreHarmless() {
    assertThat(SafeText.of("=1+1")).isEqualTo("'=1+1");
    assertThat(SafeText.of("@SUM(A1)")).isEqualTo("'@SUM(A1)");
    assertThat(SafeText.of("a\r\nBcc: b\u2028c\u202Ed\u0007")).isEqualTo("a Bcc: b cd");
    assertThat(SafeText.of("xem https://x.example, www.y.example")).isEqualTo("xem https[://]x.example, www[.]y.example");
    assertThat(SafeText.of("x".repeat(5_000))).hasSize(601).endsWith("…");
    assertThat(SafeText.of(null)).isEmpty();
  }

  @Test
  void dongIsGroupedByThree() {
    assertThat(new String[] {SafeText.dong(0), SafeText.dong(999), SafeText.dong(1_000), SafeText.dong(-2_789_000)})
        .containsExactly("0", "999", "1.000", "-2.789.000");
  }
}
