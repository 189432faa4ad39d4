package vn.chitra.hub.reconciliation.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.support.Dong;

class FundingPositionTests {

  @Test
  void whatWasTakenLessWhatCameBackIsWhatWasPaid() {
    FundingPosition even = position(10_000, 500, 9_000, 500, 0, 0, 0, 0);
    assertThat(even.difference()).isEqualTo(Dong.ZERO);
    assertThat(even.unexplained()).isEqualTo(Dong.ZERO);
  }

  @Test
  void whatIsUnderWayExplainsADifference() {
    FundingPosition busy = position(10_000, 500, 7_000, 0, 3_000, 600, 500, 400);
    assertThat(busy.difference()).isEqualTo(new Dong(2_500));
    assertThat(busy.underWay()).isEqualTo(new Dong(2_500));
    assertThat(busy.unexplained()).isEqualTo(Dong.ZERO);
  }

  @Test
  void oneDongThatNothingExplainsStays() {
    assertThat(position(10_001, 0, 9_000, 0, 1_000, 0, 0, 0).unexplained()).isEqualTo(new Dong(1));
  }

  private static FundingPosition position(long debits, long credits, long paid, long inError, long results, long afterwards,
      long awaitedCredits, long awaitedReturns) {
    return new FundingPosition("ngan-hang", LocalDate.of(2026, 11, 18), LocalDate.of(2026, 11, 30), new Dong(debits), new Dong(credits),
        new Dong(paid), new Dong(inError), new Dong(results), new Dong(afterwards), new Dong(awaitedCredits), new Dong(awaitedReturns));
  }
}
