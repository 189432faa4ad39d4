package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.payroll.camel.PayrollSteps;

final class ResultsOutRouteTests {

  private final PayrollSteps steps = mock(PayrollSteps.class);

  @Test
  void writesReceiptsBeforeResults() throws Exception {
    try (RouteSlice slice = new RouteSlice("results-out", Map.of("payrollSteps", steps))) {
      assertThat(slice.tick("results-out").getException()).isNull();

      var order = inOrder(steps);
      order.verify(steps).writeReceipts();
      order.verify(steps).writeRefusals();
      order.verify(steps).writeFundingNeeds();
      order.verify(steps).writeResults();
      verifyNoMoreInteractions(steps);
    }
  }

  @Test
  void writesNoResultBeforeItsReceiptStands() throws Exception {
    when(steps.writeReceipts()).thenThrow(new IllegalStateException("cơ sở dữ liệu của tỉnh tắt"));

    try (RouteSlice slice = new RouteSlice("results-out", Map.of("payrollSteps", steps))) {
      assertThat(slice.tick("results-out").getException()).hasMessageContaining("cơ sở dữ liệu của tỉnh tắt");
      verify(steps, never()).writeResults();
    }
  }
}
