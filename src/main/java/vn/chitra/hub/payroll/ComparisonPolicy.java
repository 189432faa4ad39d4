package vn.chitra.hub.payroll;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.chitra.hub.partner.MappingErrors;
import vn.chitra.hub.partner.YamlSection;

/** The rules of comparing a payroll with the month before, and what follows from each finding: {@code mappings/payroll-comparison.yaml}. */
public final class ComparisonPolicy {

  /** The consequence of a finding: nothing is looked for, the dry run shows it, or intake holds the payouts. */
  public enum Effect { OFF, WARN, HOLD }

  private static final int MOST_PERCENT = 1_000;
  private static final int MOST_PAYEES = 1_000;

  private final Map<FindingKind, Effect> effects;
  private final int percent;
  private final int payeesOfOneAccount;
  private final int payeesChanged;

  private ComparisonPolicy(Map<FindingKind, Effect> effects, int percent, int payeesOfOneAccount, int payeesChanged) {
    this.effects = effects;
    this.percent = percent;
    this.payeesOfOneAccount = payeesOfOneAccount;
    this.payeesChanged = payeesChanged;
  }

  /**
   * Reads and checks the whole policy; the caller closes the stream.
   *
   * @throws vn.chitra.hub.partner.MappingsInvalidException listing every error with file, line and key
   */
  public static ComparisonPolicy load(InputStream yaml, String fileName) throws IOException {
    MappingErrors errors = new MappingErrors();
    YamlSection file = YamlSection.read(yaml, fileName, errors);
    Map<FindingKind, Effect> effects = new EnumMap<>(FindingKind.class);
    Map<FindingKind, Integer> limits = new EnumMap<>(FindingKind.class);
    file.section("findings").ifPresent(findings -> {
      for (FindingKind kind : FindingKind.values()) {
        findings.section(kind.key()).ifPresent(rule -> read(kind, rule, effects, limits));
      }
      findings.noOtherKeys();
    });
    file.noOtherKeys();
    errors.throwIfAny();
    return new ComparisonPolicy(effects, Objects.requireNonNull(limits.get(FindingKind.AMOUNT_CHANGED)),
        Objects.requireNonNull(limits.get(FindingKind.SHARED_ACCOUNT)),
        Objects.requireNonNull(limits.get(FindingKind.CHANGED_TO_ONE_ACCOUNT)));
  }

  private static void read(FindingKind kind, YamlSection rule, Map<FindingKind, Effect> effects, Map<FindingKind, Integer> limits) {
    Effect effect = rule.choice("effect", Effect.class);
    if (effect == Effect.HOLD && !kind.isOfALine()) {
      rule.error("effect", "không có dòng nào để giữ; chỉ có thể là off hoặc warn");
    }
    effects.put(kind, effect);
    switch (kind) {
      case AMOUNT_CHANGED -> limits.put(kind, (int) rule.number("percent", 1, MOST_PERCENT));
      case SHARED_ACCOUNT, CHANGED_TO_ONE_ACCOUNT -> limits.put(kind, (int) rule.number("payees", 2, MOST_PAYEES));
      default -> { }
    }
    rule.noOtherKeys();
  }

  /** The kinds that are looked for. */
  public Set<FindingKind> lookedFor() {
    return having(effect -> effect != Effect.OFF);
  }

  /** The kinds for which payouts are held. */
  public Set<FindingKind> holding() {
    return having(effect -> effect == Effect.HOLD);
  }

  private Set<FindingKind> having(Predicate<Effect> fits) {
    return Arrays.stream(FindingKind.values()).filter(kind -> fits.test(effects.getOrDefault(kind, Effect.OFF)))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingKind.class)));
  }

  /** An amount that differs by more than this is a finding. */
  public int percent() {
    return percent;
  }

  /** From how many different payees on one account is a finding. */
  public int payeesOfOneAccount() {
    return payeesOfOneAccount;
  }

  /** From how many payees who changed to one account is a finding. */
  public int payeesChanged() {
    return payeesChanged;
  }
}
