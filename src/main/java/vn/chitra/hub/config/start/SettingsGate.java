package vn.chitra.hub.config.start;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import vn.chitra.hub.partner.MappingsInvalidException;

/**
 * Checks the settings before anything starts: reads the one settings file ({@code hub.settings}, {@code HUB_SETTINGS}) if there is one, and
 * stops the start while a setting is missing, invalid or unknown, naming all of them at once. Then sets what follows from them.
 */
final class SettingsGate implements EnvironmentPostProcessor, Ordered {

  private static final String HUB_PACKAGE = "vn.chitra.hub";

  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 1;
  }

  /**
   * @throws SettingsIncomplete for a setting
   * @throws MappingsInvalidException for the content of a mapping file
   */
  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
    if (application.getAllSources().stream().noneMatch(SettingsGate::isTheHub)) {
      return;
    }
    ExaminedSettings examined = ExaminedSettings.of(environment);
    examined.mappingErrors().ifPresent(errors -> {
      throw errors;
    });
    if (!examined.complaints().isEmpty()) {
      throw new SettingsIncomplete(examined.complaints());
    }
    DerivedSettings.add(environment);
  }

  private static boolean isTheHub(Object source) {
    return source instanceof Class<?> type && type.getPackageName().equals(HUB_PACKAGE);
  }
}
