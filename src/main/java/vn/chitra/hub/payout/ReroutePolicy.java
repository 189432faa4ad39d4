package vn.chitra.hub.payout;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.partner.MappingErrors;
import vn.chitra.hub.partner.YamlSection;

/** What follows a final negative answer, as data: {@code mappings/reroute-policy.yaml}. */
public final class ReroutePolicy {

  public enum Action {
    /** The liability goes back to the agency when the list closes, and comes again as a CARRY_OVER line. */
    CARRY_OVER,
    /** A person decides. */
    HOLD
  }

  private record Rule(Set<LegState> outcomes, Set<String> reasons, Action then) {

    boolean fits(LegState outcome, @Nullable String reason) {
      return (outcomes.isEmpty() || outcomes.contains(outcome)) && (reasons.isEmpty() || reason != null && reasons.contains(reason));
    }
  }

  private record Version(LocalDate validFrom, List<Rule> rules) {}

  private final List<Version> versions;

  private ReroutePolicy(List<Version> versions) {
    this.versions = versions;
  }

  /** @throws vn.chitra.hub.partner.MappingsInvalidException naming file, line and key of every error */
  public static ReroutePolicy load(InputStream yaml, String file) throws IOException {
    MappingErrors errors = new MappingErrors();
    YamlSection top = YamlSection.read(yaml, file, errors);
    List<Version> versions = top.sections("versions").stream().map(ReroutePolicy::version)
        .sorted(Comparator.comparing(Version::validFrom).reversed()).toList();
    top.noOtherKeys();
    errors.throwIfAny();
    return new ReroutePolicy(versions);
  }

  private static Version version(YamlSection section) {
    LocalDate from = section.value("valid-from", LocalDate::parse, LocalDate.MIN, "một ngày, ví dụ 2024-01-01");
    List<Rule> rules = section.sections("rules").stream().map(ReroutePolicy::rule).toList();
    section.noOtherKeys();
    return new Version(from, rules);
  }

  private static Rule rule(YamlSection section) {
    Set<LegState> outcomes = section.has("outcomes")
        ? Set.copyOf(section.values("outcomes", LegState::valueOf, "REJECTED, UNCOLLECTED hoặc RETURNED")) : Set.of();
    Set<String> reasons = section.has("reasons") ? Set.copyOf(section.values("reasons", Function.identity(), "mã lý do")) : Set.of();
    Rule rule = new Rule(outcomes, reasons, section.choice("then", Action.class));
    section.noOtherKeys();
    return rule;
  }

  /**
   * @param outcome the leg's final negative state
   * @throws IllegalArgumentException when no version is valid on that day; no rule that fits means HOLD
   */
  public Action decide(LegState outcome, @Nullable String reason, LocalDate on) {
    Version valid = versions.stream().filter(version -> !version.validFrom().isAfter(on)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no re-route policy is valid on " + on));
    return valid.rules().stream().filter(rule -> rule.fits(outcome, reason)).map(Rule::then).findFirst().orElse(Action.HOLD);
  }
}
