package vn.chitra.hub.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One document as a reader of the repository sees it: its headings with their anchors, and its links. Fenced code holds neither. */
record MarkdownPage(Path path, String text) {

  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
  private static final Pattern CODE = Pattern.compile("`[^`\\n]*`");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?) *$");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("^[a-z][a-z0-9+.-]*:.*");

  static MarkdownPage read(Path path) throws IOException {
    return new MarkdownPage(path, Files.readString(path));
  }

  /** README, CHANGELOG and everything under docs. */
  static List<MarkdownPage> all() throws IOException {
    List<MarkdownPage> pages = new ArrayList<>();
    try (Stream<Path> documents = Files.walk(Path.of("docs"))) {
      for (Path path : Stream.concat(Stream.of(Path.of("README.md"), Path.of("CHANGELOG.md")), documents)
          .filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        pages.add(read(path));
      }
    }
    return pages;
  }

  List<String> headings() {
    return HEADING.matcher(FENCE.matcher(text).replaceAll("")).results().map(found -> found.group(1)).toList();
  }

  /** By the rule of the hosting site: lower case, punctuation dropped, blanks to dashes; an equal one gets a number. */
  Set<String> anchors() {
    Set<String> anchors = new LinkedHashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    for (String heading : headings()) {
      String anchor = heading.replaceAll("]\\([^)]*\\)", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}\\- _]", "")
          .replace(' ', '-');
      int earlier = seen.merge(anchor, 1, Integer::sum) - 1;
      anchors.add(earlier == 0 ? anchor : anchor + "-" + earlier);
    }
    return anchors;
  }

  /** Links to files of the repository that lead nowhere: file or heading missing. */
  List<String> brokenLinks() throws IOException {
    List<String> broken = new ArrayList<>();
    Matcher links = LINK.matcher(CODE.matcher(FENCE.matcher(text).replaceAll("")).replaceAll("code"));
    while (links.find()) {
      String target = links.group(1);
      if (!ELSEWHERE.matcher(target).matches() && !leadsSomewhere(target)) {
        broken.add(path + " → " + target);
      }
    }
    return broken;
  }

  private boolean leadsSomewhere(String target) throws IOException {
    int hash = target.indexOf('#');
    String file = hash < 0 ? target : target.substring(0, hash);
    Path to = file.isEmpty() ? path : path.resolveSibling(file).normalize();
    if (!file.isEmpty() && !Files.exists(to)) {
      return false;
    }
    MarkdownPage page = file.isEmpty() ? this : hash < 0 ? null : Files.isRegularFile(to) ? read(to) : null;
    return hash < 0 || page != null && page.anchors().contains(target.substring(hash + 1));
  }
}
