package vn.chitra.hub.payroll;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.Zone;

/** Judges every line of one payroll and stages it: the checks of intake, for intake itself and for a dry run. */
@Component
public final class JudgePayroll {

  private final LineStage stage;
  private final IntakeRegisters registers;

  JudgePayroll(LineStage stage, IntakeRegisters registers) {
    this.stage = stage;
    this.registers = registers;
  }

  /**
   * Reads the payroll in its snapshot. No line is judged where the control totals differ from the header. Writes nothing but the stage,
   * which must be open.
   *
   * @param now business time; its day is the day of planning
   */
  JudgedPayroll judge(ApprovedPayrolls.Snapshot snapshot, Instant now) {
    ControlTotals totals = snapshot.totals();
    return totals.fit(snapshot.header()) ? judgeLines(snapshot, totals, now)
        : new JudgedPayroll(snapshot.header(), totals, List.of());
  }

  /** As intake judges it, but the lines of a payroll with wrong control totals too. */
  public JudgedPayroll judgeInAnyCase(ApprovedPayrolls.Snapshot snapshot, Instant now) {
    return judgeLines(snapshot, snapshot.totals(), now);
  }

  private JudgedPayroll judgeLines(ApprovedPayrolls.Snapshot snapshot, ControlTotals totals, Instant now) {
    LineJudge judge = new LineJudge(snapshot.header(), registers, stage);
    snapshot.forEachLine(LocalDate.ofInstant(now, Zone.VIETNAM), judge);
    return new JudgedPayroll(snapshot.header(), totals, judge.finish().sentences());
  }
}
