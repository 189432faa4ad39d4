package vn.chitra.hub.payroll;

/** The kinds of payroll line, as the welfare database names them. */
public enum LineKind {
  REGULAR, ARREARS, ONE_OFF, FUNERAL,
  /** Brings unpaid money of an earlier line again; obeys the rules of the kind it carries. */
  CARRY_OVER;

  /** Whether each single month of the line must be owed. */
  boolean isMonthly() {
    return this == REGULAR || this == ARREARS;
  }
}
