package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.payroll.camel.PayrollSteps;

final class PayrollIntakeRouteTests {

  private static final String APPLY = "direct:payroll-withdrawal-apply";

  private final PayrollSteps steps = mock(PayrollSteps.class);

  @Test
  void readsTheApprovedPayrollsThenAppliesWithdrawalsThenTakes() throws Exception {
    when(steps.approved()).thenReturn(List.of("BL-1"));
    List<String> applied = new ArrayList<>();

    try (RouteSlice slice = new RouteSlice("payroll-intake", Map.of("payrollSteps", steps))) {
      slice.caught(APPLY).whenAnyExchangeReceived(exchange -> {
        verify(steps).approved();
        verify(steps, never()).take(any());
        applied.add("BL-0");
        exchange.getMessage().setBody(applied);
      });
      slice.tick("payroll-intake");
    }
    assertThat(applied).containsExactly("BL-0");
    verify(steps).take("BL-1");
  }

  /** A payroll with the same entitlements is not taken then: that is decided where it is taken. */
  @Test
  void goesOnPastAWithdrawalThatFails() throws Exception {
    when(steps.approved()).thenReturn(List.of("BL-1"));

    try (RouteSlice slice = new RouteSlice("payroll-intake", Map.of("payrollSteps", steps))) {
      slice.caught(APPLY).whenAnyExchangeReceived(exchange -> {
        throw new IllegalStateException("hỏng");
      });
      slice.tick("payroll-intake");
    }
    verify(steps).take("BL-1");
  }

  @Test
  void takesApprovedPayrollsInOrderAndGoesOnPastOneThatFails() throws Exception {
    when(steps.approved()).thenReturn(List.of("BL-1", "BL-2", "BL-3"));
    doThrow(new IllegalStateException("hỏng")).when(steps).take("BL-2");

    try (RouteSlice slice = new RouteSlice("payroll-intake", Map.of("payrollSteps", steps))) {
      slice.caught(APPLY);
      slice.tick("payroll-intake");

      var order = inOrder(steps);
      order.verify(steps).take("BL-1");
      order.verify(steps).take("BL-2");
      order.verify(steps).take("BL-3");
    }
  }
}
