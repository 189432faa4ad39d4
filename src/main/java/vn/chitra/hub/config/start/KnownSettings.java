package vn.chitra.hub.config.start;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The names of all settings: those of the validated records and those that {@code application.yaml} ships. A name that begins with
 * {@code hub.} and is none of them is an error: a misspelt setting would silently keep its default.
 */
final class KnownSettings {

  private static final String PREFIX = "hub.";
  private static final String SHIPPED = "class path resource";
  /** A container platform sets such variables for a service named hub. */
  private static final Pattern OF_THE_PLATFORM = Pattern.compile("HUB_(SERVICE_.*|PORT(_\\d.*)?)");
  private static final String INDEX = "(\\[\\d+])?";

  private final List<Pattern> names = new ArrayList<>();
  private final List<Pattern> variables = new ArrayList<>();

  private KnownSettings(Collection<String> known) {
    known.forEach(name -> {
      names.add(Pattern.compile(bare(name).replace(".", "\\.").replace("*", "[^.]+") + INDEX));
      variables.add(Pattern.compile(variable(name) + "(_\\d+_?)?"));
    });
  }

  static KnownSettings of(ConfigurableEnvironment environment) {
    TreeSet<String> known = new TreeSet<>(inRecords());
    known.add("hub.settings");
    environment.getPropertySources().stream().filter(KnownSettings::isShipped).flatMap(KnownSettings::names)
        .filter(name -> name.startsWith(PREFIX)).map(name -> name.replaceAll("\\[\\d+]$", "")).forEach(known::add);
    return new KnownSettings(known);
  }

  /** Given names that are no setting, by source in the order of precedence; never a value. */
  List<String> unknown(ConfigurableEnvironment environment) {
    List<String> unknown = new ArrayList<>();
    environment.getPropertySources().stream().filter(source -> !isShipped(source)).forEach(source -> {
      boolean variables = source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
      names(source).filter(variables ? this::isUnknownVariable : this::isUnknownName).sorted().distinct().forEach(unknown::add);
    });
    return unknown;
  }

  private boolean isUnknownName(String name) {
    return name.startsWith(PREFIX) && names.stream().noneMatch(known -> known.matcher(bare(name)).matches());
  }

  private boolean isUnknownVariable(String name) {
    return name.startsWith("HUB_") && !OF_THE_PLATFORM.matcher(name).matches()
        && variables.stream().noneMatch(known -> known.matcher(name).matches());
  }

  private static boolean isShipped(PropertySource<?> source) {
    return source.getName().contains(SHIPPED);
  }

  private static Stream<String> names(PropertySource<?> source) {
    return source instanceof EnumerablePropertySource<?> all ? Stream.of(all.getPropertyNames()) : Stream.empty();
  }

  /** Spring takes names with or without dashes, in either case. */
  private static String bare(String name) {
    return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** {@code hub.sftp.*.known-hosts}: both {@code HUB_SFTP_X_KNOWNHOSTS} and {@code HUB_SFTP_X_KNOWN_HOSTS}. */
  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace(".", "_").replace("-", "_?").replace("*", ".+");
  }

  private static List<String> inRecords() {
    List<String> names = new ArrayList<>();
    for (Class<?> type : SettingsRecords.ALL) {
      String prefix = type.getAnnotation(ConfigurationProperties.class).value();
      if ((prefix + ".").startsWith(PREFIX)) {
        collect(prefix, type, names);
      }
    }
    return names;
  }

  private static void collect(String prefix, Class<?> record, List<String> names) {
    for (RecordComponent component : record.getRecordComponents()) {
      String name = prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      if (component.getType() == Map.class) {
        add(name + ".*", ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[1], names);
      } else {
        add(name, component.getType(), names);
      }
    }
  }

  private static void add(String name, Type type, List<String> names) {
    if (type instanceof Class<?> record && record.isRecord()) {
      collect(name, record, names);
    } else {
      names.add(name);
    }
  }
}
