package vn.chitra.hub.routes.camel;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payout.PaymentState;
import vn.chitra.hub.payout.UnpaidPayouts;
import vn.chitra.hub.payout.camel.PayoutSteps;

final class PayoutRerouteRouteTests {

  @Test
  void movesEveryGroupOfUnpaidPayoutsEvenIfOneFails() throws Exception {
    PayoutSteps steps = mock(PayoutSteps.class);
    UnpaidPayouts.Group rejected = group(PaymentState.REJECTED);
    UnpaidPayouts.Group uncollected = group(PaymentState.UNCOLLECTED);
    when(steps.unpaid()).thenReturn(List.of(rejected, uncollected));
    doThrow(new IllegalStateException("cơ sở dữ liệu của tỉnh tắt")).when(steps).reroute(rejected);

    try (RouteSlice slice = new RouteSlice("payout-reroute", Map.of("payoutSteps", steps))) {
      slice.tick("payout-reroute");

      verify(steps).reroute(rejected);
      verify(steps).reroute(uncollected);
    }
  }

  private static UnpaidPayouts.Group group(PaymentState outcome) {
    return new UnpaidPayouts.Group(UnpaidPayouts.Phase.NEW, outcome, null, Channel.BANK, LocalDate.of(2026, 12, 15),
        LocalDate.of(2026, 12, 7));
  }
}
