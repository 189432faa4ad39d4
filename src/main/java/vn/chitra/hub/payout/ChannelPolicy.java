package vn.chitra.hub.payout;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.partner.MappingErrors;
import vn.chitra.hub.partner.YamlSection;

/**
 * Chooses the channel of a payout and explains the choice. The rules are data, {@code mappings/channel-policy.yaml}: the newest version
 * that is valid on the day of planning, in it the first rule that fits. Immutable; the same situation always gives the same decision.
 */
public final class ChannelPolicy {

  private static final Pattern PROGRAMME = Pattern.compile("[A-Z]{1,4}");

  private final NavigableMap<LocalDate, List<ChannelRule>> versions;

  private ChannelPolicy(NavigableMap<LocalDate, List<ChannelRule>> versions) {
    this.versions = versions;
  }

  /**
   * Reads and checks the whole policy: in each version every situation of every programme it names has a rule, and every rule decides
   * some situation. The caller closes the stream.
   *
   * @throws vn.chitra.hub.partner.MappingsInvalidException listing every error with file, line and key
   */
  public static ChannelPolicy load(InputStream yaml, String fileName) throws IOException {
    MappingErrors errors = new MappingErrors();
    YamlSection file = YamlSection.read(yaml, fileName, errors);
    NavigableMap<LocalDate, List<ChannelRule>> versions = new TreeMap<>();
    for (YamlSection version : file.sections("versions")) {
      LocalDate from = version.value("valid-from", LocalDate::parse, LocalDate.MIN, "ngày yyyy-MM-dd");
      if (versions.putIfAbsent(from, rules(version)) != null) {
        version.error("valid-from", "ngày lặp lại");
      }
      version.noOtherKeys();
    }
    file.noOtherKeys();
    errors.throwIfAny();
    return new ChannelPolicy(versions);
  }

  /**
   * Always decides for a programme that the version names.
   *
   * @throws IllegalArgumentException when no version is valid on that day or the version does not name the programme
   */
  public Decision decide(Situation situation) {
    return Optional.ofNullable(versions.floorEntry(situation.on())).map(Map.Entry::getValue)
        .flatMap(rules -> rules.stream().filter(rule -> rule.fits(situation)).findFirst())
        .map(rule -> new Decision(rule.channel(), ChannelWords.explain(situation, rule.channel()), rule.offerAccount(), rule.warning()))
        .orElseThrow(() -> new IllegalArgumentException(
            "chính sách kênh không có quy tắc cho chương trình " + situation.programme() + " ngày " + situation.on()));
  }

  private static List<ChannelRule> rules(YamlSection version) {
    List<ChannelRule> rules = new ArrayList<>();
    List<YamlSection> sections = version.sections("rules");
    for (YamlSection section : sections) {
      rules.add(rule(section));
    }
    List<List<ChannelRule>> decisive = ChannelRule.everySituation(rules).stream()
        .map(situation -> rules.stream().filter(rule -> rule.fits(situation)).limit(1).toList()).toList();
    if (decisive.stream().anyMatch(List::isEmpty)) {
      version.error("rules", "có tình huống không quy tắc nào áp dụng");
    }
    for (int i = 0; i < rules.size(); i++) {
      ChannelRule rule = rules.get(i);
      if (decisive.stream().flatMap(List::stream).noneMatch(one -> one == rule)) {
        sections.get(i).error("channel", "quy tắc không bao giờ được dùng: các quy tắc đứng trước đã bao hết");
      }
    }
    return List.copyOf(rules);
  }

  private static ChannelRule rule(YamlSection yaml) {
    ChannelRule rule = new ChannelRule(
        List.copyOf(yaml.values("programmes", text -> {
          if (!PROGRAMME.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
          }
          return text;
        }, "mã chương trình")),
        condition(yaml, "special"), condition(yaml, "no-transfer"), condition(yaml, "has-account"),
        yaml.choice("channel", Channel.class),
        yaml.has("offer-account") && yaml.bool("offer-account"),
        yaml.has("warning") && yaml.bool("warning"));
    yaml.noOtherKeys();
    return rule;
  }

  private static @Nullable Boolean condition(YamlSection yaml, String key) {
    return yaml.has(key) ? (Boolean) yaml.bool(key) : null;
  }

  /**
   * The input of a channel decision.
   *
   * @param programme NCC, BTXH or HTXH
   * @param special the person's circumstance is other than NONE
   * @param circumstance as the welfare database has it: NONE, ILL, FRAIL, IMMOBILE, OTHER
   * @param noTransfer the person does not transact by transfer, even where an account exists
   * @param hasAccount an account counts for this payroll
   * @param cashPlace HOME or COUNTER
   * @param on the day of planning
   * @param accountCutoff the payroll's: accounts registered after it do not count
   */
  public record Situation(String programme, boolean special, String circumstance, boolean noTransfer, boolean hasAccount,
      String cashPlace, LocalDate on, LocalDate accountCutoff) {

    public Situation {
      if (special == circumstance.equals(ChannelWords.NO_CIRCUMSTANCE)) {
        throw new IllegalArgumentException("special is circumstance other than NONE, not " + special + " with " + circumstance);
      }
    }
  }

  /**
   * @param explanation Vietnamese, says why; no name, no code of a benefit
   * @param offerAccount the person belongs on the account-opening list
   * @param warning the data contradict each other: the payout is paid, and a person should check it
   */
  public record Decision(Channel channel, String explanation, boolean offerAccount, boolean warning) {}
}
