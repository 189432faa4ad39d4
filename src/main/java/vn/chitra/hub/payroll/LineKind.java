package vn.chitra.hub.payroll;

/** What a payroll line is for, as the welfare database names it. */
public enum LineKind {
  REGULAR, ARREARS, ONE_OFF, FUNERAL,
  /** Brings unpaid money of an earlier line again; obeys the rules of the kind it carries. */
  CARRY_OVER;

  /** Whether each month of the line must be owed by itself. */
  boolean isMonthly() {
    return this == REGULAR || this == ARREARS;
  }
}
