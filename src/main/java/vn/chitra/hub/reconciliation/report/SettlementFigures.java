package vn.chitra.hub.reconciliation.report;

import java.time.YearMonth;

/** The figures that reports are made of. */
public interface SettlementFigures {

  /** Read from one REPEATABLE READ snapshot in a transaction of its own; a period without anything has empty lists. */
  ReportFigures of(YearMonth period);
}
