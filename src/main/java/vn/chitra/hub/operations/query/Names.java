package vn.chitra.hub.operations.query;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.CodeTables;
import vn.chitra.hub.partner.Communes;
import vn.chitra.hub.partner.PartnerCode;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.Places;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.support.Word;
import vn.chitra.hub.support.WordList;
import vn.chitra.hub.support.Zone;

/** Gives partners, places, programmes, reasons and subjects their names, so that no page shows a code. The settlement report's words. */
@Component
public class Names {

  private static final String REPORT_IN_ENGLISH = "/settlement-report/words_en.properties";
  private static final String HELD = "held.";
  /** The ids of payrolls that can stand in an address; the province gives them. */
  public static final String PAYROLL_ID = "[A-Za-z0-9._-]{1,40}";
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,}(?:_[A-Z]+)+\\b");
  private static final Map<String, Word> FURTHER_HOLDS = Map.of(
      "ACCOUNT_TO_CORRECT", new Word("tài khoản cần được sửa", "the account has to be corrected"),
      "PREDECESSOR_PAID", new Word("lần chi trước hoá ra đã chi", "the payment before turned out to be paid"),
      "WITHDRAWN", new Word("cơ quan đã rút bảng", "the agency withdrew the payroll"));
  private static final Map<String, Word> SUBJECTS = Map.ofEntries(
      Map.entry("payroll", new Word("bảng chi", "payroll")), Map.entry("payout", new Word("khoản chi số", "payout")),
      Map.entry("batch", new Word("tệp gửi số", "sent file")), Map.entry("file", new Word("tệp nhận số", "received file")),
      Map.entry("partner", new Word("đối tác", "partner")), Map.entry("period", new Word("tháng", "month")),
      Map.entry("queue", new Word("hàng đợi", "queue")), Map.entry("case", new Word("vụ việc số", "case")),
      Map.entry("database", new Word("cơ sở dữ liệu", "database")),
      Map.entry("agency", new Word("các khoản chi của", "payouts of")),
      Map.entry("mail", new Word("máy chủ thư", "mail server")), Map.entry("entitlement", new Word("chế độ", "entitlement")),
      Map.entry("proposal", new Word("đề nghị số", "proposal")), Map.entry("route", new Word("tuyến", "route")),
      Map.entry("audit", new Word("nhật ký", "audit trail")), Map.entry("login", new Word("người đăng nhập", "person logging in")),
      Map.entry("work", new Word("việc", "task")));
  /** Several subjects at once: {@code payouts:20}. */
  private static final Map<String, Word> SEVERAL = Map.of("payouts", new Word("khoản chi", "payouts"),
      "batches", new Word("tệp gửi", "sent files"), "cases", new Word("vụ việc", "cases"));
  private static final Word NO_PARTNER = new Word("chưa giao đối tác", "no partner yet");
  private static final Word COMMUNE = new Word("xã", "commune");
  private static final Word AGENCY = new Word("cơ quan", "agency");
  private static final Word POST_OFFICE = new Word("bưu cục", "post office");
  private static final Word OTHER_CASE = new Word("Vụ việc khác", "Other case");

  private final Partners partners;
  private final Communes communes;
  private final Places places;
  private final CodeTables codes;
  private final Clock businessClock;
  private final Map<String, Word> report = new HashMap<>();
  private final Map<String, Word> ofCodes = new HashMap<>();

  Names(Partners partners, Communes communes, Places places, CodeTables codes, Clock businessClock) {
    this.partners = partners;
    this.communes = communes;
    this.places = places;
    this.codes = codes;
    this.businessClock = businessClock;
    Properties english = WordList.read(REPORT_IN_ENGLISH);
    WordList.read(WordList.SETTLEMENT_REPORT).forEach((key, text) -> report.put((String) key,
        new Word((String) text, Objects.requireNonNull(english.getProperty((String) key), (String) key))));
    report.forEach((key, word) -> {
      if (key.startsWith(HELD)) {
        ofCodes.put(key.substring(HELD.length()), lower(word));
      }
    });
    ofCodes.putAll(FURTHER_HOLDS);
    Arrays.stream(CaseKind.values()).forEach(kind -> ofCodes.putIfAbsent(kind.name(), lower(kind.word())));
    Arrays.stream(RepairAction.values()).forEach(action -> ofCodes.put(action.name(), lower(action.word())));
    for (String channel : new String[] {"POST_CASH", "COMMUNE_CASH"}) {
      ofCodes.put(channel, StateNames.channelWord(channel));
    }
  }

  public String partner(@Nullable String id) {
    return id == null || id.isEmpty() ? NO_PARTNER.shown()
        : partners.byId(id).map(PartnerProfile::name).orElseGet(() -> ofReport("partner." + id, id));
  }

  private String ofReport(String key, String otherwise) {
    Word word = report.get(key);
    return word == null ? otherwise : word.shown();
  }

  /** The partner, and which of its post offices or communes. */
  public String place(String partner, String folder) {
    return folder.isEmpty() ? partner(partner) : partner(partner) + ", " + folder(partner, folder);
  }

  /** A commune's name, or a post office's; {@code bưu cục BD2511} where the province wrote no name down. */
  public String folder(String partner, String folder) {
    boolean commune = partners.byId(partner).filter(one -> one.kind() == PartnerKind.COMMUNE).isPresent();
    return commune ? communeToday(folder)
        : places.postOffice(folder).orElseGet(() -> POST_OFFICE.shown() + " " + Shown.harmless(folder));
  }

  /** {@code buu-dien/BD2511/out/a.csv}: a partner, and behind a stroke a folder at it, and a path in there. */
  private String partnerPath(String id) {
    String[] parts = id.split("/", 3);
    PartnerKind kind = partners.byId(parts[0]).map(PartnerProfile::kind).orElse(null);
    if (parts.length == 1 || kind == null) {
      return partner(id);
    }
    return kind.isBank() ? partner(parts[0]) + ", " + Shown.harmless(id.substring(parts[0].length() + 1))
        : place(parts[0], parts[1]) + (parts.length == 3 ? ", " + Shown.harmless(parts[2]) : "");
  }

  /** Its name today, with the code where another commune is called the same. */
  private String communeToday(String code) {
    LocalDate today = LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM);
    return commune(code, today) + (communes.sharesItsName(code, today) ? " (" + code + ")" : "");
  }

  /** The name of its commune with its code, as in the mails; the code where no commune has it. */
  public String agency(String code) {
    return communes.nameAt(code.startsWith("XA") ? code.substring(2) : code, LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM))
        .map(name -> name + " (" + code + ")").orElseGet(() -> AGENCY.shown() + " " + code);
  }

  public String programme(@Nullable String code) {
    return code == null ? "" : ofReport("programme." + code, code);
  }

  public String commune(String code, LocalDate on) {
    return communes.nameAt(code, on).orElseGet(() -> COMMUNE.shown() + " " + code);
  }

  public String hold(@Nullable String reason) {
    return reason == null ? "" : ofCodes.getOrDefault(reason, Objects.requireNonNull(ofCodes.get("OTHER"))).shown();
  }

  /** A reason of the hub's own vocabulary. */
  public String reason(@Nullable String reason) {
    return hold(reason);
  }

  /** The meaning of a partner's own code, by the partner's table; empty for one that is not in it. */
  public Optional<String> meaning(String partner, @Nullable String code) {
    return code == null ? Optional.empty()
        : partners.byId(partner).flatMap(one -> codes.named(one.codes()).lookup(code)).map(PartnerCode::meaning);
  }

  /** A text of the hub, masked and harmless, with words for the hub's codes in it. */
  public String plain(@Nullable String text) {
    return coded(Shown.words(text));
  }

  /** StateNames for the hub's codes in a text that is masked and harmless already. */
  public String coded(String text) {
    return CODE.matcher(text).replaceAll(found -> {
      Word word = ofCodes.get(found.group());
      return Matcher.quoteReplacement(word == null ? found.group() : word.shown());
    });
  }

  /** {@code payout:12} → {@code khoản chi số 12}. */
  public String subject(String subject) {
    int colon = subject.indexOf(':');
    String kind = colon < 0 ? "" : subject.substring(0, colon);
    Word word = SUBJECTS.get(kind);
    String id = kind.equals("agency") ? agency(subject.split("[:/]")[1]) : subject.substring(colon + 1);
    if (SEVERAL.containsKey(kind)) {
      return Shown.harmless(id) + " " + SEVERAL.get(kind).shown();
    }
    if (word != null && kind.equals("period") && id.matches("\\d{4}-(0[1-9]|1[0-2]).*")) {
      int end = "yyyy-MM".length();
      return word.shown() + " " + Shown.month(id.substring(0, end)) + Shown.harmless(id.substring(end));
    }
    return word == null ? Shown.harmless(subject)
        : word.shown() + " " + (subject.startsWith("partner:") ? partnerPath(id) : Shown.harmless(id));
  }

  /** The page of a subject; empty where it has none, as a payroll whose id cannot stand in an address. */
  public static String page(String subject) {
    if (subject.matches("payroll:" + PAYROLL_ID)) {
      return "/payrolls/" + subject.substring("payroll:".length());
    }
    if (subject.matches("payout:\\d{1,18}")) {
      return "/payouts/" + subject.substring("payout:".length());
    }
    if (subject.matches("batch:\\d{1,18}")) {
      return "/batches/" + subject.substring("batch:".length());
    }
    if (subject.matches("file:\\d{1,18}")) {
      return "/files/" + subject.substring("file:".length());
    }
    if (subject.matches("case:\\d{1,18}")) {
      return "/cases/" + subject.substring("case:".length());
    }
    if (subject.startsWith("queue:")) {
      return "/dead-letters";
    }
    if (subject.matches("proposal:\\d{1,18}")) {
      return "/approvals/" + subject.substring("proposal:".length());
    }
    return subject.matches("period:\\d{4}-\\d{2}.*") ? "/months/" + subject.substring("period:".length(), "period:yyyy-MM".length()) : "";
  }

  public static String kind(String kind) {
    return Arrays.stream(CaseKind.values()).filter(one -> one.name().equals(kind)).map(CaseKind::word).findFirst()
        .orElse(OTHER_CASE).shown();
  }

  private static Word lower(Word word) {
    return new Word(lower(word.vietnamese()), lower(word.english()));
  }

  private static String lower(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
