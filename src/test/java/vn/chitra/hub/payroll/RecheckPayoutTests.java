package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import vn.chitra.hub.payroll.RecheckPayout.Outcome;
import vn.chitra.hub.support.MovableClock;

/** A page looks at many payouts while the welfare database is away. */
class RecheckPayoutTests {

  private final PaymentsUnderWay payments = mock(PaymentsUnderWay.class);
  private final Objections objections = mock(Objections.class);
  private final MovableClock wallClock = new MovableClock("2026-11-18T02:00:00Z");
  private final RecheckPayout recheck = new RecheckPayout(payments, objections, mock(PersonsNow.class), Clock.systemUTC(), wallClock);

  @BeforeEach
  void everyPayoutHasAPayment() {
    when(payments.intended(anyLong(), anyString())).thenReturn(Optional.of(mock(PaymentUnderWay.class)));
  }

  @Test
  void onlyTheFirstOneWaitsForADatabaseThatIsAway() {
    when(objections.to(any(), any())).thenThrow(new DataAccessResourceFailureException("away"));
    assertThat(List.of(1L, 2L, 3L)).allSatisfy(payout -> assertThat(recheck.of(payout, "").outcome()).isEqualTo(Outcome.UNKNOWN));
    verify(objections, times(1)).to(any(), any());

    wallClock.pass(Duration.ofSeconds(11));
    assertThat(recheck.of(4, "").outcome()).isEqualTo(Outcome.UNKNOWN);
    verify(objections, times(2)).to(any(), any());
  }

  @Test
  void aRightThatIsMissingIsNoOutage() {
    when(objections.to(any(), any())).thenThrow(new PermissionDeniedDataAccessException("no right", new IllegalStateException()))
        .thenReturn(List.of());
    assertThat(recheck.of(1, "").outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(recheck.of(2, "").outcome()).isEqualTo(Outcome.ALLOWED);
  }
}
