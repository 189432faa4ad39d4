package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.payout.camel.PayoutSteps;

final class PayoutPlanRouteTests {

  private final PayoutSteps steps = mock(PayoutSteps.class);

  @Test
  void plansThePayrollThatTheMessageNames() throws Exception {
    try (RouteSlice slice = new RouteSlice("payout-plan", Map.of("payoutSteps", steps))) {
      assertThat(slice.give("jms:queue:hub.payout.plan", "BL-202612-NCC-07891").getException()).isNull();
      verify(steps).plan("BL-202612-NCC-07891");
    }
  }

  @Test
  void handsAFailureBackToTheQueue() throws Exception {
    doThrow(new IllegalStateException("cơ sở dữ liệu tắt")).when(steps).plan("BL-1");

    try (RouteSlice slice = new RouteSlice("payout-plan", Map.of("payoutSteps", steps))) {
      assertThat(slice.give("jms:queue:hub.payout.plan", "BL-1").getException()).hasMessageContaining("cơ sở dữ liệu tắt");
    }
  }
}
