package vn.chitra.hub.crash;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What the hub's process is started from: the classes of this build in jars, those with steps in them first, so that a start can use
 * an archive of loaded classes (AppCDS) and takes a few seconds.
 */
record SlimImage(String classPath, Path archive) {

  /** @param folder where the jars are put */
  static SlimImage build(Path folder, Plant plant) throws IOException {
    Files.createDirectories(folder);
    List<String> entries = new ArrayList<>();
    entries.add(jar(folder.resolve("with-steps.jar"), plant.into(CrashSteps.all()).classes()).toString());
    for (String entry : ownClassPath().split(File.pathSeparator)) {
      Path path = Path.of(entry);
      entries.add(Files.isDirectory(path) ? jar(folder.resolve("classes-" + entries.size() + ".jar"), path).toString() : entry);
    }
    return new SlimImage(String.join(File.pathSeparator, entries), folder.resolve("classes.jsa"));
  }

  private static String ownClassPath() {
    String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(path.split(File.pathSeparator)).filter(entry -> Files.exists(Path.of(entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path jar(Path jar, Map<String, byte[]> files) throws IOException {
    try (ZipOutputStream out = open(jar)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    }
    return jar;
  }

  /** With its folders as entries: component scanning looks for them. */
  private static Path jar(Path jar, Path folder) throws IOException {
    try (ZipOutputStream out = open(jar); Stream<Path> below = Files.walk(folder)) {
      for (Path one : below.filter(path -> !path.equals(folder)).sorted().toList()) {
        String name = folder.relativize(one).toString();
        out.putNextEntry(new ZipEntry(Files.isDirectory(one) ? name + "/" : name));
        if (Files.isRegularFile(one)) {
          Files.copy(one, out);
        }
      }
    }
    return jar;
  }

  private static ZipOutputStream open(Path jar) throws IOException {
    OutputStream out = Files.newOutputStream(jar);
    ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out));
    zip.setLevel(0);
    return zip;
  }
}
