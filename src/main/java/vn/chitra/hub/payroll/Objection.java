package vn.chitra.hub.payroll;

/**
 * What the agency's data say against a payment that was fine when its line was taken.
 *
 * @param reason the hub's reason code, at most 20 characters, as in {@code mappings/reroute-policy.yaml}
 * @param sentence Vietnamese, no personal data
 */
public record Objection(PaymentUnderWay payment, String reason, String sentence) {}
