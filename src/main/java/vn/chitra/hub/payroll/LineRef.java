package vn.chitra.hub.payroll;

/** One line of one payroll. */
public record LineRef(String payrollId, int lineNo) {}
