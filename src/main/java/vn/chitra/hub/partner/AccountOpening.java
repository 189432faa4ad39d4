package vn.chitra.hub.partner;

import java.io.IOException;
import java.time.Period;
import java.util.Map;
import java.util.Optional;

/**
 * How people without an account are helped to one: {@code mappings/account-opening.yaml}.
 *
 * @param bank id of the bank that the province chose; it speaks {@code bank-csv}
 * @param askAgainAfter how long after an answer, or after none came, a person is asked again
 */
public record AccountOpening(String bank, Period askAgainAfter) {

  private static final String FILE = "account-opening.yaml";

  static AccountOpening read(MappingFiles files, Map<String, PartnerProfile> profiles, MappingErrors errors) throws IOException {
    Optional<YamlSection> yaml = files.yaml(FILE, errors);
    AccountOpening opening = yaml.map(section -> new AccountOpening(
        section.value("bank", text -> bank(profiles, text), "", "một đối tác loại bank-csv"),
        section.value("ask-again-after", AccountOpening::positive, Period.ZERO, "khoảng thời gian dương, ví dụ P6M")))
        .orElse(new AccountOpening("", Period.ZERO));
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

  private static Period positive(String text) {
    Period period = Period.parse(text);
    if (period.isZero() || period.isNegative()) {
      throw new IllegalArgumentException(text);
    }
    return period;
  }
}
