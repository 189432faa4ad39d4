package vn.chitra.hub.alert;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.partner.LegalDay;

/**
 * Writes the text of a mail from current data: Vietnamese, HTML with a plain-text version, all foreign text made safe. Active only when
 * mail is configured.
 */
@Component
class Letters {

  private static final String PREFIX = "[Chi Trả] ";
  private static final Map<MailEvent, String> SECTIONS = Map.of(MailEvent.NEW, "Vụ việc mới, cần người quyết định",
      MailEvent.LATE, "Vụ việc đã báo, nay quá hạn", MailEvent.GROWN, "Vụ việc đã báo, nay có thêm khoản", MailEvent.CLOSED,
      "Vụ việc đã đóng, không cần làm gì thêm");

  private final Templates templates;
  private final AlertPolicy policy;
  private final MailSettings settings;
  private final MonthFigures months;
  private final LegalDayFigures days;
  private final ProposalFigures proposals;
  private final Heartbeats heartbeats;
  private final CaseWords words;

  Letters(Templates templates, AlertPolicy policy, MailSettings settings, MonthFigures months, LegalDayFigures days,
      ProposalFigures proposals, Heartbeats heartbeats, CaseWords words) {
    this.templates = templates;
    this.policy = policy;
    this.settings = settings;
    this.months = months;
    this.days = days;
    this.proposals = proposals;
    this.heartbeats = heartbeats;
    this.words = words;
  }

  Letter write(QueuedMail mail) {
    Map<String, Object> values = new LinkedHashMap<>();
    String form = form(mail);
    switch (form) {
      case "month" -> values.putAll(month(Objects.requireNonNull(mail.programme()), Objects.requireNonNull(mail.period())));
      case "day" -> values.putAll(legalDay(mail));
      case "alive" -> values.putAll(heartbeats.values());
      case "proposal" -> values.putAll(proposals.of(Objects.requireNonNull(mail.proposalId())));
      case "case" -> values.putAll(single(mail.cases().get(0)));
      default -> values.putAll(digest(mail));
    }
    String subject = subject(mail, values);
    values.put("heading", subject);
    return new Letter("<" + mail.messageKey() + "@" + settings.messageDomain() + ">", recipients(mail), subject,
        templates.plain(form, values), templates.html(form, values), mail.references());
  }

  /** The settlement report goes with the mail about a closed month. */
  Letter.@Nullable Attachment attachment(QueuedMail mail) {
    return mail.event() == MailEvent.MONTH ? months.report(Objects.requireNonNull(mail.period())) : null;
  }

  private static String form(QueuedMail mail) {
    if (mail.event() == MailEvent.MONTH || mail.event() == MailEvent.PROPOSAL || mail.event() == MailEvent.ALIVE) {
      return mail.event().label();
    }
    if (isOfTheLaw(mail)) {
      return "day";
    }
    return mail.cases().size() == 1 ? "case" : "digest";
  }

  private static boolean isOfTheLaw(QueuedMail mail) {
    return mail.event() == MailEvent.HANDOVER || mail.event() == MailEvent.REPORT;
  }

  private Map<String, Object> legalDay(QueuedMail mail) {
    YearMonth month = Objects.requireNonNull(mail.period());
    return mail.event() == MailEvent.HANDOVER ? days.handOver(month, LegalDay.HAND_OVER.of(month))
        : days.report(month, LegalDay.REPORT.of(month));
  }

  /** The task, the place, the amount and the deadline. An answer keeps its thread's subject, by which some mail programs thread. */
  private String subject(QueuedMail mail, Map<String, Object> values) {
    if (mail.event() == MailEvent.PROPOSAL) {
      return PREFIX + values.get("task") + " – " + values.get("subject") + values.get("stake") + " (đề nghị số " + mail.proposalId() + ")";
    }
    if (mail.event() == MailEvent.MONTH || mail.event() == MailEvent.ALIVE || isOfTheLaw(mail)) {
      return PREFIX + values.get("subject");
    }
    if (mail.references().size() == 1 && mail.firstSubject() != null && mail.event() != MailEvent.MERGED) {
      return "Re: " + mail.firstSubject();
    }
    if (mail.cases().size() == 1) {
      MailCase one = mail.cases().get(0);
      return PREFIX + words.task(one.kind()) + " – " + words.where(one) + CaseWords.stake(one.amountVnd(), one.dueAt()) + " (vụ việc số "
          + one.caseId() + ")";
    }
    List<MailCase> open = stillOpen(mail);
    return PREFIX + SafeText.dong(mail.cases().size()) + switch (mail.event()) {
      case LATE -> " vụ việc quá hạn: ";
      case GROWN -> " vụ việc có thêm khoản: ";
      case CLOSED -> " vụ việc đã đóng: ";
      default -> " vụ việc: ";
    } + what(mail.cases()) + (open.isEmpty() ? "" : CaseWords.stake(dong(open), firstDue(open))) + " (thư số " + mail.id() + ")";
  }

