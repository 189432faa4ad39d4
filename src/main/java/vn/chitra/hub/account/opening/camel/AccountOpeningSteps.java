package vn.chitra.hub.account.opening.camel;

import java.io.IOException;
import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import vn.chitra.hub.account.opening.AskForAccounts;
import vn.chitra.hub.account.opening.OpeningRequests;
import vn.chitra.hub.account.opening.TakeOpeningAnswers;

/** The steps of helping people to an account. */
@Component("accountOpeningSteps")
public final class AccountOpeningSteps {

  private final AskForAccounts ask;
  private final TakeOpeningAnswers answers;
  private final OpeningRequests requests;

  AccountOpeningSteps(AskForAccounts ask, TakeOpeningAnswers answers, OpeningRequests requests) {
    this.ask = ask;
    this.answers = answers;
    this.requests = requests;
  }

  public void ask() throws IOException {
    ask.ask();
  }

  public List<Long> waiting() {
    return answers.waiting();
  }

  public void take(@Body Long fileId) throws IOException {
    answers.take(fileId);
  }

  public void report() {
    requests.report();
  }
}
