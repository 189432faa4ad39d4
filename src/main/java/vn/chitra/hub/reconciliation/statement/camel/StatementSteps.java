package vn.chitra.hub.reconciliation.statement.camel;

import java.io.IOException;
import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import vn.chitra.hub.reconciliation.statement.MatchStatements;
import vn.chitra.hub.reconciliation.statement.TakeStatement;

/** Route beans for matching statements. */
@Component("statementSteps")
public final class StatementSteps {

  private final TakeStatement take;
  private final MatchStatements match;

  StatementSteps(TakeStatement take, MatchStatements match) {
    this.take = take;
    this.match = match;
  }

  public List<Long> waiting() {
    return take.waiting();
  }

  public void take(@Body Long fileId) throws IOException {
    take.take(fileId);
  }

  public List<String> partners() {
    return match.partners();
  }

  public void match(@Body String partner) {
    match.match(partner);
  }
}
