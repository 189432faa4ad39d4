package vn.chitra.hub.payout.camel;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.cases.FailingItems;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payout.PaymentState;
import vn.chitra.hub.payout.PlanPayroll;
import vn.chitra.hub.payout.ReleasePayroll;
import vn.chitra.hub.payout.ReroutePayouts;
import vn.chitra.hub.payout.UnpaidPayouts.Group;
import vn.chitra.hub.payout.UnpaidPayouts.Phase;

class PayoutStepsTests {

  private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 25);
  private static final LocalDate SINCE = LocalDate.of(2026, 11, 12);

  private final ReroutePayouts reroute = mock(ReroutePayouts.class);
  private final FailingItems items = new FailingItems();
  private final PayoutSteps steps = new PayoutSteps(mock(PlanPayroll.class), mock(ReleasePayroll.class), reroute, items.work);

  @Test
  void aGroupThatIsNeverMovedIsACase() throws Throwable {
    Group group = new Group(Phase.NEW, PaymentState.REJECTED, "AC04", Channel.BANK, LAST_DAY, SINCE);
    doThrow(new IllegalStateException()).when(reroute).move(group);
    items.isACase("work:chưa chi REJECTED AC04 BANK NEW 20261125 20261112", () -> steps.reroute(group));
    reset(reroute);
    items.ends("work:chưa chi REJECTED AC04 BANK NEW 20261125 20261112", () -> steps.reroute(group));
  }

  @Test
  void theSubjectFitsItsColumn() {
    Group group = new Group(Phase.ACCOUNT, PaymentState.UNCOLLECTED, "TWENTY_CHARACTERS_XX", Channel.COMMUNE_CASH, LAST_DAY, SINCE);
    doThrow(new IllegalStateException()).when(reroute).move(group);
    items.isACase("work:chưa chi UNCOLLECTED TWENTY_CHARACTERS_XX COMMUNE_CASH ACCOUNT 20261125 202",
        () -> steps.reroute(group));
  }
}
