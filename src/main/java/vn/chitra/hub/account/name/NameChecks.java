package vn.chitra.hub.account.name;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Payments that wait for the name check, and the names received so far; every verb takes part in the caller's transaction. */
public interface NameChecks {

  /** One account. */
  record Account(String bin, String number) {}

  /** A payment to an account whose holder is known. */
  record Checked(long paymentId, long payoutId, String endToEndId, long amountVnd, String name, AccountHolder holder) {}

  /** Accounts of waiting payments that no name younger than that is known of. */
  List<Account> unknown(String partner, Collection<String> bins, Instant since, int most);

  void keep(String partner, Map<Account, AccountHolder> holders, Instant at);

  /** Waiting payments to accounts of which a name younger than that is known. */
  List<Checked> known(String partner, Collection<String> bins, Instant since, int most);

  /** The same, locked until the transaction ends; payments locked by another transaction are left for the next run. */
  List<Checked> lock(String partner, Collection<String> bins, Instant since, int most);

  /** They wait no longer; those of the second list may not be batched before a person has decided. */
  void settle(Collection<Long> checked, Collection<Long> frozen, Instant at);

  /** Payments released before then that still wait: count. */
  int waitingSince(String partner, Collection<String> bins, Instant before);
}
