package vn.chitra.hub.reconciliation.statement;

import java.time.LocalDate;
import java.util.Optional;

/** The funding accounts' positions, computed anew each time. */
public interface FundingPositions {

  /**
   * @param today by the business clock
   * @param impatientUntil see {@link PaymentCredits#unmatched}
   * @return empty before the first statement that counts
   */
  Optional<FundingPosition> of(String partner, LocalDate today, LocalDate impatientUntil);
}
