package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

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
    doThrow(new IllegalStateException("cơ sở dữ liệu của tỉnh tắt")).when(steps).writeReceipts();

    try (RouteSlice slice = new RouteSlice("results-out", Map.of("payrollSteps", steps))) {
      assertThat(slice.tick("results-out").getException()).hasMessageContaining("cơ sở dữ liệu của tỉnh tắt");
      verify(steps, never()).writeResults();
    }
  }

  @Test
  void writesResultsWhileOtherRowsFail() throws Exception {
    doThrow(new IllegalStateException("bảng nhu cầu tiền bị từ chối")).when(steps).writeFundingNeeds();

    try (RouteSlice slice = new RouteSlice("results-out", Map.of("payrollSteps", steps))) {
      assertThat(slice.tick("results-out").getException()).hasMessageContaining("bảng nhu cầu tiền bị từ chối");
      verify(steps).writeResults();
    }
  }
}
