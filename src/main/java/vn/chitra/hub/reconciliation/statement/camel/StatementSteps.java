package vn.chitra.hub.reconciliation.statement.camel;

import java.io.IOException;
import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.RepeatedWork;
import vn.chitra.hub.reconciliation.statement.MatchStatements;
import vn.chitra.hub.reconciliation.statement.TakeStatement;

/** Route beans for matching statements. */
@Component("statementSteps")
public final class StatementSteps {

  private final TakeStatement take;
  private final MatchStatements match;
  private final RepeatedWork work;

  StatementSteps(TakeStatement take, MatchStatements match, RepeatedWork work) {
    this.take = take;
    this.match = match;
    this.work = work;
  }

  public List<Long> waiting() {
    return take.waiting();
  }

  public void take(@Body Long fileId) throws IOException {
    work.attempt("file:" + fileId, "Đưa sổ phụ của tệp #" + fileId + " vào đối chiếu", () -> take.take(fileId));
  }

  public List<String> partners() {
    return match.partners();
  }

  public void match(@Body String partner) {
    work.attempt("account:" + partner, "Đối chiếu sổ phụ của " + partner, () -> match.match(partner));
  }
}
