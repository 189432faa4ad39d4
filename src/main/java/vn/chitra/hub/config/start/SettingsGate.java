package vn.chitra.hub.config.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ReportedState;

/**
 * Checks the settings before anything starts: reads the one settings file ({@code hub.settings}, {@code HUB_SETTINGS}) if there is one, and
 * stops the start while a setting is missing or invalid, naming all of them at once.
 */
final class SettingsGate implements EnvironmentPostProcessor, Ordered {

  private static final String FILE = "hub.settings";
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
    try {
      readFile(environment, environment.getProperty(FILE));
      List<PartnerProfile> partners = partners(environment);
      List<String> complaints = new SettingsCheck(environment, connections(partners, false), connections(partners, true),
          keys(partners)).complaints();
      if (!complaints.isEmpty()) {
        throw new SettingsIncomplete(complaints);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isTheHub(Object source) {
    return source instanceof Class<?> type && type.getPackageName().equals(HUB_PACKAGE);
  }

  /** Environment variables and arguments win over the file, the file over the defaults. */
  private static void readFile(ConfigurableEnvironment environment, @Nullable String file) throws IOException {
    if (file == null) {
      return;
    }
    if (!Path.of(file).toFile().canRead()) {
      throw new SettingsIncomplete(List.of(FILE + ": tệp thiết lập không đọc được"));
    }
    PropertySourceLoader loader = file.endsWith(".properties") ? new PropertiesPropertySourceLoader() : new YamlPropertySourceLoader();
    for (PropertySource<?> source : loader.load(FILE, new FileSystemResource(file))) {
      environment.getPropertySources().addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, source);
    }
  }

  private static List<PartnerProfile> partners(ConfigurableEnvironment environment) throws IOException {
    return Mappings.load(environment.getRequiredProperty("hub.mappings"), Vocabulary.of(ReportedState.class, CaseKind.class)).partners()
        .all();
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
