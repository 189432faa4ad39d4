package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.inbound.camel.ConfirmationSteps;
import vn.chitra.hub.payout.camel.PayoutSteps;
import vn.chitra.hub.payroll.camel.PayrollSteps;

class PayrollRoutesTests {

  private static final int SOON = 5_000;

  @Test
  void takesApprovedPayrollsInOrderAndGoesOnPastOneThatFails() throws Exception {
    PayrollSteps steps = mock(PayrollSteps.class);
    when(steps.approved()).thenReturn(List.of("BL-1", "BL-2", "BL-3"));
    doThrow(new IllegalStateException("hỏng")).when(steps).take("BL-2");

    try (RouteSlice slice = new RouteSlice("payroll-intake", Map.of("payrollSteps", steps))) {
      slice.start("payroll-intake-take", "payroll-intake-poll");

      verify(steps, timeout(SOON)).take("BL-3");
      var order = inOrder(steps);
      order.verify(steps).take("BL-1");
      order.verify(steps).take("BL-2");
      order.verify(steps).take("BL-3");
    }
  }

  @Test
  void writesReceiptsBeforeResults() throws Exception {
    PayrollSteps steps = mock(PayrollSteps.class);

    try (RouteSlice slice = new RouteSlice("results-out", Map.of("payrollSteps", steps))) {
      slice.start("results-out-write");

      verify(steps, timeout(SOON)).writeResults();
      var order = inOrder(steps);
      order.verify(steps).writeReceipts();
      order.verify(steps).writeRefusals();
      order.verify(steps).writeFundingNeeds();
      order.verify(steps).writeResults();
    }
  }

  @Test
  void plansThePayrollThatTheMessageNames() throws Exception {
    PayoutSteps steps = mock(PayoutSteps.class);

    try (RouteSlice slice = new RouteSlice("payout-plan", Map.of("payoutSteps", steps))) {
      slice.start("payout-plan-payroll").give("jms:queue:hub.payout.plan", "BL-202612-NCC-07891");

      verify(steps, timeout(SOON)).plan("BL-202612-NCC-07891");
    }
  }

  @Test
  void handsAFailedConfirmationBackToTheQueue() throws Exception {
    ConfirmationSteps steps = mock(ConfirmationSteps.class);
    doThrow(new IllegalStateException("cơ sở dữ liệu tắt")).when(steps).confirm("12");

    try (RouteSlice slice = new RouteSlice("confirmation", Map.of("confirmationSteps", steps))) {
      slice.start("confirmation-file");
      var exchange = slice.give("jms:queue:hub.confirmation.file?waitForTaskToComplete=Always&exchangePattern=InOut", "12");

      assertThat(exchange.getException()).hasMessageContaining("cơ sở dữ liệu tắt");
    }
  }
}
