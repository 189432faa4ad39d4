package vn.chitra.hub.payroll;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.payout.Channel;

/** Judges the lines of one payroll chunk by chunk, in bounded memory, and stages them. */
public final class LineJudge implements Consumer<PayrollLine> {

  private static final int CHUNK = 1000;

  private final PayrollHeader payroll;
  private final IntakeRegisters registers;
  private final LineStage stage;
  private final @Nullable String commune;
  private final boolean placeServed;
  private final List<PayrollLine> waiting = new ArrayList<>(CHUNK);
  private final WarningLog warnings = new WarningLog();

  LineJudge(PayrollHeader payroll, IntakeRegisters registers, LineStage stage) {
    this.payroll = payroll;
    this.registers = registers;
    this.stage = stage;
    this.commune = registers.communes().nameAt(payroll.communeCode(), payroll.payFrom()).orElse(null);
    this.placeServed = registers.places().served(payroll.communeCode(), payroll.payFrom());
  }

  @Override
  public void accept(PayrollLine line) {
    waiting.add(line);
    if (waiting.size() == CHUNK) {
      judgeWaiting();
    }
  }

  /** Judges the last lines and says what was warned about. */
  WarningLog finish() {
    judgeWaiting();
    return warnings;
  }

  private void judgeWaiting() {
    Map<LineRef, CarriedPayout> carried = stage.carriedPayouts(origins());
    List<JudgedLine> judged = new ArrayList<>(waiting.size());
    for (PayrollLine line : waiting) {
      judged.add(judge(line, carriedBy(line, carried)));
    }
    stage.stage(judged);
    waiting.clear();
  }

  private JudgedLine judge(PayrollLine line, @Nullable CarriedPayout carried) {
    ChannelChoice.Choice choice = choose(line);
    CheckContext context = new CheckContext(payroll, commune, placeServed, choice, carried);
    LineDecision decision = LineChecks.judge(line, context);
    if (!(decision instanceof LineDecision.Refused)) {
      warnings.note(line.lineNo(), LineWarnings.of(line, context, registers.communes()));
    }
    String partner = decision instanceof LineDecision.Accepted && carried == null ? partner(line, choice.channel()) : null;
    return new JudgedLine(line, context.kindOf(line), decision, choice, partner, carried == null ? null : carried.payoutId());
  }

  private @Nullable String partner(PayrollLine line, Channel channel) {
    PayrollLine.Account account = line.account();
    String bin = account == null || account.sameDay() > 1 ? null : account.bankBin();
    return registers.partners().of(channel, bin, payroll.communeCode(), payroll.payFrom(), line.amountVnd());
  }

  private ChannelChoice.Choice choose(PayrollLine line) {
    PayrollLine.Beneficiary person = line.beneficiary();
    return registers.channels().choose(line.entitlement().programme(), person.circumstance(), person.noTransfer(), line.account() != null,
        person.cashPlace(), payroll.payFrom(), payroll.accountCutoff());
  }

  private Set<LineRef> origins() {
    Set<LineRef> origins = new HashSet<>();
    for (PayrollLine line : waiting) {
      if (line.carried() != null && line.carried().origin() != null) {
        origins.add(line.carried().origin());
      }
    }
    return origins;
  }

  private static @Nullable CarriedPayout carriedBy(PayrollLine line, Map<LineRef, CarriedPayout> carried) {
    return line.carried() == null || line.carried().origin() == null ? null : carried.get(line.carried().origin());
  }
}
