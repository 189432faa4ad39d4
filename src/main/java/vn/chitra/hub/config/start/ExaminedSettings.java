package vn.chitra.hub.config.start;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.MappingsInvalidException;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ReportedState;

/**
 * Everything that can be known about the settings before anything starts: the settings file, unknown names, route and mapping files, keys,
 * and the validated records that the hub itself will use. The start and every command examine them by this one class.
 */
public final class ExaminedSettings {

  private static final String FILE = "hub.settings";
  private static final String MAPPINGS = "hub.mappings";

  private final ConfigurableEnvironment environment;
  private final SettingsRecords records;
  private final List<String> complaints = new ArrayList<>();
  private @Nullable Mappings mappings;
  private @Nullable MappingsInvalidException invalid;

  private ExaminedSettings(ConfigurableEnvironment environment) {
    this.environment = environment;
    this.records = new SettingsRecords(environment);
  }

  /**
   * Adds the settings file, if one is named, to the environment: environment variables and arguments win over it, it wins over the
   * defaults. Then examines all settings.
   *
   * @throws SettingsIncomplete when the settings file cannot be read
   */
  public static ExaminedSettings of(ConfigurableEnvironment environment) {
    String file = environment.getProperty(FILE);
    if (file != null) {
      SettingsFile.load(FILE, file).forEach(source -> environment.getPropertySources()
          .addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, source));
    }
    ExaminedSettings examined = new ExaminedSettings(environment);
    examined.examine();
    return examined;
  }

  private void examine() {
    KnownSettings.of(environment).unknown(environment).forEach(name -> complaints.add(SettingsCheck.origin(environment, name) + name
        + ": không có thiết lập này; xem tên đúng trong docs/operations/configuration.md"));
    complaints.addAll(RouteFilesCheck.complaints(environment.getProperty("hub.routes", "classpath:routes/*.camel.yaml")));
    readMappings();
    List<PartnerProfile> partners = mappings == null ? List.of() : mappings.partners().all();
    complaints.addAll(new SettingsCheck(environment, connections(partners, false), connections(partners, true), keys(partners))
        .complaints());
    if (complaints.isEmpty()) {
      complaints.addAll(records.complaints());
      complaints.addAll(EncryptionKeys.complaints(records, keys(partners)));
    }
  }

  /** Sets no mappings, and a complaint, when the files do not stand where the setting says. */
  private void readMappings() {
    String given = environment.getRequiredProperty(MAPPINGS).strip();
    String where = SettingsCheck.origin(environment, MAPPINGS) + MAPPINGS;
    try {
      if (given.isEmpty()) {
        throw new NoSuchFileException(given);
      }
      String location = Mappings.folder(given);
      Mappings read = Mappings.load(location, Vocabulary.of(ReportedState.class, CaseKind.class));
      mappings = read;
      OtherMappings.complaints(read, location).forEach(one -> complaints.add(where + ": " + one));
    } catch (MappingsInvalidException e) {
      invalid = e;
    } catch (IOException | InvalidPathException e) {
      complaints.add(where + ": sai; không có thư mục ánh xạ đọc được ở đó; cần đường dẫn của thư mục, ví dụ /etc/chitra-hub/mappings");
    }
  }

  /** One line per setting: its file and line where it has one, its name and the expected form; never a value. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** The errors of the mapping files, if there are any. */
  public Optional<MappingsInvalidException> mappingErrors() {
    return Optional.ofNullable(invalid);
  }

  /** Empty when they could not be read. */
  public Optional<Mappings> mappings() {
    return Optional.ofNullable(mappings);
  }

  /** A settings record as the hub itself gets it; empty when one of its settings is missing or wrong. */
  public <T> Optional<T> settings(Class<T> type) {
    return records.valid(type);
  }

  /** OpenPGP keys by their names in the profiles. */
  private static SortedSet<String> keys(List<PartnerProfile> partners) {
    SortedSet<String> keys = new TreeSet<>();
    partners.stream().filter(partner -> partner.iso() != null).forEach(partner -> keys.add(partner.isoTerms().keys()));
    return keys;
  }

  private static SortedSet<String> connections(List<PartnerProfile> partners, boolean api) {
    SortedSet<String> connections = new TreeSet<>();
    for (PartnerProfile partner : partners) {
      if (api == (partner.kind() == PartnerKind.BANK_API)) {
        connections.add(partner.connection());
      }
    }
    return connections;
  }
}
