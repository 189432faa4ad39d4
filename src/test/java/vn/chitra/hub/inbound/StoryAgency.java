package vn.chitra.hub.inbound;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import vn.chitra.hub.payout.AgencyData;

/** The agencies' database of a scenario: empty, except for the data that the scenario adds. */
final class StoryAgency implements AgencyData {

  final Map<String, Account> accounts = new HashMap<>();
  final Map<String, LocalDate> deaths = new HashMap<>();

  @Override
  public Map<String, Account> newestAccounts(Collection<String> entitlements, LocalDate on) {
    Map<String, Account> known = new TreeMap<>(accounts);
    known.keySet().retainAll(entitlements);
    return known;
  }

  @Override
  public Map<String, LocalDate> deaths(Collection<String> entitlements) {
    Map<String, LocalDate> known = new TreeMap<>(deaths);
    known.keySet().retainAll(entitlements);
    return known;
  }
}
