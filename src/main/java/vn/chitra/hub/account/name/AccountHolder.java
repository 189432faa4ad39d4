package vn.chitra.hub.account.name;

import org.jspecify.annotations.Nullable;
import vn.chitra.hub.support.NameFolding;

/**
 * A bank's answer about the holder of one account.
 *
 * @param name of the holder as the bank has it, folded; null when the bank has no such account
 */
public record AccountHolder(AccountStatus accountStatus, @Nullable String name) {

  private static final int AS_BANKS_HOLD_IT = 50;

  /** The status of an account at its bank. */
  public enum AccountStatus { OPEN, CLOSED, BLOCKED, UNKNOWN }

  public static AccountHolder of(AccountStatus accountStatus, @Nullable String stated) {
    return new AccountHolder(accountStatus, stated == null ? null : folded(stated));
  }

  /** Whether money for that name may go to this account; compared without case, diacritics and the part that a bank's field cuts off. */
  public boolean fits(String name) {
    return accountStatus == AccountStatus.OPEN && folded(name).equals(this.name);
  }

  private static String folded(String name) {
    return NameFolding.bankName(name, AS_BANKS_HOLD_IT);
  }
}
