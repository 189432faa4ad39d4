package vn.chitra.hub.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Chooses the next fault: a shuffled list with every named step and every other fault, shuffled again when it is empty. */
final class Faults {

  private static final List<String> STEPS = List.of("archive", "number", "journal", "upload", "rename", "done", "proof", "post", "commit",
      "outbox", "ack", "write-back");
  private static final int NEAR_THE_TOP = 10;
  private static final int STEP_PASSINGS = 4;
  private static final int BUSY_PASSINGS = 12;
  private static final int LONGEST_MILLIS = 600;
  private static final int START_HUNDREDTHS = 110;

  private final Random random;
  private final List<Fault> deck = new ArrayList<>();

  Faults(long seed) {
    this.random = new Random(seed);
  }

  /**
   * The next few, of which at most one by chance and one cut; whichever comes first counts, the others are given back. One may never
   * come in a quiet time, so they return to any place near the top.
   */
  List<Fault> deal(int atOnce) {
    if (deck.size() < NEAR_THE_TOP) {
      deck.addAll(shuffled());
    }
    List<Fault> dealt = new ArrayList<>();
    for (Fault next : deck) {
      if (dealt.size() < atOnce && dealt.stream().noneMatch(fault -> excludes(fault, next))) {
        dealt.add(next);
      }
    }
    dealt.forEach(deck::remove);
    return dealt;
  }

  private static boolean excludes(Fault one, Fault other) {
    return one.kind() == Fault.Kind.STEP ? one.place().equals(other.place())
        : other.kind() != Fault.Kind.STEP && one.kind().happensByItself() == other.kind().happensByItself();
  }

  void giveBack(List<Fault> faults) {
    faults.forEach(fault -> deck.add(random.nextInt(Math.min(NEAR_THE_TOP, deck.size()) + 1), fault));
  }

  private List<Fault> shuffled() {
    List<Fault> fresh = new ArrayList<>();
    for (String step : STEPS) {
      int most = List.of("commit", "archive", "outbox", "ack").contains(step) ? BUSY_PASSINGS : STEP_PASSINGS;
      Stream.of(".before", ".after").forEach(side -> fresh.add(new Fault(Fault.Kind.STEP, step + side, 1 + random.nextInt(most))));
    }
    for (int i = 0; i < 2; i++) {
      CutConnections.PLACES.forEach(place -> fresh.add(new Fault(Fault.Kind.CUT, place, 1 + random.nextInt(STEP_PASSINGS))));
      fresh.add(new Fault(Fault.Kind.START, "", 1 + random.nextInt(START_HUNDREDTHS)));
      fresh.add(new Fault(Fault.Kind.JOURNAL, "", random.nextInt(LONGEST_MILLIS)));
      fresh.add(new Fault(Fault.Kind.POSTGRES, "", random.nextInt(LONGEST_MILLIS)));
      fresh.add(new Fault(Fault.Kind.MAIL, "", random.nextInt(LONGEST_MILLIS)));
      fresh.add(new Fault(Fault.Kind.MOMENT, "", random.nextInt(LONGEST_MILLIS)));
      fresh.add(new Fault(Fault.Kind.MOMENT, "", random.nextInt(LONGEST_MILLIS)));
    }
    Collections.shuffle(fresh, random);
    return fresh;
  }
}
