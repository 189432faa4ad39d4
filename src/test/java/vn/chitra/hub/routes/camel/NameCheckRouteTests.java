package vn.chitra.hub.routes.camel;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.account.name.camel.NameCheckSteps;

final class NameCheckRouteTests {

  @Test
  void checksEveryBankEvenIfOneFails() throws Exception {
    NameCheckSteps steps = mock(NameCheckSteps.class);
    when(steps.partners()).thenReturn(List.of("vietinbank", "bidv"));
    doThrow(new IllegalStateException("hỏng")).when(steps).check("vietinbank");

    try (RouteSlice slice = new RouteSlice("name-check", Map.of("nameCheckSteps", steps))) {
      slice.tick("name-check");

      verify(steps).check("vietinbank");
      verify(steps).check("bidv");
    }
  }
}
