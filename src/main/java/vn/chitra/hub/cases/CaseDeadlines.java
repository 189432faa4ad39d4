package vn.chitra.hub.cases;

import java.time.Clock;
import java.time.Instant;

/** The deadlines of cases that are opened now: the days that a person may take are working days, so nothing escalates over Tết. */
public final class CaseDeadlines {

  private final WorkingDays workingDays;
  private final Clock businessClock;

  public CaseDeadlines(WorkingDays workingDays, Clock businessClock) {
    this.workingDays = workingDays;
    this.businessClock = businessClock;
  }

  /** Counts working days; the calendar of the module {@code partner} implements it. */
  @FunctionalInterface
  public interface WorkingDays {

    /** The same time of day, that many working days later. */
    Instant after(Instant from, long days);
  }

  /** The deadline of a case of that kind that is opened now. */
  public Instant of(CaseKind kind) {
    return workingDays.after(businessClock.instant(), kind.dueDays());
  }
}
