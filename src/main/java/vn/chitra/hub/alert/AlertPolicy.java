package vn.chitra.hub.alert;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.partner.LegalDay;
import vn.chitra.hub.partner.MappingErrors;
import vn.chitra.hub.partner.YamlSection;
import vn.chitra.hub.support.Zone;

/**
 * The alert policy as data, {@code mappings/alerts.yaml}: the recipients of each case and the times of escalation. Immutable.
 *
 * @param groupAbove more new cases of one kind in one run than this become one digest
 * @param rowsShown of a digest; the rest is counted
 * @param roles role of each kind of case that the file names
 * @param otherwise role of every other kind
 * @param escalation ascending; level 1 is the first
 * @param graces of each kind of case that often heals by itself: a case closed within it is never mailed; counted from its opening
 * @param causeGraces the same of each cause of held payouts that the hub settles by itself
 * @param daily kinds for which a person has days: what is new of them is one mail a day and role
 * @param dailyAt the time of that mail
 * @param lateAt the time of day at which passed deadlines are mailed
 * @param updateAfter payouts that join a case after its mail are gathered so long, from the first of them, into one more mail
 * @param monthSummary the recipients of the mail about a closed month
 * @param legalDays the recipients of the mail about each day of the law
 * @param legalDaysAhead so many days before it
 * @param approvals the recipients of the mail about a proposal that waits for a second person
 */
