package vn.chitra.hub.crash;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.chitra.hub.archive.Archive;

/**
 * The class path from which the hub's process is started: the classes of this build in jars, those with steps in them first, so that a
 * start can use an archive of loaded classes (AppCDS) and takes a few seconds.
 */
record SlimImage(String classPath, Path archive) {

  private static final String HARNESS = "vn/chitra/hub/crash/";
  private static final List<String> FROM_TESTS = List.of(HARNESS, "vn/chitra/hub/demo/DemoWiring",
      "vn/chitra/hub/demo/ProductionClassesOnly", "vn/chitra/hub/sim/BusinessDays");

  /**
   * Finds the image of exactly these classes, or makes it.
   *
   * @param folder where images are kept from run to run
   */
  static SlimImage of(Path folder) throws IOException {
    Map<String, byte[]> withSteps = Plant.all(CrashSteps.all()).classes();
    Path image = folder.resolve(key(withSteps));
    List<String> entries = new ArrayList<>();
    entries.add(jar(image.resolve("with-steps.jar"), withSteps).toString());
    for (String entry : ownClassPath()) {
      Path path = Path.of(entry);
      entries.add(Files.isDirectory(path) ? jar(image.resolve("classes-" + entries.size() + ".jar"), path).toString() : entry);
    }
    return new SlimImage(String.join(File.pathSeparator, entries), image.resolve("classes.jsa"));
  }

  /** Of everything that goes in. */
  private static String key(Map<String, byte[]> withSteps) throws IOException {
    MessageDigest digest = Archive.sha256();
    withSteps.values().forEach(digest::update);
    for (String entry : ownClassPath()) {
      digest.update(entry.getBytes(StandardCharsets.UTF_8));
      if (Files.isDirectory(Path.of(entry))) {
        try (Stream<Path> below = Files.walk(Path.of(entry))) {
          for (Path file : below.filter(Files::isRegularFile).sorted().toList()) {
            digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
          }
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }

  /** Of the test classes only what the hub's process is begun with: everything else would be scanned for components at each start. */
  private static boolean isNeeded(Path below) {
    return FROM_TESTS.stream().anyMatch(needed -> needed.startsWith(below.toString()) || below.toString().startsWith(needed));
  }

  private static List<String> ownClassPath() {
    String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(path.split(File.pathSeparator)).filter(entry -> Files.exists(Path.of(entry))).toList();
  }

  private static Path jar(Path jar, Map<String, byte[]> files) throws IOException {
    return made(jar, out -> {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    });
  }

  /** With its folders as entries: component scanning looks for them. */
  private static Path jar(Path jar, Path folder) throws IOException {
    return made(jar, out -> {
      boolean tests = Files.exists(folder.resolve(HARNESS));
      try (Stream<Path> below = Files.walk(folder)) {
        for (Path one : below.filter(path -> !path.equals(folder) && (!tests || isNeeded(folder.relativize(path)))).sorted().toList()) {
          String name = folder.relativize(one).toString();
          out.putNextEntry(new ZipEntry(Files.isDirectory(one) ? name + "/" : name));
          if (Files.isRegularFile(one)) {
            Files.copy(one, out);
          }
        }
      }
    });
  }

  private interface Filling {
    void fill(ZipOutputStream out) throws IOException;
  }

  /** Whole or not at all; one that is there stays as it is, for the archive belongs to exactly this file. */
  private static Path made(Path jar, Filling filling) throws IOException {
    if (Files.exists(jar)) {
      return jar;
    }
    Files.createDirectories(jar.getParent());
    Path draft = jar.resolveSibling(jar.getFileName() + ".tmp");
    try (ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(draft)))) {
      out.setLevel(0);
      filling.fill(out);
    }
    return Files.move(draft, jar, StandardCopyOption.ATOMIC_MOVE);
  }
}
