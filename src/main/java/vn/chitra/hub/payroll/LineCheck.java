package vn.chitra.hub.payroll;

/**
 * One named rule of intake. It has no side effects, and it may run only when the rules before it in {@link LineChecks#ALL} did not refuse.
 */
@FunctionalInterface
interface LineCheck {

  LineDecision check(PayrollLine line, CheckContext context);
}
