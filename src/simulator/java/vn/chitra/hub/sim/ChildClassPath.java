package vn.chitra.hub.sim;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The class path of this process for a child of it, also where the build gives this process a jar that only names the classes. */
public final class ChildClassPath {

  private ChildClassPath() {}

  /**
   * Writes it into the folder as a file of options, for it may be too long for a command; without the hub's packed jar, whose classes are
   * there as folders.
   *
   * @return the option of {@code java} that reads it
   */
  public static String option(Path folder) throws IOException {
    String classes = Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
        .split(File.pathSeparator)).map(entry -> Path.of(entry).toAbsolutePath().normalize()).filter(Files::exists).distinct()
        .filter(entry -> !entry.getFileName().toString().startsWith("chitra-hub")).map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
    return "@" + Files.writeString(folder.resolve("arguments"), "-cp \"" + classes + "\"\n", StandardCharsets.UTF_8);
  }
}
