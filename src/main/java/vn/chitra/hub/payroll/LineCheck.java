package vn.chitra.hub.payroll;

/** One named rule of intake: pure, and safe to ask only when the rules before it in {@link LineChecks#ALL} did not refuse. */
@FunctionalInterface
interface LineCheck {

  LineDecision check(PayrollLine line, CheckContext context);
}
