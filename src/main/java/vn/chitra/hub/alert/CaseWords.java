package vn.chitra.hub.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.Communes;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.Places;
import vn.chitra.hub.support.WordList;
import vn.chitra.hub.support.Zone;

/** Describes a case in words that may be shown. */
@Component
class CaseWords {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(Zone.VIETNAM);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final String LAST_DAY = "hết ngày ";
  private static final Map<String, String> SUBJECTS = Map.ofEntries(Map.entry("payroll", "bảng chi"), Map.entry("payout", "khoản chi số"),
      Map.entry("work", "việc"), Map.entry("batch", "tệp gửi số"), Map.entry("file", "tệp nhận số"),
      Map.entry("partner", "đối tác"), Map.entry("period", "tháng"),
      Map.entry("mail", "máy chủ thư"), Map.entry("entitlement", "chế độ"), Map.entry("agency", "các khoản chi của"),
      Map.entry("account", "tài khoản chi của"), Map.entry("case", "vụ việc số"), Map.entry("queue", "hàng đợi"),
      Map.entry("database", "cơ sở dữ liệu"));

  /** The settlement report's words, as on the pages: {@code programme.BTXH}. */
  private static final Properties REPORT = WordList.read(WordList.SETTLEMENT_REPORT);

  private final Partners partners;
  private final Communes communes;
  private final Places places;
  private final MailSettings settings;
  private final FundingWords funding;

  CaseWords(Partners partners, Communes communes, Places places, MailSettings settings, FundingWords funding) {
    this.partners = partners;
    this.communes = communes;
    this.places = places;
    this.settings = settings;
    this.funding = funding;
  }

  String title(String kind) {
    return known(kind).map(CaseKind::title).orElseGet(() -> SafeText.of(kind));
  }

  /** The task of a person, as an order. */
  String task(String kind) {
    return known(kind).map(CaseKind::task).orElseGet(() -> SafeText.of(kind));
  }

  private static Optional<CaseKind> known(String kind) {
    return Arrays.stream(CaseKind.values()).filter(one -> one.name().equals(kind)).findFirst();
  }

  /** {@code file:123} → {@code tệp nhận số 123}, {@code agency:XA04792/TWO_ACCOUNTS/17} → {@code các khoản chi của <its commune>}. */
  String subject(String subject, LocalDate on) {
    int colon = subject.indexOf(':');
    String word = colon < 0 ? null : SUBJECTS.get(subject.substring(0, colon));
    if (word == null) {
      return SafeText.of(subject);
    }
    String id = subject.startsWith("agency:") ? agency(subject.split("[:/]")[1], on) : subject.substring(colon + 1);
    boolean aPartner = subject.startsWith("partner:") || subject.startsWith("account:");
    return word + " " + (aPartner ? partnerPath(id, on) : SafeText.of(id));
  }

  /** {@code buu-dien/BD2511/out/a.csv} → the partner, its post office or commune, and the path in there. */
  private String partnerPath(String id, LocalDate on) {
    String[] parts = id.split("/", 3);
    PartnerKind kind = partners.byId(parts[0]).map(PartnerProfile::kind).orElse(null);
    if (parts.length == 1 || kind == null) {
      return partner(id);
    }
    if (kind.isBank()) {
      return partner(parts[0]) + ", " + SafeText.of(id.substring(parts[0].length() + 1));
    }
    String folder = kind == PartnerKind.COMMUNE ? commune(parts[1], on)
        : places.postOffice(parts[1]).orElseGet(() -> "bưu cục " + SafeText.of(parts[1]));
    return partner(parts[0]) + ", " + folder + (parts.length == 3 ? ", " + SafeText.of(parts[2]) : "");
  }

  /** {@code XA04792} → the name of its commune; the code where no commune has it. */
  private String agency(String code, LocalDate on) {
    String commune = code.startsWith("XA") ? code.substring(2) : code;
    return communes.nameAt(commune, on).map(name -> name + " (" + SafeText.of(code) + ")").orElseGet(() -> "cơ quan " + SafeText.of(code));
  }

