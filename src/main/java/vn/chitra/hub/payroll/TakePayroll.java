package vn.chitra.hub.payroll;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.outbox.Outbox;
import vn.chitra.hub.payroll.LineStage.HeldPayout;

/**
 * Takes one approved payroll: in one hub transaction, from one snapshot of the welfare database, every line becomes a payout, a held payout
 * or a refusal. Taking it again, by this instance or another, changes nothing. A technical failure throws and leaves nothing behind.
 */
@Component
public final class TakePayroll {

  /** The result of taking a payroll. */
  public enum Outcome {
    TAKEN,
    REFUSED,
    HELD,
    ALREADY_TAKEN,
    NOT_APPROVED,
    /** It has an entitlement in common with a withdrawn payroll whose withdrawal is not applied yet: it stays due. */
    WITHDRAWAL_PENDING
  }

  private static final Logger LOG = LoggerFactory.getLogger(TakePayroll.class);
  private static final int CASES_AT_ONCE = 1000;

  private final ApprovedPayrolls welfare;
  private final Payrolls payrolls;
  private final LineStage stage;
  private final Withdrawals withdrawals;
  private final Cases cases;
  private final Outbox outbox;
  private final JudgePayroll judge;
  private final PayrollComparison comparison;
  private final TransactionTemplate transaction;
  private final Clock businessClock;

  public TakePayroll(ApprovedPayrolls welfare, Payrolls payrolls, LineStage stage, Withdrawals withdrawals, Cases cases, Outbox outbox,
      JudgePayroll judge, PayrollComparison comparison, PlatformTransactionManager hubTransactions, Clock businessClock) {
    this.welfare = welfare;
    this.payrolls = payrolls;
    this.stage = stage;
    this.withdrawals = withdrawals;
    this.cases = cases;
    this.outbox = outbox;
    this.judge = judge;
    this.comparison = comparison;
    this.transaction = new TransactionTemplate(hubTransactions);
    this.businessClock = businessClock;
  }

  public Outcome take(String payrollId) {
    Outcome outcome = transaction.execute(status -> takeOnce(payrollId));
    return outcome == null ? Outcome.NOT_APPROVED : outcome;
  }

  private Outcome takeOnce(String payrollId) {
    stage.lock();
    if (payrolls.existsById(payrollId)) {
      return Outcome.ALREADY_TAKEN;
    }
    Instant now = businessClock.instant();
    List<String> pending = withdrawals.pending();
    stage.open();
    // Nothing but the stage is written before the welfare database's transaction has ended.
    Optional<JudgedPayroll> parsed = welfare.read(payrollId, snapshot -> snapshot.map(found -> judge.judge(found, now)));
    if (parsed.isPresent() && stage.touches(pending)) {
      return Outcome.WITHDRAWAL_PENDING;
    }
    return parsed.map(read -> settle(read, now)).orElse(Outcome.NOT_APPROVED);
  }

  private Outcome settle(JudgedPayroll read, Instant now) {
    Payroll payroll = payrolls.saveAndFlush(new Payroll(read.header(), now));
    if (read.balanced()) {
      book(payroll, read, now);
    } else {
      hold(payroll, read);
    }
    payrolls.saveAndFlush(payroll);
    cases.autoClose(CaseKind.PAYROLL_NOT_TAKEN, "payroll:" + payroll.payrollId(), "đã nhận được");
    LOG.info("payroll {} {}: {} lines, {} dong; accepted {}, {} dong; refused {}, {} dong", payroll.payrollId(), payroll.state(),
        read.header().itemCount(), read.header().totalVnd(), payroll.accepted().count(), payroll.accepted().vnd(),
        payroll.refused().count(), payroll.refused().vnd());
    return Outcome.valueOf(payroll.state().name());
  }

  private void hold(Payroll payroll, JudgedPayroll read) {
    PayrollHeader header = read.header();
    String why = read.difference();
    payroll.holdForTotals(why);
    cases.open(HeldPayroll.about(payroll.payrollId(), header.programme(), payroll.period(), header.itemCount(), header.totalVnd(), why));
  }

  private void book(Payroll payroll, JudgedPayroll read, Instant now) {
    PayrollHeader header = read.header();
    comparison.holdAtIntake(header);
    LineStage.Booked booked = stage.book(header, now);
    payroll.judged(booked.accepted(), booked.refused(), read.remark(booked));
    stage.forEachHeld(payroll.payrollId(), CASES_AT_ONCE, held -> cases.openAll(held.stream().map(one -> about(payroll, header.agencyCode(), one))
        .toList()));
    if (payroll.state() == Payroll.State.TAKEN) {
      outbox.put(Destination.PLAN_PAYROLL, null, payroll.payrollId());
    }
  }

  private static NewCase about(Payroll payroll, String agency, HeldPayout held) {
    return NewCase.about(CaseKind.PAYOUT_HELD, "payout:" + held.payoutId(),
        "Bảng " + payroll.payrollId() + ", dòng " + held.lineNo() + ": " + held.why()).over(1, held.amountVnd())
        .heldFor(agency, held.reason());
  }
}
