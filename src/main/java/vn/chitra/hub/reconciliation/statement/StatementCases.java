package vn.chitra.hub.reconciliation.statement;

import java.util.Collection;
import vn.chitra.hub.cases.NewCase;

/** The cases about a funding account: opened while the cause exists, closed when it is gone. */
public interface StatementCases {

  /**
   * Makes the partner's open cases about statements be exactly these: new ones are opened, those still there get the figures of now,
   * the others are closed. One that a person has closed over the same amount is not opened again.
   */
  void follow(String partner, Collection<NewCase> causes);
}
