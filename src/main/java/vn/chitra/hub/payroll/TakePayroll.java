package vn.chitra.hub.payroll;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
  public enum Outcome { TAKEN, REFUSED, HELD, ALREADY_TAKEN, NOT_APPROVED }

  private static final Logger LOG = LoggerFactory.getLogger(TakePayroll.class);
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final int CASES_AT_ONCE = 1000;
  private static final int LATE_PAY_DAY = 17;

  private final ApprovedPayrolls welfare;
  private final Payrolls payrolls;
  private final LineStage stage;
  private final Cases cases;
  private final Outbox outbox;
  private final IntakeRegisters registers;
  private final TransactionTemplate transaction;
  private final Clock businessClock;

  public TakePayroll(ApprovedPayrolls welfare, Payrolls payrolls, LineStage stage, Cases cases, Outbox outbox, IntakeRegisters registers,
      PlatformTransactionManager hubTransactions, Clock businessClock) {
    this.welfare = welfare;
    this.payrolls = payrolls;
    this.stage = stage;
    this.cases = cases;
    this.outbox = outbox;
    this.registers = registers;
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
    Optional<ParseResult> parsed = welfare.read(payrollId, snapshot -> snapshot.map(found -> readAndJudge(found, now)));
    return parsed.map(read -> settle(read, now)).orElse(Outcome.NOT_APPROVED);
  }

  /** Stages lines only: all other writes of the hub come after the welfare database's transaction has ended. */
  private ParseResult readAndJudge(ApprovedPayrolls.Snapshot snapshot, Instant now) {
    PayrollHeader header = snapshot.header();
    ControlTotals totals = snapshot.totals();
    if (!totals.fit(header)) {
      return new ParseResult(header, totals, null);
    }
    stage.open();
    LineJudge judge = new LineJudge(header, registers, stage);
    snapshot.forEachLine(LocalDate.ofInstant(now, ZONE), judge);
    return new ParseResult(header, totals, judge.finish());
  }

  private Outcome settle(ParseResult read, Instant now) {
    Payroll payroll = payrolls.saveAndFlush(new Payroll(read.header(), now));
    if (read.warnings() == null) {
      hold(payroll, read);
    } else {
      book(payroll, read.header(), read.warnings(), now);
    }
    payrolls.saveAndFlush(payroll);
    LOG.info("payroll {} {}: {} lines, {} dong; accepted {}, {} dong; refused {}, {} dong", payroll.payrollId(), payroll.state(),
        read.header().itemCount(), read.header().totalVnd(), payroll.accepted().count(), payroll.accepted().vnd(),
        payroll.refused().count(), payroll.refused().vnd());
    return Outcome.valueOf(payroll.state().name());
  }

  private void hold(Payroll payroll, ParseResult read) {
    PayrollHeader header = read.header();
    String why = "Đầu bảng ghi " + header.itemCount() + " dòng, " + header.totalVnd() + " đồng; cộng các dòng được "
        + read.totals().count() + " dòng, " + read.totals().vnd() + " đồng. Chưa nhận dòng nào; đề nghị gửi bảng khác đã sửa.";
    payroll.holdForTotals(why);
    cases.open(HeldPayroll.about(payroll.payrollId(), header.programme(), payroll.period(), header.itemCount(), header.totalVnd(), why));
  }

  private void book(Payroll payroll, PayrollHeader header, WarningLog warnings, Instant now) {
    LineStage.Booked booked = stage.book(header, now);
    payroll.judged(booked.accepted(), booked.refused(), remark(header, booked, warnings));
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

  private static @Nullable String remark(PayrollHeader header, LineStage.Booked booked, WarningLog warnings) {
    List<String> sentences = new ArrayList<>();
    if (booked.refused().count() > 0) {
      sentences.add("Từ chối " + booked.refused().count() + " dòng; lý do ghi theo từng dòng.");
    }
    if (header.payUntil().isAfter(header.periodToBookUnder().to().atDay(LATE_PAY_DAY))) {
      sentences.add("Lưu ý: ngày chi cuối " + header.payUntil() + " sau ngày " + LATE_PAY_DAY + ", khó kịp báo cáo trước ngày 20.");
    }
    sentences.addAll(warnings.sentences());
    return sentences.isEmpty() ? null : String.join(" ", sentences);
  }

  /** @param warnings null when the control totals are wrong and no line was judged */
  private record ParseResult(PayrollHeader header, ControlTotals totals, @Nullable WarningLog warnings) {}
}
