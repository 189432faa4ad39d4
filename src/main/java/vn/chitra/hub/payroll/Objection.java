package vn.chitra.hub.payroll;

/**
 * A reason in the agency's current data against a payment whose line was accepted earlier.
 *
 * @param reason the hub's reason code, at most 20 characters, as in {@code mappings/reroute-policy.yaml}
 * @param sentence Vietnamese, no personal data
 */
public record Objection(PaymentUnderWay payment, String reason, String sentence) {}
