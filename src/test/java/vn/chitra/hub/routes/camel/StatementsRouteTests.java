package vn.chitra.hub.routes.camel;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.reconciliation.statement.camel.StatementSteps;

final class StatementsRouteTests {

  private final StatementSteps steps = mock(StatementSteps.class);

  @Test
  void takesEveryStatementEvenIfOneFails() throws Exception {
    when(steps.waiting()).thenReturn(List.of(1L, 2L));
    doThrow(new IllegalStateException("hỏng")).when(steps).take(1L);

    try (RouteSlice slice = new RouteSlice("statements", Map.of("statementSteps", steps))) {
      slice.tick("statements");

      var order = inOrder(steps);
      order.verify(steps).take(1L);
      order.verify(steps).take(2L);
    }
  }

  @Test
  void matchesEveryAccountAfterTheStatementsOfTheTickEvenIfOneFails() throws Exception {
    when(steps.waiting()).thenReturn(List.of(1L));
    when(steps.partners()).thenReturn(List.of("agribank", "bidv"));
    doThrow(new IllegalStateException("hỏng")).when(steps).take(1L);
    doThrow(new IllegalStateException("hỏng")).when(steps).match("agribank");

    try (RouteSlice slice = new RouteSlice("statements", Map.of("statementSteps", steps))) {
      slice.tick("statements");

      var order = inOrder(steps);
      order.verify(steps).take(1L);
      order.verify(steps).match("agribank");
      order.verify(steps).match("bidv");
    }
  }
}
