package vn.chitra.hub.reconciliation.report;

import java.time.YearMonth;

/** Reads the figures of the settlement reports. */
public interface SettlementFigures {

  /** Read from one REPEATABLE READ snapshot in a transaction of its own; a period without anything has empty lists. */
  ReportFigures of(YearMonth period);
}
