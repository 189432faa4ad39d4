package vn.chitra.hub.routes.camel;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.account.opening.camel.AccountOpeningSteps;

final class AccountOpeningRouteTests {

  private final AccountOpeningSteps steps = mock(AccountOpeningSteps.class);

  @Test
  void requestsAccountsAndReportsOpenedOnesByTimersOfTheirOwn() throws Exception {
    try (RouteSlice slice = new RouteSlice("account-opening", Map.of("accountOpeningSteps", steps))) {
      slice.tick("account-opening-request");
      verify(steps).request();
      slice.tick("account-opening-report");
      verify(steps).report();
      verifyNoMoreInteractions(steps);
    }
  }

  @Test
  void takesEveryKeptReplyEvenIfOneFails() throws Exception {
    when(steps.waiting()).thenReturn(List.of(1L, 2L, 3L));
    doThrow(new IllegalStateException("hỏng")).when(steps).take(2L);

    try (RouteSlice slice = new RouteSlice("account-opening", Map.of("accountOpeningSteps", steps))) {
      slice.tick("account-opening-replies");

      var order = inOrder(steps);
      order.verify(steps).take(1L);
      order.verify(steps).take(2L);
      order.verify(steps).take(3L);
    }
  }
}
