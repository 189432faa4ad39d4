package vn.chitra.hub.payroll;

/**
 * The payout that a CARRY_OVER line would revive, as the hub's database holds it.
 *
 * @param waiting whether it is carried over and waits to come again
 * @param amountVnd dong
 */
public record CarriedPayout(long payoutId, String entitlementId, String programme, LineKind kind, MonthRange months, long amountVnd,
    boolean waiting) {}
