package vn.chitra.hub.routes.camel;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.payroll.camel.PayrollSteps;

final class PayrollWithdrawalRouteTests {

  private final PayrollSteps steps = mock(PayrollSteps.class);

  @Test
  void withdrawsEveryPayrollEvenIfOneFails() throws Exception {
    when(steps.withdrawn()).thenReturn(List.of("BL-1", "BL-2"));
    doThrow(new IllegalStateException("hỏng")).when(steps).withdraw("BL-1");

    try (RouteSlice slice = new RouteSlice("payroll-withdrawal", Map.of("payrollSteps", steps))) {
      slice.tick("payroll-withdrawal");

      verify(steps).withdraw("BL-1");
      verify(steps).withdraw("BL-2");
      verify(steps, never()).holdWithdrawn();
    }
  }

  @Test
  void appliesThemForIntakeToo() throws Exception {
    when(steps.withdrawn()).thenReturn(List.of("BL-1"));

    try (RouteSlice slice = new RouteSlice("payroll-withdrawal", Map.of("payrollSteps", steps))) {
      slice.give("direct:payroll-withdrawal-apply", List.of("BL-2"));
    }
    verify(steps).withdraw("BL-1");
  }

  @Test
  void holdsWhatCameToAStandByATimerOfItsOwn() throws Exception {
    try (RouteSlice slice = new RouteSlice("payroll-withdrawal", Map.of("payrollSteps", steps))) {
      slice.tick("payroll-withdrawal-hold");

      verify(steps).holdWithdrawn();
      verifyNoMoreInteractions(steps);
    }
  }
}
