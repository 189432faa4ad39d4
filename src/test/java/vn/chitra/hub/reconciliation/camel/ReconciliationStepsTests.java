package vn.chitra.hub.reconciliation.camel;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.cases.FailingItems;
import vn.chitra.hub.reconciliation.AdvanceReceipts;
import vn.chitra.hub.reconciliation.CloseMonth;
import vn.chitra.hub.reconciliation.WatchCalendar;
import vn.chitra.hub.reconciliation.WatchReplies;

/** A month that fails to close at every tick. */
class ReconciliationStepsTests {

  private static final CloseMonth.Month NOVEMBER = new CloseMonth.Month("BTXH", YearMonth.of(2026, 11));

  private final FailingItems items = new FailingItems();
  private final CloseMonth months = mock(CloseMonth.class);
  private final ReconciliationSteps steps = new ReconciliationSteps(mock(AdvanceReceipts.class), mock(WatchReplies.class), months,
      mock(WatchCalendar.class), items.work);

  @Test
  void aMonthThatNeverClosesIsACase() throws Throwable {
    doThrow(new IllegalStateException()).when(months).close(NOVEMBER);
    items.isACase("period:2026-11/BTXH", () -> steps.closeMonth(NOVEMBER));
    reset(months);
    items.ends("period:2026-11/BTXH", () -> steps.closeMonth(NOVEMBER));
  }
}
