package vn.chitra.hub.partner;

import java.io.IOException;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The terms of account opening: {@code mappings/account-opening.yaml}.
 *
 * @param bank id of the bank that the province chose; its kind is {@code bank-csv}
 * @param bin the bank's own NAPAS BIN, of the accounts that it opens; where the file names none, the first of {@code banks.csv} at this
 * bank
 * @param askAgainAfter how long after an answer, or after none came, a person is asked again
 */
public record AccountOpening(String bank, Period askAgainAfter, String bin) {

  private static final String FILE = "account-opening.yaml";

  static AccountOpening read(MappingFiles files, Map<String, PartnerProfile> profiles, List<Bank> banks, MappingErrors errors)
      throws IOException {
    Optional<YamlSection> yaml = files.yaml(FILE, errors);
    AccountOpening opening = yaml.map(section -> new AccountOpening(
        section.value("bank", text -> bank(profiles, text), "", "một đối tác loại bank-csv"),
        section.value("ask-again-after", AccountOpening::positive, Period.ZERO, "khoảng thời gian dương, ví dụ P6M"),
        section.optional("bin", AccountOpening::bin, "6 chữ số").orElseGet(() -> ownBin(section, banks))))
        .orElse(new AccountOpening("", Period.ZERO, ""));
    yaml.ifPresent(YamlSection::noOtherKeys);
    return opening;
  }

  private static String bank(Map<String, PartnerProfile> profiles, String id) {
    PartnerProfile profile = profiles.get(id);
    if (profile == null || profile.kind() != PartnerKind.BANK_CSV) {
      throw new IllegalArgumentException(id);
    }
    return id;
  }

  private static String ownBin(YamlSection section, List<Bank> banks) {
    String bank = section.optional("bank", text -> text, "").orElse("");
    return banks.stream().filter(row -> row.partner().equals(bank)).map(Bank::bin).findFirst().orElse("");
  }

  private static String bin(String text) {
    if (!text.matches("[0-9]{6}")) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static Period positive(String text) {
    Period period = Period.parse(text);
    if (period.isZero() || period.isNegative()) {
      throw new IllegalArgumentException(text);
    }
    return period;
  }
}
