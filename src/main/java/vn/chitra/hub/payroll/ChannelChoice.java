package vn.chitra.hub.payroll;

import java.time.LocalDate;
import vn.chitra.hub.payout.Channel;

/** Chooses the channel of a payout during intake, because an account is checked only where the money goes to it. */
@FunctionalInterface
public interface ChannelChoice {

  /**
   * @param circumstance NONE, or why the person is special
   * @param noTransfer does not transact by transfer, even where an account exists
   * @param cashPlace HOME or COUNTER
   * @param on the day whose policy holds: the payroll's first pay day
   * @param accountCutoff the day until which an account had to be registered
   */
  Choice choose(String programme, String circumstance, boolean noTransfer, boolean hasAccount, String cashPlace, LocalDate on,
      LocalDate accountCutoff);

  /**
   * @param explanation Vietnamese, for a person
   * @param offerAccount whether the person belongs on the account-opening list
   */
  record Choice(Channel channel, String explanation, boolean offerAccount) {}
}
