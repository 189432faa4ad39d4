package vn.chitra.hub.reconciliation.statement;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.partner.Partners;

/** Compares each funding account with the payments paid from it, cumulative from its first statement; for reports and the console. */
@Component
public class FundingAccountCheck {

  private final FundingPositions positions;
  private final Partners partners;
  private final StatementClock clock;

  FundingAccountCheck(FundingPositions positions, Partners partners, StatementClock clock) {
    this.positions = positions;
    this.partners = partners;
    this.clock = clock;
  }

  /** Every account of which a statement counts, by partner. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<FundingPosition> positions() {
    return partners.all().stream().filter(MatchStatements::sendsStatements).flatMap(one -> position(one.id()).stream()).toList();
  }

  /** Empty before the first statement that counts. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Optional<FundingPosition> position(String partner) {
    return positions.of(partner, clock.today(), clock.impatientUntil());
  }
}
