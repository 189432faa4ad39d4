package vn.chitra.hub.config.command;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;

/** The lines of a check, printed as they are found: what is right, what is worth knowing, what is wrong. */
final class Findings {

  private enum Weight {
    RIGHT("ĐÚNG"), NOTE("LƯU Ý"), WRONG("SAI");

    private final String label;

    Weight(String label) {
      this.label = label;
    }
  }

  private final PrintStream out;
  private final Map<Weight, Integer> counts = new EnumMap<>(Weight.class);

  Findings(PrintStream out) {
    this.out = out;
  }

  /** @param about the thing that was looked at, Vietnamese; @param words what was seen, never a secret */
  void right(String about, String words) {
    add(Weight.RIGHT, about, words);
  }

  /** The hub starts all the same. */
  void note(String about, String words) {
    add(Weight.NOTE, about, words);
  }

  void wrong(String about, String words) {
    add(Weight.WRONG, about, words);
  }

  private void add(Weight weight, String about, String words) {
    counts.merge(weight, 1, Integer::sum);
    out.printf("%-6s %s: %s%n", weight.label, about, words);
  }

  private int count(Weight weight) {
    return counts.getOrDefault(weight, 0);
  }

  /** Prints the sum. */
  boolean sumUp() {
    out.println("Tổng cộng: " + count(Weight.RIGHT) + " điều đúng, " + count(Weight.NOTE) + " điều lưu ý, " + count(Weight.WRONG)
        + " điều sai.");
    return count(Weight.WRONG) == 0;
  }
}
