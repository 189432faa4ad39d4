package vn.chitra.hub.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where the route files are, as Camel and Spring name it. */
public final class RouteLocations {

  private static final String FILES = "*.camel.yaml";

  private RouteLocations() {}

  /**
   * Patterns of Spring, separated by commas: {@code classpath:…}, {@code file:…} and {@code jar:…} stay; a plain path is one on disk, from
   * the working directory where it is relative, and a folder stands for the route files in it.
   *
   * @throws InvalidPathException when one is no path
   */
  public static String patterns(String locations) {
    return Arrays.stream(locations.split(",")).map(String::strip).map(RouteLocations::pattern).collect(Collectors.joining(","));
  }

  private static String pattern(String location) {
    if (location.isEmpty() || location.matches("(classpath\\*?|file|jar):.*")) {
      return location;
    }
    Path path = Path.of(location).toAbsolutePath().normalize();
    return "file:" + (Files.isDirectory(path) ? path.resolve(FILES) : path);
  }
}
