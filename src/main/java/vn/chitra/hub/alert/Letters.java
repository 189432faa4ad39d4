package vn.chitra.hub.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Writes the text of a mail from current data: Vietnamese, HTML with a plain-text version, all foreign text made safe. Active only when
 * mail is configured.
 */
@Component
class Letters {

  private static final String PREFIX = "[Chi Trả] ";
  private static final Map<MailEvent, String> SECTIONS = Map.of(MailEvent.NEW, "Vụ mới, cần người quyết định",
      MailEvent.LATE, "Vụ đã báo, nay quá hạn", MailEvent.CLOSED, "Vụ đã đóng, không cần làm gì thêm");

  private final Templates templates;
  private final AlertPolicy policy;
  private final MailSettings settings;
  private final MonthFigures months;

  Letters(Templates templates, AlertPolicy policy, MailSettings settings, MonthFigures months) {
    this.templates = templates;
    this.policy = policy;
    this.settings = settings;
    this.months = months;
  }

  Letter write(QueuedMail mail) {
    String subject = subject(mail);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("heading", subject);
    String form = form(mail);
    switch (form) {
      case "month" -> values.putAll(months.values(Objects.requireNonNull(mail.programme()), Objects.requireNonNull(mail.period())));
      case "case" -> values.putAll(single(mail.cases().get(0)));
      default -> values.put("sections", sections(mail));
    }
    return new Letter("<" + mail.messageKey() + "@" + settings.messageDomain() + ">", recipients(mail), subject,
        templates.plain(form, values), templates.html(form, values), mail.references());
  }

  private static String form(QueuedMail mail) {
    if (mail.event() == MailEvent.MONTH) {
      return "month";
    }
    return mail.cases().size() == 1 ? "case" : "digest";
  }

  /** An answer keeps its thread's subject, by which some mail programs thread. */
  private static String subject(QueuedMail mail) {
    if (mail.event() == MailEvent.MONTH) {
      return PREFIX + MonthFigures.title(Objects.requireNonNull(mail.programme()), Objects.requireNonNull(mail.period()));
    }
    if (mail.references().size() == 1 && mail.firstSubject() != null && mail.event() != MailEvent.MERGED) {
      return "Re: " + mail.firstSubject();
    }
    if (mail.cases().size() == 1) {
      MailCase one = mail.cases().get(0);
      return PREFIX + CaseWords.title(one.kind()) + " – " + CaseWords.where(one) + " (vụ #" + one.caseId() + ")";
    }
    List<String> kinds = mail.cases().stream().map(MailCase::kind).distinct().toList();
    return PREFIX + mail.cases().size() + switch (mail.event()) {
      case LATE -> " vụ quá hạn: ";
      case CLOSED -> " vụ đã đóng: ";
      default -> " vụ: ";
    } + (kinds.size() == 1 ? CaseWords.title(kinds.get(0)) : "nhiều loại") + " (thư #" + mail.id() + ")";
  }

  private List<String> recipients(QueuedMail mail) {
    Set<RecipientRole> roles = EnumSet.of(mail.role());
    roles.addAll(policy.alsoTo(mail.cases().stream().mapToInt(MailCase::level).max().orElse(0)));
    return roles.stream().map(settings.recipients()::get).flatMap(Collection::stream).distinct().toList();
  }

  private Map<String, Object> single(MailCase one) {
    Map<String, Object> values = CaseWords.values(one);
    values.put("status", switch (one.event()) {
      case LATE -> "Vụ này đã quá hạn xử lý (mức " + one.level() + "/" + policy.escalation().size() + ").";
      case CLOSED -> "Vụ này đã đóng, không cần làm gì thêm.";
      default -> one.level() > 0 ? "Vụ cần người quyết định, đã quá hạn xử lý." : "Vụ mới, cần người quyết định.";
    });
    return values;
  }

  private List<Map<String, Object>> sections(QueuedMail mail) {
    List<Map<String, Object>> sections = new ArrayList<>();
    for (MailEvent event : List.of(MailEvent.NEW, MailEvent.LATE, MailEvent.CLOSED)) {
      List<MailCase> cases = mail.cases().stream().filter(one -> one.event() == event).toList();
      if (!cases.isEmpty()) {
        sections.add(section(event, cases));
      }
    }
    return sections;
  }

  private Map<String, Object> section(MailEvent event, List<MailCase> cases) {
    long items = cases.stream().mapToLong(MailCase::itemCount).sum();
    long dong = cases.stream().map(MailCase::amountVnd).filter(Objects::nonNull).reduce(0L, Math::addExact);
    Map<String, Object> section = new LinkedHashMap<>();
    section.put("title", SECTIONS.get(event));
    section.put("total", SafeText.dong(cases.size()) + " vụ, " + SafeText.dong(items) + " dòng hoặc khoản, " + SafeText.dong(dong)
        + " đồng");
    section.put("rows", cases.stream().limit(policy.rowsShown()).map(CaseWords::values).toList());
    section.put("more", cases.size() > policy.rowsShown() ? "… và " + SafeText.dong(cases.size() - policy.rowsShown())
        + " vụ nữa, xem trên bảng điều khiển." : "");
    return section;
  }
}
