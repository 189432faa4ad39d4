package vn.chitra.hub.reconciliation.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;

/**
 * Matches a partner's statements by amount, in one transaction from one snapshot: chains consecutive statements, then compares file debits
 * with results, credits with returned payments, waiting files with funding, and the whole account with the payments. A mismatch opens a
 * case, which closes when its cause has ended. A second run changes nothing. A concurrent change makes the whole run fail; the next run
 * finds the same work.
 */
@Component
public class MatchStatements {

  private static final Logger LOG = LoggerFactory.getLogger(MatchStatements.class);

  private final Partners partners;
  private final Statements statements;
  private final FollowChain chains;
  private final FileDebits debits;
  private final PaymentCredits credits;
  private final ResendFunded funded;
  private final FundingPositions positions;
  private final StatementCases cases;
  private final StatementClock clock;

  MatchStatements(Partners partners, Statements statements, FollowChain chains, FileDebits debits, PaymentCredits credits,
      ResendFunded funded, FundingPositions positions, StatementCases cases, StatementClock clock) {
    this.partners = partners;
    this.statements = statements;
    this.chains = chains;
    this.debits = debits;
    this.credits = credits;
    this.funded = funded;
    this.positions = positions;
    this.cases = cases;
    this.clock = clock;
  }

  /** Ids of the partners that send statements. */
  public List<String> partners() {
    return partners.all().stream().filter(MatchStatements::sendsStatements).map(PartnerProfile::id).toList();
  }

  /** The number of statement files to take, result files to count, and accounts to check because of new data or a new day. */
  @Transactional(readOnly = true)
  public long due() {
    return statements.filesToTake().size() + debits.toCount(partners())
        + partners().stream().filter(id -> isDue(partners.byId(id).orElseThrow(), statements.lookedAt(id))).count();
  }

  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public void match(String partnerId) {
    PartnerProfile partner = partners.byId(partnerId).orElseThrow();
    boolean due = isDue(partner, statements.lock(partnerId));
    FollowChain.Followed chain = chains.follow(partner);
    Set<Long> batches = new HashSet<>(debits.findBatches(partnerId));
    batches.addAll(debits.newlyAnswered(partnerId));
    if (due) {
      batches.addAll(debits.recordedByPersons(partnerId));
    }
    debits.count(batches);
    int credited = credits.match(partnerId);
    funded.resend(partnerId);
    if (due || chain.moved() > 0 || !batches.isEmpty() || credited > 0) {
      boolean all = cases.follow(partnerId, causes(partnerId, chain.causes()));
      statements.lookedAt(partnerId, all ? clock.now() : null);
      LOG.info("statements of {}: {} chained, {} files compared, {} credits matched", partnerId, chain.moved(), batches.size(), credited);
    }
  }

  private List<NewCase> causes(String partner, List<NewCase> ofChain) {
    List<NewCase> causes = new ArrayList<>(ofChain);
    debits.differences(partner, clock.today()).forEach(one -> causes.add(CaseEvidence.debitDiffers(partner, one)));
    credits.unmatched(partner, clock.impatientUntil()).forEach(one -> causes.add(CaseEvidence.returnUnmatched(partner, one)));
    positions.of(partner, clock.today(), clock.impatientUntil()).filter(position -> position.unexplained().value() != 0)
        .ifPresent(position -> causes.add(CaseEvidence.unexplained(position)));
    return causes;
  }

  /** Only banks send statements, of the account that they pay from (contract §1.4, §2.5, §3.6, §4.9). */
  static boolean sendsStatements(PartnerProfile partner) {
    return partner.kind().isBank() && partner.fundingAccount() != null;
  }

  private boolean isDue(PartnerProfile partner, @Nullable Instant lookedAt) {
    return lookedAt == null || lookedAt.isBefore(clock.lastTurn(partner));
  }
}
