package vn.chitra.hub.partner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Short names of banks by NAPAS BIN, for people; immutable. */
public final class BankNames {

  private final Map<String, String> names;

  BankNames(List<Bank> banks) {
    this.names = banks.stream().collect(Collectors.toUnmodifiableMap(Bank::bin, Bank::shortName));
  }

  /** Empty for a BIN that {@code banks.csv} does not list. */
  public Optional<String> nameOf(String bin) {
    return Optional.ofNullable(names.get(bin));
  }
}
