package vn.chitra.hub.channel.iso20022;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The meaning of a bank's ISO codes: data of the bank's profile. The values of {@link #CONTRACT} are those of contract {@code bank-iso}; a
 * profile overrides single lists by name.
 *
 * @param paidOn the statuses that count as paid: ISO transaction statuses, and {@code camt.054-BOOK}
 * @param accepted statuses of a payment or a file in progress
 * @param acceptedWithCase the same, with a case
 * @param onlyRejectedListed file statuses under which the unlisted payments are accepted
 * @param finalOnlyByCamt versions of pain.002 that never prove a payment
 * @param fileRefused reasons of an RJCT on group or payment information: the file is wrong
 * @param waitingFunds the same: no money for the whole file
 * @param duplicateStands the same: the first one stands
 * @param lookAlike reasons of an RJCT on a transaction that leave it ACCEPTED, with a case
 * @param heldForFunds the same, for want of money
 * @param deceased reasons that mean the payee has died
 * @param knownReasons every reason known by name; another goes to a person
 * @param feeFamilies bank transaction sub-families that are fees
 */
public record IsoParseRules(Set<String> paidOn, Set<String> accepted, Set<String> acceptedWithCase, Set<String> onlyRejectedListed,
    Set<String> finalOnlyByCamt, Set<String> fileRefused, Set<String> waitingFunds, Set<String> duplicateStands, Set<String> lookAlike,
    Set<String> heldForFunds, Set<String> deceased, Set<String> knownReasons, Set<String> feeFamilies) {

  /** The value in {@code paid-on} for a booked debit of a camt.054. */
  public static final String BOOKED = "camt.054-BOOK";

  /** Contract {@code bank-iso}, by the names that a profile uses. */
  public static final Map<String, List<String>> CONTRACT = contract();

  public IsoParseRules {
    if (!accepted.containsAll(without(paidOn))) {
      throw new IllegalArgumentException("paid-on: not a known status: " + without(paidOn));
    }
  }

  /**
   * @param overrides by name, as in the profile; a name left out keeps the contract's value
   * @throws IllegalArgumentException naming the rule or value that is not in the contract
   */
  public static IsoParseRules of(Map<String, List<String>> overrides) {
    Map<String, List<String>> values = new LinkedHashMap<>(CONTRACT);
    overrides.forEach((name, codes) -> {
      if (values.replace(name, List.copyOf(codes)) == null) {
        throw new IllegalArgumentException("unknown key " + name + "; known: " + new TreeSet<>(CONTRACT.keySet()));
      }
    });
    return new IsoParseRules(set(values, "paid-on"), set(values, "accepted"), set(values, "accepted-with-case"),
        set(values, "only-rejected-listed"), set(values, "final-only-by-camt"), set(values, "file-refused"),
        set(values, "waiting-funds"), set(values, "duplicate-stands"), set(values, "look-alike"), set(values, "held-for-funds"),
        set(values, "deceased"), set(values, "known-reasons"), set(values, "fee-families"));
  }

  boolean isKnown(String reason) {
    return knownReasons.contains(reason) || lookAlike.contains(reason) || heldForFunds.contains(reason) || deceased.contains(reason);
  }

  private static Set<String> without(Set<String> paidOn) {
    Set<String> statuses = new TreeSet<>(paidOn);
    statuses.remove(BOOKED);
    statuses.remove("ACCC");
    return statuses;
  }

  private static Set<String> set(Map<String, List<String>> values, String name) {
    return Set.copyOf(values.get(name));
  }

  private static Map<String, List<String>> contract() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("paid-on", List.of("ACCC", BOOKED));
    values.put("accepted", List.of("ACTC", "ACCP", "ACSP", "ACSC", "ACWC", "ACWP", "ACFC", "PDNG", "PATC", "RCVD", "ACCC"));
    values.put("accepted-with-case", List.of("BLCK"));
    values.put("only-rejected-listed", List.of("PART"));
    values.put("final-only-by-camt", List.of("03"));
    values.put("file-refused", List.of("AM09", "AM10", "FF01", "FF02", "DT01"));
    values.put("waiting-funds", List.of("AM04"));
    values.put("duplicate-stands", List.of("DU01", "DU02"));
    values.put("look-alike", List.of("AM05", "DU01", "DU02", "DU03", "DU04", "DU05", "DUPL"));
    values.put("held-for-funds", List.of("AM04"));
    values.put("deceased", List.of("MD07"));
    values.put("known-reasons", List.of("AC01", "AC03", "AC04", "AC06", "AC07", "AG01", "AM02", "AM04", "AM05", "AM09", "AM10", "AM14",
        "BE01", "CNOR", "CUST", "DT01", "DU01", "DU02", "DU03", "DU04", "DU05", "FOCR", "MD07", "MS02", "MS03", "NARR", "NOAS", "RC01",
        "RR01", "RR02", "RR03", "RR04", "UPAY"));
    values.put("fee-families", List.of("CHRG", "COMM", "FEES"));
    return Map.copyOf(values);
  }
}
