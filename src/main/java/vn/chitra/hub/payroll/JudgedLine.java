package vn.chitra.hub.payroll;

import org.jspecify.annotations.Nullable;

/**
 * A payroll line with the decision about it.
 *
 * @param kind the kind whose rules it obeyed: for a CARRY_OVER line the carried one
 * @param partner where a new payout will be paid; null where that is decided by planning
 * @param carriedPayoutId the payout that it would revive; null where it would make one
 */
public record JudgedLine(PayrollLine line, LineKind kind, LineDecision decision, ChannelChoice.Choice choice,
    @Nullable String partner, @Nullable Long carriedPayoutId) {}
