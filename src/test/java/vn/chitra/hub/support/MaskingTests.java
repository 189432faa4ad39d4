package vn.chitra.hub.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTests {

  @Test
  void masksEveryDigitOfALongNumberAndKeepsTheText() {
    assertThat(Masking.maskDigits("Tài khoản 0021000123456 của bà Đào sai, lỗi 504")).isEqualTo(
        "Tài khoản ************* của bà Đào sai, lỗi 504");
  }

  @Test
  void masksNumbersWrittenInGroups() {
    assertThat(Masking.maskDigits("TK 1200 0034 5678, CCCD 025-199-001234")).isEqualTo("TK **** **** ****, CCCD ***-***-******");
  }

  @Test
  void keepsNumbersTooShortToBeAnAccount() {
    assertThat(Masking.maskDigits("Dòng 12345 ngày 25/11/2026")).isEqualTo("Dòng 12345 ngày 25/11/2026");
    assertThat(Masking.maskDigits("123456")).isEqualTo("******");
  }
}
