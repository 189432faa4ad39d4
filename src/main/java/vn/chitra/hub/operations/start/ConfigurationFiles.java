package vn.chitra.hub.operations.start;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.batch.Configurations;
import vn.chitra.hub.partner.Mappings;

/**
 * All route and mapping files with which the hub runs.
 *
 * @param hashes {@code routes/<file>} or {@code mappings/<path>} → SHA-256, lower-case hex
 */
public record ConfigurationFiles(SortedMap<String, String> hashes) {

  /**
   * @param routes as configured for Camel: a pattern of Spring, or several separated by commas
   * @throws IOException when a file cannot be read
   */
  public static ConfigurationFiles of(String routes, Mappings mappings) throws IOException {
    SortedMap<String, String> hashes = new TreeMap<>();
    mappings.fileHashes().forEach((name, hash) -> hashes.put("mappings/" + name, hash));
    for (String pattern : routes.split(",")) {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern.strip())) {
        hashes.put("routes/" + file.getFilename(), sha256(file.getContentAsByteArray()));
      }
    }
    return new ConfigurationFiles(hashes);
  }

  /** One line per file, in the form of {@code sha256sum}. */
  String lines() {
    return hashes.entrySet().stream().map(file -> file.getValue() + "  " + file.getKey() + "\n").collect(Collectors.joining());
  }

  /** The hash of {@link #lines()}: it changes with every added, removed or changed file. */
  public String sha256() {
    return sha256(lines().getBytes(StandardCharsets.UTF_8));
  }

  /** Keeps them in the hub's database, where batches refer to them; once for each set of files. */
  public void keep(Configurations configurations) {
    configurations.keep(sha256(), lines());
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(Archive.sha256().digest(bytes));
  }
}
