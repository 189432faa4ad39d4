package vn.chitra.hub.partner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The partners of this province; immutable, at most one post office and one commune partner among them. */
public final class Partners {

  private final Map<String, PartnerProfile> profiles;
  private final Map<String, String> partnerOfBin;
  private final Map<String, String> bankNames;

  Partners(Map<String, PartnerProfile> profiles, List<Bank> banks) {
    this.profiles = new TreeMap<>(profiles);
    this.partnerOfBin = banks.stream().filter(bank -> !bank.partner().isEmpty())
        .collect(Collectors.toUnmodifiableMap(Bank::bin, Bank::partner));
    this.bankNames = banks.stream().collect(Collectors.toUnmodifiableMap(Bank::bin, Bank::shortName, (first, second) -> first));
  }

  /** Sorted by id. */
  public List<PartnerProfile> all() {
    return List.copyOf(profiles.values());
  }

  public Optional<PartnerProfile> byId(String id) {
    return Optional.ofNullable(profiles.get(id));
  }

  /** The partner that carries a payment to that bank: the bank itself or its sponsor; empty = unreachable, the payout is held. */
  public Optional<PartnerProfile> forBin(String bin) {
    return Optional.ofNullable(partnerOfBin.get(bin)).flatMap(this::byId);
  }

  /** The name by which people know the partner; its id where there is no profile any more. */
  public String nameOf(String id) {
    return byId(id).map(PartnerProfile::name).orElse(id);
  }

  /** The short name of any bank, also of one that no partner reaches. */
  public Optional<String> bankName(String bin) {
    return Optional.ofNullable(bankNames.get(bin));
  }

  /** Sorted by id. */
  public List<PartnerProfile> ofKind(PartnerKind kind) {
    return profiles.values().stream().filter(profile -> profile.kind() == kind).toList();
  }

  /** Empty where the province pays no cash at post offices. */
  public Optional<PartnerProfile> postOffice() {
    return ofKind(PartnerKind.POST_OFFICE).stream().findFirst();
  }

  /** Empty where the province pays no cash at communes. */
  public Optional<PartnerProfile> commune() {
    return ofKind(PartnerKind.COMMUNE).stream().findFirst();
  }
}
