package vn.chitra.hub.payroll;

/** The identity of one line of one payroll. */
public record LineRef(String payrollId, int lineNo) {}