public record AlertPolicy(int groupAbove, int rowsShown, Map<CaseKind, RecipientRole> roles, RecipientRole otherwise,
    List<Level> escalation, Map<CaseKind, Duration> graces, Map<String, Duration> causeGraces, Set<CaseKind> daily, LocalTime dailyAt,
    LocalTime lateAt, Duration updateAfter, RecipientRole monthSummary,
    Map<LegalDay, List<RecipientRole>> legalDays, int legalDaysAhead, RecipientRole approvals) {

  /** Of a file without {@code update-after}. */
  private static final Duration UPDATE_AFTER = Duration.ofHours(1);
  /** Of a file without {@code legal-days-ahead}. */
  private static final int LEGAL_DAYS_AHEAD = 5;
  private static final LocalTime DAILY_AT = LocalTime.of(16, 0);
  private static final LocalTime LATE_AT = LocalTime.of(8, 0);
  private static final String ROLES = "operator, accountant, engineer";

  /** @param afterDue counted from the deadline, @param alsoTo besides the case's own role */
  public record Level(Duration afterDue, Set<RecipientRole> alsoTo) {}

  public AlertPolicy {
    roles = Map.copyOf(roles);
    escalation = List.copyOf(escalation);
    graces = Map.copyOf(graces);
    causeGraces = Map.copyOf(causeGraces);
    daily = Set.copyOf(daily);
    legalDays = Map.copyOf(legalDays);
  }

  /**
   * The caller closes the stream.
   *
   * @throws vn.chitra.hub.partner.MappingsInvalidException listing every error with file, line and key
   */
  public static AlertPolicy load(InputStream yaml, String fileName) throws IOException {
    MappingErrors errors = new MappingErrors();
    YamlSection file = YamlSection.read(yaml, fileName, errors);
    AlertPolicy policy = new AlertPolicy(
        (int) file.number("group-above", 1, 1_000), (int) file.number("rows-shown", 1, 1_000), roles(file),
        role(file, "otherwise"), levels(file), graces(file), causeGraces(file), daily(file),
        time(file, "daily-at", DAILY_AT), time(file, "late-at", LATE_AT), updateAfter(file), role(file, "month-summary"),
        Map.of(LegalDay.HAND_OVER, legalDay(file, "hand-over", List.of(RecipientRole.OPERATOR, RecipientRole.ACCOUNTANT)),
            LegalDay.REPORT, legalDay(file, "report", List.of(RecipientRole.ACCOUNTANT))),
        file.has("legal-days-ahead") ? (int) file.number("legal-days-ahead", 1, 20) : LEGAL_DAYS_AHEAD,
        file.has("approvals") ? role(file, "approvals") : RecipientRole.ACCOUNTANT);
    file.noOtherKeys();
    errors.throwIfAny();
    return policy;
  }

  private static RecipientRole role(YamlSection section, String key) {
    return section.value(key, RecipientRole::labelled, RecipientRole.OPERATOR, ROLES);
  }

  private static Map<CaseKind, RecipientRole> roles(YamlSection file) {
    Map<CaseKind, RecipientRole> roles = new TreeMap<>();
    for (YamlSection section : file.sections("roles")) {
      RecipientRole role = role(section, "role");
      for (CaseKind kind : section.values("kinds", CaseKind::valueOf, "loại vụ, ví dụ PAYOUT_HELD")) {
        if (roles.putIfAbsent(kind, role) != null) {
          section.error("kinds", "loại vụ " + kind + " lặp lại");
        }
      }
      section.noOtherKeys();
    }
    return roles;
  }

  private static List<Level> levels(YamlSection file) {
    List<Level> levels = new ArrayList<>();
    for (YamlSection section : file.sections("escalation")) {
      Level level = new Level(section.value("after-due", AlertPolicy::notNegative, Duration.ZERO, "thời hạn không âm, ví dụ P1D"),
          section.has("also-to") ? Set.copyOf(section.values("also-to", RecipientRole::labelled, ROLES)) : Set.of());
      if (!levels.isEmpty() && levels.get(levels.size() - 1).afterDue().compareTo(level.afterDue()) >= 0) {
        section.error("after-due", "các mức phải tăng dần");
      }
      levels.add(level);
      section.noOtherKeys();
    }
    return levels;
  }

  private static Map<String, Duration> causeGraces(YamlSection file) {
    Map<String, Duration> graces = new TreeMap<>();
    for (YamlSection section : file.has("grace-of-causes") ? file.sections("grace-of-causes") : List.<YamlSection>of()) {
      Duration wait = section.value("wait", AlertPolicy::notNegative, Duration.ZERO, "thời gian không âm, ví dụ P20D");
      section.values("causes", cause -> cause, "lý do giữ, ví dụ ACCOUNT_TO_CORRECT").forEach(cause -> graces.put(cause, wait));
      section.noOtherKeys();
    }
    return graces;
  }

  private static Set<CaseKind> daily(YamlSection file) {
    return file.has("daily") ? Set.copyOf(file.values("daily", CaseKind::valueOf, "loại vụ, ví dụ PAYOUT_HELD")) : Set.of();
  }

  private static LocalTime time(YamlSection file, String key, LocalTime otherwise) {
    return file.has(key) ? file.value(key, LocalTime::parse, otherwise, "giờ, ví dụ \"16:00\"") : otherwise;
  }

  /** The last time at which new cases of the daily kinds were due to be mailed. */
  Instant dailyTurn(Instant now) {
    return last(dailyAt, now);
  }

  /** The last time at which passed deadlines were due to be mailed. */
  Instant lateTurn(Instant now) {
    return last(lateAt, now);
  }

  private static Instant last(LocalTime time, Instant now) {
    ZonedDateTime today = now.atZone(Zone.VIETNAM).with(time);
    return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
  }

  private static List<RecipientRole> legalDay(YamlSection file, String key, List<RecipientRole> otherwise) {
    return file.has(key) ? List.copyOf(file.values(key, RecipientRole::labelled, ROLES)) : otherwise;
  }

  private static Duration updateAfter(YamlSection file) {
    return file.has("update-after") ? file.value("update-after", AlertPolicy::notNegative, Duration.ZERO, "thời gian không âm, ví dụ PT1H")
        : UPDATE_AFTER;
  }

  private static Map<CaseKind, Duration> graces(YamlSection file) {
    Map<CaseKind, Duration> graces = new TreeMap<>();
    for (YamlSection section : file.has("grace") ? file.sections("grace") : List.<YamlSection>of()) {
      Duration wait = section.value("wait", AlertPolicy::notNegative, Duration.ZERO, "thời gian không âm, ví dụ PT30M");
      for (CaseKind kind : section.values("kinds", CaseKind::valueOf, "loại vụ, ví dụ INBOX_UNREADABLE")) {
        if (graces.putIfAbsent(kind, wait) != null) {
          section.error("kinds", "loại vụ " + kind + " lặp lại");
        }
      }
      section.noOtherKeys();
    }
    return graces;
  }

  private static Duration notNegative(String text) {
    Duration duration = Duration.parse(text);
    if (duration.isNegative()) {
      throw new IllegalArgumentException(text);
    }
    return duration;
  }

  /** A case whose deadline is at or before the n-th of these has reached level n; whole days are counted in banking days. */
  List<Instant> deadlinesPassed(Instant now, BankingCalendar calendar) {
    return escalation.stream().map(level -> passed(level.afterDue(), now, calendar)).toList();
  }

  private static Instant passed(Duration after, Instant now, BankingCalendar calendar) {
    long days = after.toDays();
    return Duration.ofDays(days).equals(after) ? calendar.minusBankingDays(now, days) : now.minus(after);
  }

  /** The further recipients of a mail of that level besides its own role; none at level 0. */
  Set<RecipientRole> alsoTo(int level) {
    return level < 1 ? Set.of() : escalation.get(Math.min(level, escalation.size()) - 1).alsoTo();
  }
}
