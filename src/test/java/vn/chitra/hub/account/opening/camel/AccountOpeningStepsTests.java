package vn.chitra.hub.account.opening.camel;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;

import org.junit.jupiter.api.Test;
import vn.chitra.hub.account.opening.ApplyOpeningReplies;
import vn.chitra.hub.account.opening.OpeningRequests;
import vn.chitra.hub.account.opening.RequestAccounts;
import vn.chitra.hub.cases.FailingItems;

/** An account-opening file that fails at every tick. */
class AccountOpeningStepsTests {

  private final FailingItems items = new FailingItems();
  private final RequestAccounts request = mock(RequestAccounts.class);
  private final AccountOpeningSteps steps = new AccountOpeningSteps(request, mock(ApplyOpeningReplies.class), mock(OpeningRequests.class),
      items.work);

  @Test
  void aFileThatIsNeverWrittenIsACase() throws Throwable {
    doThrow(new IllegalStateException()).when(request).request();
    items.isACase("work:xin mở tài khoản", steps::request);
    reset(request);
    items.ends("work:xin mở tài khoản", steps::request);
  }
}
