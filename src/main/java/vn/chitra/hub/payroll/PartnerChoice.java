package vn.chitra.hub.payroll;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.payout.Channel;

/** Finds the partner of a payout during intake, so that planning need not write the payout a second time. */
@FunctionalInterface
public interface PartnerChoice {

  /**
   * @param bin of the account; for the bank channel only
   * @param payFrom the payroll's first pay day
   * @param amountVnd dong
   * @return its id; null where planning will hold the payout, for it has no place or its bank cannot be reached
   */
  @Nullable String of(Channel channel, @Nullable String bin, String communeCode, LocalDate payFrom, long amountVnd);
}
