package vn.chitra.hub.config.start;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** The one settings file, YAML or properties; an error in it is told with file, line and key, never with a value. */
final class SettingsFile {

  private static final Pattern KEY = Pattern.compile("^\\s*\"?([A-Za-z0-9._-]+)\"?\\s*[:=]");

  private SettingsFile() {}

  /**
   * @param name of the property sources
   * @throws SettingsIncomplete when the file cannot be read
   */
  static List<PropertySource<?>> load(String name, String file) {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new SettingsIncomplete(List.of(name + ": tệp thiết lập không đọc được"));
    }
    PropertySourceLoader loader = file.endsWith(".properties") ? new PropertiesPropertySourceLoader() : new YamlPropertySourceLoader();
    try {
      return loader.load(name, new FileSystemResource(file));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
      throw new SettingsIncomplete(List.of(where(path, line) + key(path, line)
          + "không phải YAML hợp lệ; xem thụt lề, dấu hai chấm, dấu nháy, phím Tab, khoá lặp lại ở dòng ấy và dòng trước"));
    } catch (YAMLException | IllegalArgumentException | IllegalStateException | CharacterCodingException e) {
      throw new SettingsIncomplete(List.of(file + ": tệp thiết lập phải là văn bản UTF-8, dạng YAML hoặc .properties"));
    } catch (IOException e) {
      throw new SettingsIncomplete(List.of(name + ": tệp thiết lập không đọc được"));
    }
  }

  /** @param line from 0 */
  static String where(Path file, int line) {
    return file + " dòng " + (line + 1) + ": ";
  }

  /** The key of the line, or of the nearest one above that has a key; empty when there is none. */
  private static String key(Path file, int line) {
    try {
      List<String> lines = Files.readAllLines(file);
      for (int at = Math.min(line, lines.size() - 1); at >= 0; at--) {
        Matcher matcher = KEY.matcher(lines.get(at));
        if (matcher.find()) {
          return matcher.group(1) + ": ";
        }
      }
      return "";
    } catch (IOException unreadable) {
      return "";   // the line stands in the message
    }
  }
}
