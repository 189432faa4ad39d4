package vn.chitra.hub.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import vn.chitra.hub.sim.AgreedPartner;

/**
 * The mapping data without banks that have an API: their own limits of calls a second would be measured, not the hub. Their customers are
 * paid through the sponsor of most other banks.
 */
final class FilesOnly {

  private static final Path SHIPPED = Path.of("mappings");
  private static final String SPONSOR = "agribank";

  private FilesOnly() {}

  /** @return as the hub's settings name it */
  static String mappings(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(SHIPPED.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        if (!isOfAnApi(file)) {
          Files.writeString(copy, file.endsWith("banks.csv") ? throughTheSponsor(Files.readString(file)) : Files.readString(file));
        }
      }
    }
    return "file:" + folder.toAbsolutePath() + "/";
  }

  private static boolean isOfAnApi(Path file) {
    return file.getParent().endsWith("partners")
        && AgreedPartner.apis().contains(file.getFileName().toString().replace(".yaml", ""));
  }

  private static String throughTheSponsor(String banks) {
    String through = banks;
    for (String api : AgreedPartner.apis()) {
      through = through.replaceAll("(?m)," + api + "$", "," + SPONSOR);
    }
    return through;
  }
}
