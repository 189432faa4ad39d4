package vn.chitra.hub.inbound.camel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The folder of a partner's answers, from its profile: {@code /out}, or {@code /{folder}/ve} with one folder per post office or commune.
 */
final class OutFolder {

  private static final String PLACEHOLDER = "{folder}";

  private final List<String> segments;

  OutFolder(String pattern) {
    this.segments = segments(pattern);
  }

  /** The part before the placeholder, without a leading slash: where looking begins. */
  String start() {
    int at = segments.indexOf(PLACEHOLDER);
    return String.join("/", at < 0 ? segments : segments.subList(0, at));
  }

  /** Whether the search must descend into this folder to reach the pattern. */
  boolean leadsThrough(String folder) {
    List<String> path = segments(folder);
    return path.size() <= segments.size() && fits(path);
  }

  /** The post office or commune whose folder this is, empty text at a bank; empty when it is not such a folder at all. */
  Optional<String> folderOf(String folder) {
    List<String> path = segments(folder);
    if (path.size() != segments.size() || !fits(path)) {
      return Optional.empty();
    }
    int at = segments.indexOf(PLACEHOLDER);
    return Optional.of(at < 0 ? "" : path.get(at));
  }

  /**
   * The folder to list instead of this one: for the folder of a post office or commune, the one of its answers, for only that one is on the
   * way. One listing a place and poll is saved.
   */
  String onTheWay(String folder) {
    List<String> path = segments(folder);
    int place = segments.indexOf(PLACEHOLDER);
    boolean isPlace = place >= 0 && path.size() == place + 1 && path.size() < segments.size() && fits(path);
    return isPlace ? folder + "/" + String.join("/", segments.subList(path.size(), segments.size())) : folder;
  }

  private boolean fits(List<String> path) {
    for (int i = 0; i < path.size(); i++) {
      if (!segments.get(i).equals(PLACEHOLDER) && !segments.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> segments(String path) {
    return new ArrayList<>(Arrays.stream(path.split("/")).filter(s -> !s.isEmpty()).toList());
  }
}
