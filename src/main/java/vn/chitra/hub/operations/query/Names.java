package vn.chitra.hub.operations.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
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
import vn.chitra.hub.repair.RepairAction;

/** Gives partners, places, programmes, reasons and subjects their names, so that no page shows a code. The settlement report's words. */
@Component
public class Names {

  private static final String REPORT = "/settlement-report/words.properties";
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,}(?:_[A-Z]+)+\\b");
  private static final Map<String, String> FURTHER_HOLDS = Map.of("ACCOUNT_TO_CORRECT", "tài khoản cần được sửa", "PREDECESSOR_PAID",
      "lần chi trước hoá ra đã chi", "WITHDRAWN", "cơ quan đã rút bảng");
  private static final Map<String, String> SUBJECTS = Map.ofEntries(Map.entry("payroll", "bảng chi"), Map.entry("payout", "khoản chi số"),
      Map.entry("batch", "tệp gửi số"), Map.entry("file", "tệp nhận số"), Map.entry("partner", "đối tác"), Map.entry("period", "tháng"),
      Map.entry("queue", "hàng đợi"), Map.entry("case", "vụ việc số"), Map.entry("database", "cơ sở dữ liệu"),
      Map.entry("agency", "các khoản chi của cơ quan"), Map.entry("mail", "máy chủ thư"), Map.entry("entitlement", "chế độ"),
      Map.entry("proposal", "đề nghị số"), Map.entry("route", "tuyến"), Map.entry("audit", "nhật ký"),
      Map.entry("login", "người đăng nhập"));
  /** Several subjects at once: {@code payouts:20}. */
  private static final Map<String, String> SEVERAL = Map.of("payouts", "khoản chi", "batches", "tệp gửi", "cases", "vụ việc");

  private final Partners partners;
  private final Communes communes;
  private final CodeTables codes;
  private final Properties report = new Properties();
  private final Map<String, String> ofCodes = new HashMap<>();

  Names(Partners partners, Communes communes, CodeTables codes) {
    this.partners = partners;
    this.communes = communes;
    this.codes = codes;
    try (InputStream file = Objects.requireNonNull(Names.class.getResourceAsStream(REPORT), REPORT)) {
      report.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    report.stringPropertyNames().stream().filter(key -> key.startsWith("held."))
        .forEach(key -> ofCodes.put(key.substring("held.".length()), lower(report.getProperty(key))));
    ofCodes.putAll(FURTHER_HOLDS);
    Arrays.stream(CaseKind.values()).forEach(kind -> ofCodes.putIfAbsent(kind.name(), lower(kind.title())));
    Arrays.stream(RepairAction.values()).forEach(action -> ofCodes.put(action.name(), lower(action.title())));
    for (String channel : new String[] {"POST_CASH", "COMMUNE_CASH"}) {
      ofCodes.put(channel, StateNames.channel(channel));
    }
  }

  public String partner(@Nullable String id) {
    return id == null || id.isEmpty() ? "chưa có đối tác"
        : partners.byId(id).map(PartnerProfile::name).orElseGet(() -> report.getProperty("partner." + id, id));
  }

  /** The partner, and which of its post offices or communes. */
  public String place(String partner, String folder) {
    boolean commune = partners.byId(partner).filter(one -> one.kind() == PartnerKind.COMMUNE).isPresent();
    return folder.isEmpty() ? partner(partner) : partner(partner) + (commune ? ", xã " : ", bưu cục ") + folder;
  }

  public String programme(@Nullable String code) {
    return code == null ? "" : report.getProperty("programme." + code, code);
  }

  public String commune(String code, LocalDate on) {
    return communes.nameAt(code, on).orElse("xã " + code);
  }

  public String hold(@Nullable String reason) {
    return reason == null ? "" : ofCodes.getOrDefault(reason, lower(report.getProperty("held.OTHER")));
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
    return CODE.matcher(text).replaceAll(found -> ofCodes.getOrDefault(found.group(), found.group()));
  }

  /** {@code payout:12} → {@code khoản chi số 12}. */
  public String subject(String subject) {
    int colon = subject.indexOf(':');
    String kind = colon < 0 ? "" : subject.substring(0, colon);
    String word = SUBJECTS.get(kind);
    String id = kind.equals("agency") ? subject.split("[:/]")[1] : subject.substring(colon + 1);
    if (SEVERAL.containsKey(kind)) {
      return Shown.harmless(id) + " " + SEVERAL.get(kind);
    }
    return word == null ? Shown.harmless(subject) : word + " " + (subject.startsWith("partner:") ? partner(id) : Shown.harmless(id));
  }

  /** The page of a subject; empty where it has none. */
  public static String page(String subject) {
    if (subject.matches("payout:\\d{1,18}")) {
      return "/payouts/" + subject.substring("payout:".length());
    }
    if (subject.matches("batch:\\d{1,18}")) {
      return "/batches/" + subject.substring("batch:".length());
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
    return Arrays.stream(CaseKind.values()).filter(one -> one.name().equals(kind)).map(CaseKind::title).findFirst().orElse("Vụ việc khác");
  }

  private static String lower(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
