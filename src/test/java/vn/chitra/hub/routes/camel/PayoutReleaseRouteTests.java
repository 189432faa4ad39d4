package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.payout.camel.PayoutSteps;
import vn.chitra.hub.payroll.camel.PayrollSteps;

final class PayoutReleaseRouteTests {

  private final PayrollSteps payrolls = mock(PayrollSteps.class);
  private final PayoutSteps payouts = mock(PayoutSteps.class);

  @Test
  void readsThePersonsAfreshBeforeItReleases() throws Exception {
    try (RouteSlice slice = new RouteSlice("payout-release", Map.of("payrollSteps", payrolls, "payoutSteps", payouts))) {
      assertThat(slice.give("jms:queue:hub.payout.release", "BL-1").getException()).isNull();

      var order = inOrder(payrolls, payouts);
      order.verify(payrolls).recheckPersons("BL-1");
      order.verify(payouts).release("BL-1");
    }
  }

  @Test
  void releasesNothingWhileThePersonsCannotBeRead() throws Exception {
    doThrow(new IllegalStateException("cơ sở dữ liệu của tỉnh tắt")).when(payrolls).recheckPersons("BL-1");

    try (RouteSlice slice = new RouteSlice("payout-release", Map.of("payrollSteps", payrolls, "payoutSteps", payouts))) {
      Exchange failed = slice.give("jms:queue:hub.payout.release", "BL-1");

      assertThat(failed.getException()).hasMessageContaining("cơ sở dữ liệu của tỉnh tắt");
      verify(payouts, never()).release(any());
    }
  }
}
