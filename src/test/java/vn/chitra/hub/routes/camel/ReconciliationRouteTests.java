package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.reconciliation.CloseMonth;
import vn.chitra.hub.reconciliation.camel.ReconciliationSteps;

final class ReconciliationRouteTests {

  private static final CloseMonth.Month OCTOBER = new CloseMonth.Month("BTXH", YearMonth.of(2026, 10));
  private static final CloseMonth.Month NOVEMBER = new CloseMonth.Month("BTXH", YearMonth.of(2026, 11));

  private final ReconciliationSteps steps = mock(ReconciliationSteps.class);

  @BeforeEach
  void twoPartnersAndTwoMonths() {
    when(steps.partners()).thenReturn(List.of("agribank", "bidv"));
    when(steps.closableMonths()).thenReturn(List.of(OCTOBER, NOVEMBER));
  }

  @Test
  void advancesReceiptsAndWatchesRepliesBeforeItClosesMonths() throws Exception {
    try (RouteSlice slice = new RouteSlice("reconciliation", Map.of("reconciliationSteps", steps))) {
      assertThat(slice.tick("reconciliation").getException()).isNull();
    }
    everythingWasDone();
  }

  @Test
  void neitherAStepNorAPartnerNorAMonthStopsTheOthers() throws Exception {
    when(steps.advanceReceipts()).thenThrow(new IllegalStateException("hỏng"));
    doThrow(new IllegalStateException("hỏng")).when(steps).watchReplies("agribank");
    doThrow(new IllegalStateException("hỏng")).when(steps).closeMonth(OCTOBER);

    try (RouteSlice slice = new RouteSlice("reconciliation", Map.of("reconciliationSteps", steps))) {
      slice.tick("reconciliation");
    }
    everythingWasDone();
  }

  private void everythingWasDone() {
    var order = inOrder(steps);
    order.verify(steps).advanceReceipts();
    order.verify(steps).watchReplies("agribank");
    order.verify(steps).watchReplies("bidv");
    order.verify(steps).closeMonth(OCTOBER);
    order.verify(steps).closeMonth(NOVEMBER);
    order.verify(steps).watchCalendar();
  }
}
