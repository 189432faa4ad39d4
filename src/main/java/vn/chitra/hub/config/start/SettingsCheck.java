package vn.chitra.hub.config.start;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import vn.chitra.hub.support.SettingNames;

/** Checks all settings at once and lists every error, never a value. */
final class SettingsCheck {

  private final ConfigurableEnvironment given;
  private final Collection<String> connections;
  private final Collection<String> apis;
  private final Collection<String> keys;

  /**
   * @param connections SFTP connections that partners name
   * @param apis connections to APIs that they name
   * @param keys OpenPGP keys that they name
   */
  SettingsCheck(ConfigurableEnvironment given, Collection<String> connections, Collection<String> apis, Collection<String> keys) {
    this.given = given;
    this.connections = connections;
    this.apis = apis;
    this.keys = keys;
  }

  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    Set<String> logins = logins();
    for (Setting setting : AllSettings.of(given, connections, apis, keys, logins)) {
      setting.complaint(given).ifPresent(one -> complaints.add(origin(given, setting.name()) + one));
    }
    connections.forEach(connection -> {
      complaints.addAll(dashesInTheEnvironment(connection));
      proof(connection).ifPresent(complaints::add);
      pinnedKey(connection).ifPresent(complaints::add);
    });
    keys.forEach(name -> {
      complaints.addAll(files("hub.pgp." + name + ".private-keys", "tệp khoá riêng OpenPGP của ta, một hay nhiều, đọc được"));
      complaints.addAll(files("hub.pgp." + name + ".partner-keys", "tệp khoá công khai OpenPGP của ngân hàng, một hay nhiều, đọc được"));
      complaints.addAll(OpenPgpCheck.complaints(given, "hub.pgp." + name + "."));
    });
    if (logins.isEmpty() && !given.getProperty("hub.without-logins", "").equals("true")
        && given.getProperty("hub.oidc.issuer", "").isBlank()) {
      complaints.add("hub.logins.<tên>.password: thiếu; cần ít nhất một người đăng nhập (hoặc hub.oidc.issuer, hoặc hub.without-logins=true)");
    }
    complaints.addAll(recipients());
    complaints.addAll(EdgeCheck.complaints(given));
    return complaints;
  }

  /** File and line of a setting that stands in a file, ending in a colon and a blank; else empty. */
  static String origin(ConfigurableEnvironment given, String name) {
    if (!ConfigurationPropertyName.isValid(name)) {
      return "";
    }
    ConfigurationPropertyName property = ConfigurationPropertyName.of(name);
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(given)) {
      ConfigurationProperty found = source.getConfigurationProperty(property);
      if (found != null) {
        Origin origin = found.getOrigin() instanceof PropertySourceOrigin wrapped ? wrapped.getOrigin() : found.getOrigin();
        return origin instanceof TextResourceOrigin text ? fileAndLine(text) : "";
      }
    }
    return "";
  }

  private static String fileAndLine(TextResourceOrigin origin) {
    try {
      return origin.getLocation() == null || origin.getResource() == null || !origin.getResource().isFile() ? ""
          : SettingsFile.where(origin.getResource().getFile().toPath(), origin.getLocation().getLine());
    } catch (IOException noFile) {
      return "";
    }
  }

  private Set<String> logins() {
    return new TreeSet<>(Binder.get(given).bind("hub.logins", Bindable.mapOf(String.class, Object.class)).orElseGet(TreeMap::new).keySet());
  }

  private Optional<String> proof(String connection) {
    String prefix = "hub.sftp." + connection + ".";
    return given.containsProperty(prefix + "password") || given.containsProperty(prefix + "private-key") ? Optional.empty()
        : Optional.of(prefix + "password: thiếu; cần mật khẩu, hoặc " + prefix + "private-key trỏ tới khoá riêng");
  }

  /** Checked only once host, port and file are valid by themselves. */
  private Optional<String> pinnedKey(String connection) {
    String prefix = "hub.sftp." + connection + ".";
    String file = given.getProperty(prefix + "known-hosts", "");
    String host = given.getProperty(prefix + "host", "");
    String port = given.getProperty(prefix + "port", "");
    boolean whole = Forms.READABLE_FILE.test(file) && Forms.SOME_TEXT.test(host) && Forms.PORT.test(port);
    return !whole || HostKeys.pins(file, host, Integer.parseInt(port)) ? Optional.empty()
        : Optional.of(prefix + "known-hosts: sai; tệp không ghim khoá nào của máy chủ và cổng ấy (ssh-keyscan -p <cổng> <máy chủ>,"
            + " so dấu vân tay với đối tác qua kênh khác)");
  }

  /** {@code HUB_SFTP_BUU_DIEN_HOST} would be read as another connection named {@code buu}. */
  private List<String> dashesInTheEnvironment(String connection) {
    if (!connection.contains("-")) {
      return List.of();
    }
    String wrong = "HUB_SFTP_" + connection.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
    String right = "HUB_SFTP_" + SettingNames.bare(connection).toUpperCase(Locale.ROOT) + "_";
    return Arrays.stream(environmentVariables()).filter(name -> name.startsWith(wrong)).sorted()
        .map(name -> name + ": sai tên; cần " + right + name.substring(wrong.length()).replace("_", "") + " (bỏ dấu - của tên kết nối)")
        .toList();
  }

  private String[] environmentVariables() {
    return given.getPropertySources().get(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
        instanceof EnumerablePropertySource<?> variables ? variables.getPropertyNames() : new String[0];
  }

  /** One complaint when none is given, one when any of them cannot be read. */
  private List<String> files(String name, String expected) {
    List<String> files = Binder.get(given).bind(name, Bindable.listOf(String.class)).orElseGet(List::of);
    if (files.isEmpty()) {
      return List.of(name + ": thiếu; cần " + expected);
    }
    return files.stream().allMatch(Forms.READABLE_FILE) ? List.of() : List.of(name + ": sai; cần " + expected);
  }

  private List<String> recipients() {
    if (given.getProperty("hub.mail.host") == null) {
      return List.of();
    }
    return List.of("operator", "accountant", "engineer").stream().map(role -> "hub.mail.recipients." + role)
        .filter(name -> Binder.get(given).bind(name, Bindable.listOf(String.class)).orElseGet(List::of).isEmpty())
        .map(name -> name + ": thiếu; cần địa chỉ thư của người nhận").toList();
  }
}
