package vn.chitra.hub.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class BankRemarkTests {

  @Test
  void namesOneMonthAsTheContractDoes() {
    assertThat(BankRemark.of(YearMonth.of(2026, 11), YearMonth.of(2026, 11))).isEqualTo("TRO CAP T11 2026");
  }

  @Test
  void namesMonthsPaidTogether() {
    assertThat(BankRemark.of(YearMonth.of(2027, 1), YearMonth.of(2027, 2))).isEqualTo("TRO CAP T01-T02 2027");
  }

  @Test
  void fitsEvenOverNewYear() {
    assertThat(BankRemark.of(YearMonth.of(2026, 12), YearMonth.of(2027, 1))).isEqualTo("TRO CAP T12 2026-T01 2027").hasSize(25);
  }

  @Test
  void refusesMonthsThatRunBackwards() {
    assertThatIllegalArgumentException().isThrownBy(() -> BankRemark.of(YearMonth.of(2026, 11), YearMonth.of(2026, 10)));
  }
}
