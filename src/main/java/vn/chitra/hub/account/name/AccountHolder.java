package vn.chitra.hub.account.name;

import org.jspecify.annotations.Nullable;
import vn.chitra.hub.support.NameFolding;

/**
 * What a bank says of one of its accounts.
 *
 * @param name of the holder as the bank has it, folded; null where it knows no such account
 */
public record AccountHolder(Standing standing, @Nullable String name) {

  private static final int AS_BANKS_HOLD_IT = 50;

  /** How an account stands at its bank. */
  public enum Standing { OPEN, CLOSED, BLOCKED, UNKNOWN }

  public static AccountHolder of(Standing standing, @Nullable String stated) {
    return new AccountHolder(standing, stated == null ? null : folded(stated));
  }

  /** Whether money for that name may go there; compared without case, diacritics and what a bank's field cuts off. */
  public boolean fits(String name) {
    return standing == Standing.OPEN && folded(name).equals(this.name);
  }

  private static String folded(String name) {
    return NameFolding.bankName(name, AS_BANKS_HOLD_IT);
  }
}
