package vn.chitra.hub.reconciliation.statement.camel;

import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;

import org.junit.jupiter.api.Test;
import vn.chitra.hub.cases.FailingItems;
import vn.chitra.hub.reconciliation.statement.MatchStatements;
import vn.chitra.hub.reconciliation.statement.TakeStatement;

/** A statement or an account that fails at every tick. */
class StatementStepsTests {

  private final FailingItems items = new FailingItems();
  private final TakeStatement take = mock(TakeStatement.class);
  private final MatchStatements match = mock(MatchStatements.class);
  private final StatementSteps steps = new StatementSteps(take, match, items.work);

  @Test
  void aStatementThatIsNeverTakenIsACase() throws Throwable {
    doThrow(new IllegalStateException()).when(take).take(7);
    items.isACase("file:7", () -> steps.take(7L));
    reset(take);
    items.ends("file:7", () -> steps.take(7L));
  }

  @Test
  void anAccountThatIsNeverMatchedIsACase() throws Throwable {
    doThrow(new IllegalStateException()).when(match).match("agribank");
    items.isACase("account:agribank", () -> steps.match("agribank"));
    reset(match);
    items.ends("account:agribank", () -> steps.match("agribank"));
  }
}
