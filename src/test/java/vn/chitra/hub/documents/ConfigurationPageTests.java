package vn.chitra.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.yaml.snakeyaml.Yaml;

class ConfigurationPageTests {

  @Test
  void everySettingOfEveryRecordHasItsLine() throws Exception {
    List<String> settings = settings();

    assertThat(settings).contains("hub.data-dir", "hub.database.url", "hub.sftp.<>.known-hosts", "hub.logins.<>.role");
    assertThat(page()).contains(settings.stream().map(setting -> "| `" + setting + "`").toArray(String[]::new));
  }

  @Test
  void everySettingStandsInTheEmptyConfigurationThatIsInstalled() throws Exception {
    String empty = Files.readString(Path.of("src/main/distribution/conf/chitra-hub.yaml"));

    assertThat(settings()).filteredOn(setting -> !stands(setting, empty)).isEmpty();
    assertThat(new Yaml().<Object>load(empty)).isNull();
  }

  private static boolean stands(String setting, String file) {
    String name = Pattern.quote(setting).replace("<>", "\\E[a-z-]+\\Q");
    return Pattern.compile("^#" + name + "(\\.[a-z]+)?:", Pattern.MULTILINE).matcher(file).find();
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/operations/configuration.md")).replaceAll("<[^>\\n]+>", "<>");
  }

  private static List<String> settings() throws ClassNotFoundException {
    ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    List<String> settings = new ArrayList<>();
    for (var found : scan.findCandidateComponents("vn.chitra.hub")) {
      Class<?> type = Class.forName(found.getBeanClassName());
      collect(type.getAnnotation(ConfigurationProperties.class).value(), type, settings);
    }
    return settings;
  }

  private static void collect(String prefix, Class<?> record, List<String> settings) {
    for (RecordComponent component : record.getRecordComponents()) {
      String name = prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      if (component.getType().isRecord()) {
        collect(name, component.getType(), settings);
      } else if (component.getGenericType() instanceof ParameterizedType map && component.getType() == Map.class
          && map.getActualTypeArguments()[1] instanceof Class<?>) {
        collect(name + ".<>", (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[1], settings);
      } else {
        settings.add(name);
      }
    }
  }
}
