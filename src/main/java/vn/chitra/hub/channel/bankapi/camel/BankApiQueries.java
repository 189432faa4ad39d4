package vn.chitra.hub.channel.bankapi.camel;

import java.io.IOException;
import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import vn.chitra.hub.channel.bankapi.FetchBulkResults;
import vn.chitra.hub.channel.bankapi.FetchStatements;

/** Route beans that query banks with an API for results and statements. */
@Component("bankApiQueries")
public final class BankApiQueries {

  private final FetchBulkResults results;
  private final FetchStatements statements;

  BankApiQueries(FetchBulkResults results, FetchStatements statements) {
    this.results = results;
    this.statements = statements;
  }

  public List<Long> bulks() {
    return results.due();
  }

  public void results(@Body long batchId) throws IOException {
    results.fetch(batchId);
  }

  public List<FetchStatements.Day> days() {
    return statements.due();
  }

  public void statement(@Body FetchStatements.Day day) throws IOException {
    statements.fetch(day);
  }
}