  String partner(@Nullable String id) {
    return id == null ? "" : partners.byId(id).map(PartnerProfile::name).orElseGet(() -> SafeText.of(id));
  }

  private static LocalDate day(MailCase one) {
    return LocalDate.ofInstant(one.openedAt(), Zone.VIETNAM);
  }

  /** {@code BTXH} → {@code Bảo trợ xã hội}. */
  static String programme(String code) {
    return REPORT.getProperty("programme." + code, SafeText.of(code));
  }

  private String place(MailCase one) {
    return place(one.subject(), one.commune(), day(one));
  }

  /** {@code khoản chi số 12, Xã Hùng Việt (04792)}. */
  String place(String subject, @Nullable String commune, LocalDate on) {
    return subject(subject, on) + (commune == null ? "" : ", " + commune(commune, on));
  }

  /** {@code Xã Hùng Việt (04792)}. */
  String commune(String code, LocalDate on) {
    return communes.nameAt(code, on).map(name -> name + " (" + SafeText.of(code) + ")").orElseGet(() -> "xã " + SafeText.of(code));
  }

  /** {@code Agribank, tệp nhận số 123}. */
  String where(MailCase one) {
    String subject = place(one);
    return one.partner() == null ? subject : partner(one.partner()) + ", " + subject;
  }

  /** {@code  – 2.789.000 đồng – hạn 09:00 26/11/2026}; what is not known is left out. */
  static String stake(@Nullable Long dong, @Nullable Instant due) {
    return (dong == null ? "" : " – " + SafeText.dong(dong) + " đồng") + (due == null ? "" : " – hạn " + deadline(due));
  }

  static String added(MailCase one) {
    return "thêm " + SafeText.dong(one.added()) + " khoản, " + SafeText.dong(one.addedVnd()) + " đồng";
  }

  /** A page of the console; empty while {@code hub.mail.console-url} is not set. */
  String link(String page) {
    return settings.consoleUrl() == null ? "" : settings.consoleUrl().replaceAll("/+$", "") + page;
  }

  /** Every value a text that may be shown; empty where there is none. */
  Map<String, Object> values(MailCase one) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id", "số " + one.caseId());
    values.put("title", title(one.kind()));
    values.put("task", task(one.kind()));
    values.put("link", link("/cases/" + one.caseId()));
    values.put("partner", partner(one.partner()));
    values.put("subject", place(one));
    values.put("file", one.fileId() == null ? "" : "tệp nhận số " + one.fileId() + (one.lineNo() == null ? "" : ", dòng " + one.lineNo()));
    values.put("evidence", SafeText.of(one.evidence()));
    values.put("count", SafeText.dong(one.itemCount()));
    values.put("added", one.event() == MailEvent.GROWN ? added(one) : "");
    values.put("funding", one.event() == MailEvent.CLOSED ? "" : funding.of(one));
    values.put("dong", one.amountVnd() == null ? "" : SafeText.dong(one.amountVnd()) + " đồng");
    values.put("opened", time(one.openedAt()));
    values.put("due", deadline(one.dueAt()));
    values.put("closed", time(one.closedAt()));
    values.put("resolution", SafeText.of(one.resolution()));
    return values;
  }

  /** A deadline at midnight is the end of the day before: {@code hết ngày 09/12/2026}; else the minute. */
  static String deadline(@Nullable Instant at) {
    if (at == null) {
      return "";
    }
    ZonedDateTime local = at.atZone(Zone.VIETNAM);
    return local.toLocalTime().equals(LocalTime.MIDNIGHT) ? LAST_DAY + DAY.format(local.minusDays(1)) : time(at);
  }

  /** {@code , trước 13:30 23/11/2026} or {@code , hết ngày 09/12/2026}. */
  static String before(@Nullable Instant due) {
    String deadline = deadline(due);
    return deadline.isEmpty() ? "" : deadline.startsWith(LAST_DAY) ? ", " + deadline : ", trước " + deadline;
  }

  static String time(@Nullable Instant at) {
    return at == null ? "" : TIME.format(at);
  }
}
