package vn.chitra.hub.reconciliation.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.partner.PartnerProfile;

/** Puts the statements of a partner in order, and finds missing days and balances that do not follow. */
@Component
class FollowChain {

  private final Statements statements;
  private final Cases cases;
  private final StatementClock clock;

  FollowChain(Statements statements, Cases cases, StatementClock clock) {
    this.statements = statements;
    this.cases = cases;
    this.clock = clock;
  }

  /** @param moved statements that count from now on, @param causes of open cases */
  record Followed(int moved, List<NewCase> causes) {}

  Followed follow(PartnerProfile partner) {
    Set<LocalDate> excused = statements.decidedDays(partner.id(), CaseKind.STATEMENT_MISSING.name());
    Set<LocalDate> accepted = statements.decidedDays(partner.id(), CaseKind.STATEMENT_GAP.name());
    StatementChain chain = new StatementChain(clock::isBankingDay, excused, accepted);
    List<NewCase> causes = new ArrayList<>();
    int moved = 0;
    for (String account : statements.accounts(partner.id())) {
      StatementChain.Outcome outcome = chain.follow(statements.days(partner.id(), account));
      statements.chain(outcome.chained());
      if (partner.fundingFrom().isEmpty()) {
        statements.fundByAmount(outcome.chained());
      }
      cases.openAll(statements.otherEntries(outcome.chained()).stream().map(other -> CaseEvidence.other(partner.id(), other)).toList());
      outcome.gaps().forEach(gap -> causes.add(CaseEvidence.gap(partner.id(), gap)));
      outcome.stray().forEach(day -> causes.add(CaseEvidence.stray(partner.id(), day)));
      moved += outcome.chained().size();
    }
    statements.unsettledCredits(partner.id()).forEach(credit -> causes.add(CaseEvidence.creditUnsettled(partner.id(), credit)));
    missing(partner, chain).forEach(day -> causes.add(CaseEvidence.missing(partner.id(), day)));
    return new Followed(moved, causes);
  }

  private List<LocalDate> missing(PartnerProfile partner, StatementChain chain) {
    String account = partner.fundingAccount();
    Optional<LocalDate> from = account == null ? Optional.empty() : statements.awaitedFrom(partner.id(), account);
    if (account == null || from.isEmpty()) {
      return List.of();
    }
    Set<LocalDate> present = statements.days(partner.id(), account).stream().map(StatementDay::date).collect(Collectors.toSet());
    return chain.missing(from.get(), clock.lastDueDay(partner), present);
  }
}
