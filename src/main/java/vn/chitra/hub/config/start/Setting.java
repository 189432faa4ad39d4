package vn.chitra.hub.config.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One setting that has no default and must be given.
 *
 * @param name as in a file; in the environment upper case, {@code .} and {@code -} as the platform's binding has it
 * @param expected what it should be, in Vietnamese
 * @param fits whether a value can be right
 */
record Setting(String name, String expected, Predicate<String> fits) {

  private static final Predicate<String> ANY = text -> !text.isBlank();
  private static final Predicate<String> POSTGRESQL = text -> text.startsWith("jdbc:postgresql:");
  private static final Predicate<String> PORT = text -> text.matches("\\d{1,5}") && Integer.parseInt(text) > 0
      && Integer.parseInt(text) <= 65_535;
  private static final Predicate<String> FILE = text -> Files.isReadable(Path.of(text));

  /** Everything that a hub with these SFTP connections needs. */
  static List<Setting> required(Iterable<String> connections) {
    List<Setting> all = new ArrayList<>();
    database(all, "hub.database", "của hub");
    database(all, "hub.welfare", "cơ sở dữ liệu trợ cấp của tỉnh");
    for (String connection : connections) {
      String prefix = "hub.sftp." + connection + ".";
      all.add(new Setting(prefix + "host", "tên hoặc địa chỉ máy chủ SFTP", ANY));
      all.add(new Setting(prefix + "port", "cổng SFTP, 1 đến 65535", PORT));
      all.add(new Setting(prefix + "username", "tên đăng nhập SFTP", ANY));
      all.add(new Setting(prefix + "known-hosts", "tệp known_hosts đọc được, có khoá máy chủ đã ghim", FILE));
    }
    return all;
  }

  private static void database(List<Setting> all, String prefix, String whose) {
    all.add(new Setting(prefix + ".url", "địa chỉ jdbc:postgresql://… " + whose, POSTGRESQL));
    all.add(new Setting(prefix + ".username", "tên đăng nhập " + whose, ANY));
    all.add(new Setting(prefix + ".password", "mật khẩu " + whose, text -> true));
  }
}
