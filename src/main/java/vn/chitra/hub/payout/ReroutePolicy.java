package vn.chitra.hub.payout;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.partner.MappingErrors;
import vn.chitra.hub.partner.YamlSection;

/**
 * The re-route policy: the action after a final negative status, as data in {@code mappings/reroute-policy.yaml}. The newest version valid
 * on the day applies, in it the first rule that fits. Immutable.
 */
public final class ReroutePolicy {

  public enum Action {
    /**
     * Held until the agency's data contain another account; then a new payment starts automatically. After the last day for it the fallback
     * applies.
     */
    CORRECT_ACCOUNT,
    /** A new payment by the cash channel of the programme, while the last pay day allows a list; else carried over. */
    OTHER_CHANNEL,
    /** The liability goes back to the agency after the last pay day, and is listed again as a CARRY_OVER line. */
    CARRY_OVER,
    /** A person decides, without a deadline or until the fallback applies. */
    HOLD,
    /**
     * No new payment: stopped when the agency's data put a death before the line's months, otherwise handed back after the last pay day.
     */
    STOP
  }

  /**
   * The planned actions for an unpaid payout, with their deadlines.
   *
   * @param fallback what follows when the time for {@code action} is over; null = nothing does
   * @param accountDays another account is awaited until so many days before the last pay day
   * @param cashDays a cash list may still begin until so many days before the last pay day
   * @param personDays so long a person has in any case before what comes afterwards, last pay day or not
   */
  public record Course(Action action, @Nullable Action fallback, int accountDays, int cashDays, int personDays) {}

  private final NavigableMap<LocalDate, RerouteVersion> versions;

  private ReroutePolicy(NavigableMap<LocalDate, RerouteVersion> versions) {
    this.versions = versions;
  }

  /** @throws vn.chitra.hub.partner.MappingsInvalidException naming file, line and key of every error */
  public static ReroutePolicy load(InputStream yaml, String file) throws IOException {
    MappingErrors errors = new MappingErrors();
    YamlSection top = YamlSection.read(yaml, file, errors);
    NavigableMap<LocalDate, RerouteVersion> versions = new TreeMap<>();
    for (YamlSection version : top.sections("versions")) {
      LocalDate from = version.value("valid-from", LocalDate::parse, LocalDate.MIN, "ngày yyyy-MM-dd");
      if (versions.putIfAbsent(from, RerouteVersion.read(version)) != null) {
        version.error("valid-from", "ngày lặp lại");
      }
    }
    top.noOtherKeys();
    errors.throwIfAny();
    return new ReroutePolicy(versions);
  }

  /**
   * @param outcome the payment's final negative state
   * @param reason the hub's reason code, or null where the partner gave none
   * @throws IllegalArgumentException when no version is valid on that day
   */
  public Course course(PaymentState outcome, @Nullable String reason, Channel channel, LocalDate on) {
    return Optional.ofNullable(versions.floorEntry(on)).map(Map.Entry::getValue)
        .orElseThrow(() -> new IllegalArgumentException("no re-route policy is valid on " + on)).course(outcome, reason, channel);
  }

  /** One version of the policy; its last rule matches everything, so that it always decides. */
  private record RerouteVersion(int accountDays, int cashDays, int personDays, List<Rule> rules) {

    private static final int MONTH = 31;

    static RerouteVersion read(YamlSection yaml) {
      int accountDays = (int) yaml.number("account-days", 0, MONTH);
      int cashDays = (int) yaml.number("cash-days", 0, MONTH);
      int personDays = (int) yaml.number("person-days", 0, MONTH);
      if (cashDays >= accountDays && yaml.has("cash-days")) {
        yaml.error("cash-days", "phải nhỏ hơn account-days, nếu không thì không còn ngày nào để đổi kênh");
      }
      List<YamlSection> sections = yaml.sections("rules");
      List<Rule> rules = sections.stream().map(Rule::read).toList();
      for (int i = 0; i + 1 < rules.size(); i++) {
        if (rules.get(i).fitsEverything()) {
          sections.get(i + 1).error("action", "quy tắc không bao giờ được dùng: quy tắc đứng trước đã bao hết");
        }
      }
      if (!rules.isEmpty() && !rules.get(rules.size() - 1).fitsEverything()) {
        yaml.error("rules", "quy tắc cuối cùng phải áp dụng cho mọi trường hợp");
      }
      yaml.noOtherKeys();
      return new RerouteVersion(accountDays, cashDays, personDays, rules);
    }

    Course course(PaymentState outcome, @Nullable String reason, Channel channel) {
      Rule rule = rules.stream().filter(one -> one.fits(outcome, reason, channel)).findFirst().orElseThrow();
      return new Course(rule.action(), rule.fallback(), accountDays, cashDays, personDays);
    }
  }

  private record Rule(Set<PaymentState> outcomes, Set<String> reasons, Set<Channel> channels, Action action, @Nullable Action fallback) {

    private static final String REASON = "[A-Z][A-Z0-9_]{1,19}";

    static Rule read(YamlSection yaml) {
      Rule rule = new Rule(
          some(yaml, "outcomes", Rule::outcome, "REJECTED, UNCOLLECTED, RETURNED hoặc CANCELLED"),
          some(yaml, "reasons", Rule::reason, "mã lý do của hệ thống, chữ hoa"),
          some(yaml, "channels", Channel::valueOf, "BANK, POST_CASH hoặc COMMUNE_CASH"),
          yaml.choice("action", Action.class),
          yaml.has("fallback") ? yaml.choice("fallback", Action.class) : null);
      boolean takesNext = rule.action == Action.CORRECT_ACCOUNT || rule.action == Action.HOLD;
      if (rule.action == Action.CORRECT_ACCOUNT && rule.fallback == null) {
        yaml.error("fallback", "thiếu khoá: hết hạn chờ tài khoản thì làm gì");
      } else if (rule.fallback != null && !takesNext) {
        yaml.error("fallback", "chỉ dùng với correct-account hoặc hold");
      } else if (rule.fallback == Action.STOP || rule.fallback == Action.CORRECT_ACCOUNT
          || rule.action == Action.HOLD && rule.fallback != null && rule.fallback != Action.CARRY_OVER) {
        yaml.error("fallback", "sau correct-account chỉ có thể là other-channel, carry-over, hold; sau hold chỉ có thể là carry-over");
      }
      yaml.noOtherKeys();
      return rule;
    }

    private static PaymentState outcome(String text) {
      PaymentState state = PaymentState.valueOf(text);
      if (!state.isFinalNegative()) {
        throw new IllegalArgumentException(text);
      }
      return state;
    }

    private static String reason(String text) {
      if (!text.matches(REASON)) {
        throw new IllegalArgumentException(text);
      }
      return text;
    }

    private static <T> Set<T> some(YamlSection yaml, String key, Function<String, T> parser, String expected) {
      return yaml.has(key) ? Set.copyOf(new HashSet<>(yaml.values(key, parser, expected))) : Set.of();
    }

    boolean fits(PaymentState outcome, @Nullable String reason, Channel channel) {
      return (outcomes.isEmpty() || outcomes.contains(outcome)) && (reasons.isEmpty() || reason != null && reasons.contains(reason))
          && (channels.isEmpty() || channels.contains(channel));
    }

    boolean fitsEverything() {
      return outcomes.isEmpty() && reasons.isEmpty() && channels.isEmpty();
    }
  }
}
