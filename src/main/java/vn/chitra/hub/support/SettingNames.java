package vn.chitra.hub.support;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the settings under a name that a mapping file uses. Names of environment variables contain no dash, so {@code
 * HUB_SFTP_BUUDIEN_HOST} belongs to the connection {@code buu-dien}: dashes, underscores and upper case are ignored.
 */
public final class SettingNames {

  private SettingNames() {}

  /** The value under exactly this name, or else under the name without what does not count. */
  public static <T> Optional<T> find(Map<String, T> settings, String name) {
    T exact = settings.get(name);
    return exact != null ? Optional.of(exact)
        : settings.entrySet().stream().filter(entry -> bare(entry.getKey()).equals(bare(name))).map(Map.Entry::getValue).findFirst();
  }

  /** {@code buu-dien} → {@code buudien}: as an environment variable's name has it, in lower case. */
  public static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }
}
