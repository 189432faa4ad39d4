package vn.chitra.hub.config.start;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ReportedState;

/**
 * Checks the settings before anything starts: reads the one settings file ({@code hub.settings}, {@code HUB_SETTINGS}) if there is one, and
 * stops the start while a setting is missing, invalid or unknown, naming all of them at once.
 */
final class SettingsGate implements EnvironmentPostProcessor, Ordered {

  private static final String FILE = "hub.settings";
  private static final String MAPPINGS = "hub.mappings";
  private static final String HUB_PACKAGE = "vn.chitra.hub";

  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 1;
  }

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
    if (application.getAllSources().stream().noneMatch(SettingsGate::isTheHub)) {
      return;
    }
    readFile(environment, environment.getProperty(FILE));
    List<String> complaints = new ArrayList<>();
    KnownSettings.of(environment).unknown(environment).forEach(name -> complaints.add(SettingsCheck.origin(environment, name) + name
        + ": không có thiết lập này; xem tên đúng trong docs/operations/configuration.md"));
    complaints.addAll(RouteFilesCheck.complaints(environment.getProperty("hub.routes", "classpath:routes/*.camel.yaml")));
    List<PartnerProfile> partners = partners(environment, complaints);
    complaints.addAll(new SettingsCheck(environment, connections(partners, false), connections(partners, true), keys(partners))
        .complaints());
    if (!complaints.isEmpty()) {
      throw new SettingsIncomplete(complaints);
    }
  }

  private static boolean isTheHub(Object source) {
    return source instanceof Class<?> type && type.getPackageName().equals(HUB_PACKAGE);
  }

  /** Environment variables and arguments win over the file, the file over the defaults. */
  private static void readFile(ConfigurableEnvironment environment, @Nullable String file) {
    if (file != null) {
      SettingsFile.load(FILE, file).forEach(source -> environment.getPropertySources()
          .addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, source));
    }
  }

  /** None, and a complaint, when the mapping files do not stand where the setting says. */
  private static List<PartnerProfile> partners(ConfigurableEnvironment environment, List<String> complaints) {
    String location = environment.getRequiredProperty(MAPPINGS);
    String where = SettingsCheck.origin(environment, MAPPINGS) + MAPPINGS;
    if (!location.matches("(classpath|file):.*/")) {
      complaints.add(where + ": sai; cần file: đứng trước và / ở cuối, ví dụ file:/etc/chitra-hub/mappings/");
      return List.of();
    }
    try {
      return Mappings.load(location, Vocabulary.of(ReportedState.class, CaseKind.class)).partners().all();
    } catch (IOException e) {
      complaints.add(where + ": sai; không có thư mục ánh xạ đọc được ở đó");
      return List.of();
    }
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
