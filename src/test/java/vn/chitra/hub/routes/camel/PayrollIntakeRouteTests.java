package vn.chitra.hub.routes.camel;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.payroll.camel.PayrollSteps;

final class PayrollIntakeRouteTests {

  @Test
  void takesApprovedPayrollsInOrderAndGoesOnPastOneThatFails() throws Exception {
    PayrollSteps steps = mock(PayrollSteps.class);
    when(steps.approved()).thenReturn(List.of("BL-1", "BL-2", "BL-3"));
    doThrow(new IllegalStateException("hỏng")).when(steps).take("BL-2");

    try (RouteSlice slice = new RouteSlice("payroll-intake", Map.of("payrollSteps", steps))) {
      slice.tick("payroll-intake");

      var order = inOrder(steps);
      order.verify(steps).take("BL-1");
      order.verify(steps).take("BL-2");
      order.verify(steps).take("BL-3");
    }
  }
}
