package vn.chitra.hub.payout;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * Reads current data of the agencies' database. Call it outside of any transaction of the hub. A database that cannot be read throws, and
 * nothing is changed.
 */
public interface AgencyData {

  /**
   * The account that was registered last and is open on that day, for each of the entitlements where it is one and well formed; two of one
   * newest day are a question for a person and not in the answer.
   */
  Map<String, Account> newestAccounts(Collection<String> entitlements, LocalDate on);

  /** The day of death, for each of the entitlements whose beneficiary is recorded as dead with a day. */
  Map<String, LocalDate> deaths(Collection<String> entitlements);

  /** @param name as the bank has it, cleaned */
  record Account(String bankBin, String accountNo, String name) {}
}
