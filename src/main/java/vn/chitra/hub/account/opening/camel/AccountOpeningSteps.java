package vn.chitra.hub.account.opening.camel;

import java.io.IOException;
import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import vn.chitra.hub.account.opening.ApplyOpeningReplies;
import vn.chitra.hub.account.opening.OpeningRequests;
import vn.chitra.hub.account.opening.RequestAccounts;

/** Route beans for account opening. */
@Component("accountOpeningSteps")
public final class AccountOpeningSteps {

  private final RequestAccounts request;
  private final ApplyOpeningReplies replies;
  private final OpeningRequests requests;

  AccountOpeningSteps(RequestAccounts request, ApplyOpeningReplies replies, OpeningRequests requests) {
    this.request = request;
    this.replies = replies;
    this.requests = requests;
  }

  public void request() throws IOException {
    request.request();
  }

  public List<Long> waiting() {
    return replies.waiting();
  }

  public void take(@Body Long fileId) throws IOException {
    replies.take(fileId);
  }

  public void report() {
    requests.report();
  }
}
