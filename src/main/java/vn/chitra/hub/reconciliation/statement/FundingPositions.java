package vn.chitra.hub.reconciliation.statement;

import java.time.LocalDate;
import java.util.Optional;

/** Computes the positions of the funding accounts at each request. */
public interface FundingPositions {

  /**
   * @param today by the business clock
   * @param impatientUntil see {@link PaymentCredits#unmatched}
   * @return empty before the first statement that counts
   */
  Optional<FundingPosition> of(String partner, LocalDate today, LocalDate impatientUntil);
}
