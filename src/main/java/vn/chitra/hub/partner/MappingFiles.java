package vn.chitra.hub.partner;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every file below one location, read once: the hashed bytes are the loaded bytes. */
final class MappingFiles {

  private final SortedMap<String, byte[]> files;

  private MappingFiles(SortedMap<String, byte[]> files) {
    this.files = files;
  }

  /**
   * @param location a folder as Spring names it: {@code classpath:mappings/}, {@code file:/etc/chitra/mappings/}
   * @throws IOException when the folder is not there or a file cannot be read
   */
  static MappingFiles at(String location) throws IOException {
    String folder = location.endsWith("/") ? location : location + "/";
    var resolver = new PathMatchingResourcePatternResolver();
    Resource root = resolver.getResource(folder);
    return new MappingFiles(root.isFile() ? inFolder(root.getFile().toPath()) : inJar(resolver, folder, root));
  }

  private static SortedMap<String, byte[]> inFolder(Path root) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static SortedMap<String, byte[]> inJar(PathMatchingResourcePatternResolver resolver, String folder, Resource root)
      throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    String rootUrl = root.getURL().toString();
    for (Resource file : resolver.getResources(folder + "**/*")) {
      String url = file.getURL().toString();
      if (url.startsWith(rootUrl) && !url.endsWith("/")) {
        files.put(url.substring(rootUrl.length()), file.getContentAsByteArray());
      }
    }
    return files;
  }

  /** Names directly in a folder, sorted; {@code folder} ends with a slash. */
  List<String> in(String folder, String extension) {
    return files.keySet().stream()
        .filter(name -> name.startsWith(folder) && name.endsWith(extension) && name.indexOf('/', folder.length()) < 0).toList();
  }

  boolean has(String name) {
    return files.containsKey(name);
  }

  /** @throws IllegalArgumentException when there is no such file */
  InputStream open(String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException("không có tệp ánh xạ " + name);
    }
    return new ByteArrayInputStream(bytes);
  }

  /** Empty, and an error, when there is no such file. */
  Optional<YamlSection> yaml(String name, MappingErrors errors) throws IOException {
    if (!has(name)) {
      errors.add(name, 0, "", "thiếu tệp");
      return Optional.empty();
    }
    return Optional.of(YamlSection.read(open(name), name, errors));
  }

  /** The rows; none, and an error, when there is no such file. */
  List<CsvRow> csv(String name, List<String> columns, MappingErrors errors) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      errors.add(name, 0, "", "thiếu tệp");
      return List.of();
    }
    return MappingText.decode(name, bytes, errors).map(text -> CsvTable.rows(name, text, columns, errors)).orElse(List.of());
  }

  /** Name → SHA-256, lower-case hex. */
  SortedMap<String, String> hashes() {
    SortedMap<String, String> hashes = new TreeMap<>();
    files.forEach((name, bytes) -> hashes.put(name, sha256(bytes)));
    return Collections.unmodifiableSortedMap(hashes);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
