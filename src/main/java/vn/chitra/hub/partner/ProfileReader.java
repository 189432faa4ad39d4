package vn.chitra.hub.partner;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads the partner profiles {@code partners/*.yaml}. A key that a profile does not have is taken from its kind's section of {@code
 * partner-defaults.yaml}, which may be absent.
 */
final class ProfileReader {

  private static final String FOLDER = "partners/";
  private static final String EXTENSION = ".yaml";
  private static final String DEFAULTS = "partner-defaults.yaml";

  /** Keys that say who the partner is and where: each profile has its own. */
  private static final Set<String> NOT_INHERITED = Set.of("id", "kind", "name", "sftp", "funding-account", "funding-from", "api", "iso");
  private static final String PLACE = "{folder}";
  private static final String NOBODY = "none";
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,19}");
  private static final Pattern NAME = Pattern.compile("\\S.*");
  private static final Pattern SENDER = Pattern.compile("[A-Z0-9]{1,8}");
  private static final Pattern REMOTE_FOLDER = Pattern.compile("(/([A-Za-z0-9_-]+|\\{folder}))+");
  private static final Pattern ACCOUNT = Pattern.compile("\\d{6,19}");
  /** A shorter text would match any payer. */
  private static final Pattern PAYER = Pattern.compile("\\S.{2,}\\S");
  private static final Pattern ENDING = Pattern.compile("[^\\s/]{2,20}");
  private static final Pattern BIN = Pattern.compile("\\d{6}");
  /** Contract §4.2. */
  private static final int MOST_TRANSFERS = 1_000;
  private static final long INTERBANK_CEILING_VND = 499_999_999L;

  private final MappingFiles files;
  private final MappingErrors errors;

  ProfileReader(MappingFiles files, MappingErrors errors) {
    this.files = files;
    this.errors = errors;
  }

  /** The profiles by id; each id once. */
  Map<String, PartnerProfile> read() throws IOException {
    Map<String, PartnerProfile> profiles = new TreeMap<>();
    Map<PartnerKind, YamlSection> defaults = defaults();
    for (String file : files.in(FOLDER, EXTENSION)) {
      YamlSection own = YamlSection.read(files.open(file), file, errors);
      PartnerKind kind = own.choice("kind", PartnerKind.class);
      YamlSection yaml = defaults.containsKey(kind) ? own.withDefaults(defaults.get(kind)) : own;
      PartnerProfile profile = profile(yaml, kind);
      yaml.noOtherKeys();
      checkId(yaml, profile.id(), file, profiles);
      checkKind(yaml, profile);
      profiles.putIfAbsent(profile.id(), profile);
    }
    profiles.values().stream().map(PartnerProfile::kind).distinct().filter(defaults::containsKey)
        .forEach(kind -> defaults.get(kind).noOtherKeys());
    atMostOne(profiles, PartnerKind.POST_OFFICE);
    atMostOne(profiles, PartnerKind.COMMUNE);
    return profiles;
  }

  private Map<PartnerKind, YamlSection> defaults() throws IOException {
    Map<PartnerKind, YamlSection> defaults = new EnumMap<>(PartnerKind.class);
    if (files.has(DEFAULTS)) {
      YamlSection file = YamlSection.read(files.open(DEFAULTS), DEFAULTS, errors);
      for (PartnerKind kind : PartnerKind.values()) {
        if (file.has(kind.label())) {
          file.section(kind.label()).ifPresent(section -> defaults.put(kind, section));
        }
      }
      file.noOtherKeys();
      defaults.values().forEach(section -> section.keys().stream().filter(NOT_INHERITED::contains)
          .forEach(key -> section.error(key, "mỗi hồ sơ phải tự khai khoá này")));
    }
    return defaults;
  }

  private static PartnerProfile profile(YamlSection yaml, PartnerKind kind) {
    boolean files = kind != PartnerKind.BANK_API;
    return new PartnerProfile(
        yaml.text("id", ID),
        kind,
        yaml.text("name", NAME),
        yaml.text("sender", SENDER),
        files ? yaml.text("sftp", ID) : "",
        files ? yaml.text("in-folder", REMOTE_FOLDER) : "",
        files ? yaml.text("out-folder", REMOTE_FOLDER) : "",
        yaml.optional("funding-account", text -> matching(ACCOUNT, text), "6–19 chữ số").orElse(null),
        List.copyOf(yaml.values("send-at", LocalTime::parse, "giờ dạng HH:mm")),
        yaml.value("cut-off", LocalTime::parse, LocalTime.MIDNIGHT, "giờ dạng HH:mm"),
        yaml.bool("banking-days-only"),
        (int) yaml.number("max-lines", 1, kind.mostLines()),
        yaml.number("interbank-limit-vnd", 1, INTERBANK_CEILING_VND),
        yaml.optional("ack-within", ProfileReader::positive, "thời hạn dương, ví dụ PT4H").orElse(null),
        yaml.value("answer-within", ProfileReader::positive, Duration.ZERO, "thời hạn dương, ví dụ P4D"),
        files && yaml.bool("move-to-done"),
        yaml.number("max-inbound-bytes", 1, Long.MAX_VALUE),
        yaml.choice("release", PartnerProfile.Release.class),
        yaml.text("codes", ID),
        !yaml.has("rename") || yaml.bool("rename"),
        files ? null : yaml.section("api").map(ProfileReader::terms).orElse(null),
        kind == PartnerKind.BANK_ISO ? yaml.section("iso").map(IsoTerms::read).orElse(null) : null,
        yaml.has("funding-from") ? yaml.values("funding-from", text -> matching(PAYER, text), "ít nhất 4 ký tự") : List.of(),
        yaml.has("temporary-endings") ? yaml.values("temporary-endings", ProfileReader::ending, "đoạn cuối tên tệp, ví dụ .part")
            : PartnerProfile.TEMPORARY_ENDINGS,
        yaml.has("renames-into-place") && yaml.bool("renames-into-place"));
  }

  private static ApiTerms terms(YamlSection api) {
    ApiTerms terms = new ApiTerms(
        api.text("connection", ID),
        (int) api.number("calls-per-second", 1, 1_000),
        (int) api.number("calls-at-once", 1, 100),
        (int) api.number("name-checks-per-second", 1, 1_000),
        api.value("ask-every", ProfileReader::positive, Duration.ZERO, "thời hạn dương, ví dụ PT10M"),
        api.value("ask-returns-every", ProfileReader::positive, Duration.ZERO, "thời hạn dương, ví dụ PT3H"),
        api.value("returns-within", ProfileReader::positive, Duration.ZERO, "thời hạn dương, ví dụ P30D"),
        api.has("name-check-bins") ? api.values("name-check-bins", text -> matching(BIN, text), "mã BIN 6 chữ số") : List.of(),
        api.value("name-good-for", ProfileReader::positive, Duration.ZERO, "thời hạn dương, ví dụ P30D"));
    api.noOtherKeys();
    return terms;
  }

  private void checkId(YamlSection yaml, String id, String file, Map<String, PartnerProfile> profiles) {
    if (profiles.containsKey(id)) {
      yaml.error("id", "mã đối tác “" + id + "” lặp lại");
    }
    if (!file.equals(FOLDER + id + EXTENSION)) {
      yaml.error("id", "mã đối tác phải trùng tên tệp");
    }
    if (id.equals(NOBODY)) {
      yaml.error("id", "“" + NOBODY + "” có nghĩa là không có đối tác");
    }
  }

  private void checkKind(YamlSection yaml, PartnerProfile profile) {
    boolean bank = profile.kind().isBank();
    for (String key : profile.kind() == PartnerKind.BANK_API ? List.<String>of() : List.of("in-folder", "out-folder")) {
      String folder = key.equals("in-folder") ? profile.inFolder() : profile.outFolder();
      if (bank == folder.contains(PLACE)) {
        yaml.error(key, bank ? "ngân hàng không có thư mục theo nơi" : "thiếu " + PLACE);
      }
    }
    if (bank && !yaml.has("funding-account")) {
      yaml.error("funding-account", "thiếu khoá; ngân hàng chi từ tài khoản nguồn");
    }
    if (!bank && yaml.has("funding-from")) {
      yaml.error("funding-from", "chỉ ngân hàng có tài khoản nguồn");
    }
    if (!files.has(CodeTables.fileOf(profile.codes()))) {
      yaml.error("codes", "không có bảng mã " + CodeTables.fileOf(profile.codes()));
    }
  }

  private void atMostOne(Map<String, PartnerProfile> profiles, PartnerKind kind) {
    long found = profiles.values().stream().filter(profile -> profile.kind() == kind).count();
    if (found > 1) {
      errors.add(FOLDER, 0, "kind", "chỉ được một đối tác loại " + kind.label() + ", có " + found);
    }
  }

  private static Duration positive(String text) {
    Duration duration = Duration.parse(text);
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(text);
    }
    return duration;
  }

  private static String ending(String text) {
    return matching(ENDING, text).toLowerCase(Locale.ROOT);
  }

  private static String matching(Pattern form, String text) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
