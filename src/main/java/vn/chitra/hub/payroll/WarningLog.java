package vn.chitra.hub.payroll;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects the warnings of one payroll: the count of each, and the first lines concerned. */
final class WarningLog {

  private static final int LINES_NAMED = 5;

  private final Map<Warning, Entry> entries = new EnumMap<>(Warning.class);

  void note(int lineNo, Set<Warning> warnings) {
    for (Warning warning : warnings) {
      entries.computeIfAbsent(warning, first -> new Entry()).add(lineNo);
    }
  }

  /** One Vietnamese sentence per kind of warning, without personal data. */
  List<String> sentences() {
    return entries.entrySet().stream().map(entry -> entry.getValue().sentence(entry.getKey())).toList();
  }

  private static final class Entry {

    private int count;
    private final List<Integer> firstLines = new ArrayList<>(LINES_NAMED);

    void add(int lineNo) {
      count++;
      if (firstLines.size() < LINES_NAMED) {
        firstLines.add(lineNo);
      }
    }

    String sentence(Warning warning) {
      String lines = firstLines.stream().map(String::valueOf).collect(Collectors.joining(", "));
      return "Lưu ý: " + count + " dòng " + warning.spoken() + " (dòng " + lines + (count > firstLines.size() ? ", …" : "") + ").";
    }
  }
}
