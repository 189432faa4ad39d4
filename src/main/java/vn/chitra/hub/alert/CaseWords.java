package vn.chitra.hub.alert;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.support.Zone;

/** Describes a case in words that may be shown. */
final class CaseWords {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(Zone.VIETNAM);
  private static final Map<String, String> SUBJECTS = Map.of("payroll", "bảng chi", "payout", "khoản chi #", "batch", "lô #",
      "file", "tệp #", "partner", "đối tác", "period", "tháng", "mail", "máy chủ thư", "entitlement", "chế độ",
      "agency", "các khoản chi của cơ quan");

  private CaseWords() {}

  static String title(String kind) {
    return Arrays.stream(CaseKind.values()).filter(known -> known.name().equals(kind)).findFirst().map(CaseKind::title)
        .orElseGet(() -> SafeText.of(kind));
  }

  /** {@code file:123} → {@code tệp #123}, {@code agency:XA04792/TWO_ACCOUNTS/17} → {@code các khoản chi của cơ quan XA04792}. */
  static String subject(String subject) {
    int colon = subject.indexOf(':');
    String word = colon < 0 ? null : SUBJECTS.get(subject.substring(0, colon));
    if (word == null) {
      return SafeText.of(subject);
    }
    String id = subject.startsWith("agency:") ? subject.split("[:/]")[1] : subject.substring(colon + 1);
    return word + (word.endsWith("#") ? "" : " ") + SafeText.of(id);
  }

  /** {@code agribank, tệp #123}. */
  static String where(MailCase one) {
    return one.partner() == null ? subject(one.subject()) : SafeText.of(one.partner()) + ", " + subject(one.subject());
  }

  /** Every value a text that may be shown; empty where there is none. */
  static Map<String, Object> values(MailCase one) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", "#" + one.caseId());
    values.put("kind", SafeText.of(one.kind()));
    values.put("title", title(one.kind()));
    values.put("partner", SafeText.of(one.partner()));
    values.put("subject", subject(one.subject()));
    values.put("file", one.fileId() == null ? "" : "tệp #" + one.fileId() + (one.lineNo() == null ? "" : ", dòng " + one.lineNo()));
    values.put("evidence", SafeText.of(one.evidence()));
    values.put("count", SafeText.dong(one.itemCount()));
    values.put("dong", one.amountVnd() == null ? "" : SafeText.dong(one.amountVnd()) + " đồng");
    values.put("opened", time(one.openedAt()));
    values.put("due", time(one.dueAt()));
    values.put("closed", time(one.closedAt()));
    values.put("resolution", SafeText.of(one.resolution()));
    return values;
  }

  static String time(@Nullable Instant at) {
    return at == null ? "" : TIME.format(at);
  }
}
