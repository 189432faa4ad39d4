package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.reconciliation.camel.ReconciliationSteps;

final class ReconciliationRouteTests {

  @Test
  void advancesReceiptsAndWatchesRepliesBeforeItClosesMonths() throws Exception {
    ReconciliationSteps steps = mock(ReconciliationSteps.class);

    try (RouteSlice slice = new RouteSlice("reconciliation", Map.of("reconciliationSteps", steps))) {
      assertThat(slice.tick("reconciliation").getException()).isNull();

      var order = inOrder(steps);
      order.verify(steps).advanceReceipts();
      order.verify(steps).watchReplies();
      order.verify(steps).closeMonths();
      verifyNoMoreInteractions(steps);
    }
  }
}
