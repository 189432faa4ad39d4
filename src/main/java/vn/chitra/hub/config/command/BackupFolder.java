package vn.chitra.hub.config.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.chitra.hub.archive.Archive;

/**
 * One backup: {@code hub.dump}, {@code sent.journal}, {@code configuration/} and {@code SHA256SUMS} over them, which is written last and
 * which {@code sha256sum -c} reads. The archived files of all backups stand once, in {@code archive/} beside the backups.
 */
record BackupFolder(Path path) {

  private static final String SUMS = "SHA256SUMS";

  Path dump() {
    return path.resolve("hub.dump");
  }

  Path journal() {
    return path.resolve("sent.journal");
  }

  Path configuration() {
    return path.resolve("configuration");
  }

  /** Shared by all backups beside this one. */
  Path archive() {
    return path.toAbsolutePath().normalize().resolveSibling("archive");
  }

  void writeSums() throws IOException {
    List<String> lines = new ArrayList<>();
    sums().forEach((name, sum) -> lines.add(sum + "  " + name));
    Files.write(path.resolve(SUMS), lines);
    ArchiveCopy.force(path.resolve(SUMS));
  }

  /** Files that are missing, changed or not named; empty for a backup that is whole. */
  List<String> differences() throws IOException {
    if (!Files.isRegularFile(path.resolve(SUMS))) {
      return List.of(SUMS);
    }
    TreeMap<String, String> wanted = new TreeMap<>();
    Files.readAllLines(path.resolve(SUMS)).forEach(line -> wanted.put(line.substring(line.indexOf("  ") + 2), line.substring(0,
        line.indexOf("  "))));
    TreeMap<String, String> found = sums();
    return Stream.concat(wanted.keySet().stream(), found.keySet().stream()).distinct().sorted()
        .filter(name -> !wanted.getOrDefault(name, "").equals(found.getOrDefault(name, "-"))).toList();
  }

  private TreeMap<String, String> sums() throws IOException {
    TreeMap<String, String> sums = new TreeMap<>();
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).filter(one -> !one.equals(path.resolve(SUMS))).toList()) {
        sums.put(path.relativize(file).toString(), sha256(file));
      }
    }
    return sums;
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = Archive.sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
