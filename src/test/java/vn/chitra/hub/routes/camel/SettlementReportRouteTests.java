package vn.chitra.hub.routes.camel;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.reconciliation.camel.SettlementReportSteps;

final class SettlementReportRouteTests {

  @Test
  void writesEveryDueReportEvenIfOneFails() throws Exception {
    SettlementReportSteps steps = mock(SettlementReportSteps.class);
    YearMonth november = YearMonth.of(2026, 11);
    YearMonth december = YearMonth.of(2026, 12);
    when(steps.due()).thenReturn(List.of(november, december));
    doThrow(new IllegalStateException("đĩa đầy")).when(steps).write(november);

    try (RouteSlice slice = new RouteSlice("settlement-report", Map.of("settlementReportSteps", steps))) {
      slice.tick("settlement-report");

      verify(steps).write(november);
      verify(steps).write(december);
    }
  }
}
