package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.payroll.Payroll.ReceiptStatus;
import vn.chitra.hub.payroll.Payroll.State;

class PayrollTests {

  private final Payroll payroll = new Payroll(Lines.NOVEMBER, Instant.parse("2026-10-24T02:00:00Z"));

  @Test
  void beginsHeld() {
    assertThat(payroll.state()).isEqualTo(State.HELD);
    assertThat(payroll.receiptStatus()).isEqualTo(ReceiptStatus.HELD);
  }

  @Test
  void isRefusedWhenEveryLineIs() {
    payroll.judged(Tally.NONE, new Tally(1, 500_000), "x");
    assertThat(payroll.state()).isEqualTo(State.REFUSED);
    assertThat(payroll.receiptStatus()).isEqualTo(ReceiptStatus.REFUSED);
  }

  @Test
  void doesNotPassABorderThatDoesNotBalance() {
    assertThatIllegalStateException().isThrownBy(() -> payroll.judged(new Tally(1, 499_999), Tally.NONE, null));
    assertThatIllegalStateException().isThrownBy(() -> payroll.judged(new Tally(1, 500_000), new Tally(1, 0), null));
    assertThat(payroll.state()).isEqualTo(State.HELD);
  }

  @Test
  void isTakenWithTheLinesThatWereAccepted() {
    payroll.judged(new Tally(1, 500_000), Tally.NONE, null);
    assertThat(payroll.state()).isEqualTo(State.TAKEN);
    assertThat(payroll.receiptStatus()).isEqualTo(ReceiptStatus.TAKEN);
  }

  @Test
  void isJudgedOnce() {
    payroll.judged(new Tally(1, 500_000), Tally.NONE, null);
    assertThatIllegalStateException().isThrownBy(() -> payroll.judged(new Tally(1, 500_000), Tally.NONE, null));
    assertThatIllegalStateException().isThrownBy(() -> payroll.holdForTotals("x"));
  }
}
