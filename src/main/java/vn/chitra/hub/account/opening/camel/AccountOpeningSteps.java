package vn.chitra.hub.account.opening.camel;

import java.io.IOException;
import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import vn.chitra.hub.account.opening.AskForAccounts;
import vn.chitra.hub.account.opening.OpeningRequests;
import vn.chitra.hub.account.opening.ApplyOpeningReplies;

/** The steps of helping people to an account. */
@Component("accountOpeningSteps")
public final class AccountOpeningSteps {

  private final AskForAccounts ask;
  private final ApplyOpeningReplies replies;
  private final OpeningRequests requests;

  AccountOpeningSteps(AskForAccounts ask, ApplyOpeningReplies replies, OpeningRequests requests) {
    this.ask = ask;
    this.replies = replies;
    this.requests = requests;
  }

  public void ask() throws IOException {
    ask.ask();
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