  private String what(List<MailCase> cases) {
    List<String> kinds = cases.stream().map(MailCase::kind).distinct().toList();
    return kinds.size() == 1 ? words.task(kinds.get(0))
        : words.task(kinds.get(0)) + ", và " + SafeText.dong(kinds.size() - 1) + " việc loại khác";
  }

  /** {@code  (mức 1/3)} where the policy has several levels. */
  private String level(MailCase one) {
    int levels = policy.escalation().size();
    return levels > 1 ? " (mức " + one.level() + "/" + levels + ")" : "";
  }

  private static List<MailCase> stillOpen(QueuedMail mail) {
    return mail.cases().stream().filter(one -> one.event() != MailEvent.CLOSED).toList();
  }

  private static long dong(List<MailCase> cases) {
    return cases.stream().map(MailCase::amountVnd).filter(Objects::nonNull).reduce(0L, Math::addExact);
  }

  private static @Nullable Instant firstDue(List<MailCase> cases) {
    return cases.stream().map(MailCase::dueAt).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
  }

  private List<String> recipients(QueuedMail mail) {
    if (mail.event() == MailEvent.ALIVE) {
      return heartbeats.recipients();
    }
    Set<RecipientRole> roles = EnumSet.of(mail.role());
    roles.addAll(policy.alsoTo(mail.cases().stream().mapToInt(MailCase::level).max().orElse(0)));
    return roles.stream().map(settings.recipients()::get).flatMap(Collection::stream).distinct().toList();
  }

  private Map<String, Object> single(MailCase one) {
    Map<String, Object> values = words.values(one);
    values.put("todo", one.event() == MailEvent.CLOSED ? "không còn, vụ việc đã đóng."
        : words.task(one.kind()) + CaseWords.before(one.dueAt()) + ".");
    values.put("status", switch (one.event()) {
      case LATE -> "Vụ việc này đã quá hạn xử lý" + level(one) + ".";
      case GROWN -> "Vụ việc này có " + CaseWords.added(one) + " kể từ thư trước.";
      case CLOSED -> "Vụ việc này đã đóng, không cần làm gì thêm.";
      default -> one.level() > 0 ? "Vụ việc cần người quyết định, đã quá hạn xử lý." : "Vụ việc mới, cần người quyết định.";
    });
    return values;
  }

  private Map<String, Object> digest(QueuedMail mail) {
    List<MailCase> open = stillOpen(mail);
    String todo = open.isEmpty() ? "không còn, các vụ việc đã đóng."
        : what(open) + "; hạn sớm nhất " + CaseWords.deadline(firstDue(open)) + ".";
    return Map.of("todo", todo, "link", words.link("/cases"), "sections", sections(mail));
  }

  private Map<String, Object> month(String programme, YearMonth period) {
    Map<String, Object> values = new LinkedHashMap<>(months.values(programme, period));
    values.put("link", words.link("/months/" + period));
    return values;
  }

  private List<Map<String, Object>> sections(QueuedMail mail) {
    List<Map<String, Object>> sections = new ArrayList<>();
    for (MailEvent event : List.of(MailEvent.NEW, MailEvent.LATE, MailEvent.GROWN, MailEvent.CLOSED)) {
      List<MailCase> cases = mail.cases().stream().filter(one -> one.event() == event).toList();
      if (!cases.isEmpty()) {
        sections.add(section(event, cases));
      }
    }
    return sections;
  }

  private Map<String, Object> section(MailEvent event, List<MailCase> cases) {
    long items = cases.stream().mapToLong(MailCase::itemCount).sum();
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("title", SECTIONS.get(event));
    section.put("total", SafeText.dong(cases.size()) + " vụ việc, " + SafeText.dong(items) + " dòng hoặc khoản, "
        + SafeText.dong(dong(cases)) + " đồng");
    section.put("rows", cases.stream().limit(policy.rowsShown()).map(words::values).toList());
    section.put("more", cases.size() > policy.rowsShown() ? "… và " + SafeText.dong(cases.size() - policy.rowsShown())
        + " vụ việc nữa, xem trên bảng điều khiển." : "");
    return section;
  }
}
