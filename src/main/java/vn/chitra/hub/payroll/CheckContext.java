package vn.chitra.hub.payroll;

import org.jspecify.annotations.Nullable;
import vn.chitra.hub.payout.Channel;

/**
 * The data that a check needs beside the line itself.
 *
 * @param commune name of the payroll's commune on the first pay day; null where its code means no place then
 * @param placeServed whether a partner pays cash in that commune on the first pay day
 * @param choice the channel decision for this line
 * @param carried the payout that a CARRY_OVER line would revive; null where the hub has none
 */
public record CheckContext(PayrollHeader payroll, @Nullable String commune, boolean placeServed, ChannelChoice.Choice choice,
    @Nullable CarriedPayout carried) {

  boolean communeKnown() {
    return commune != null;
  }

  boolean paysToAccount() {
    return choice.channel() == Channel.BANK;
  }

  /** The kind whose rules the line obeys. */
  LineKind kindOf(PayrollLine line) {
    return line.kind() == LineKind.CARRY_OVER && carried != null ? carried.kind() : line.kind();
  }
}
