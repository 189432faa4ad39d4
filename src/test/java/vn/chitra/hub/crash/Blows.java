package vn.chitra.hub.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which blow comes next: a shuffled deck that holds every named step and everything else, dealt again when it is empty. */
final class Blows {

  private static final List<String> STEPS = List.of("archive", "number", "upload", "rename", "done", "proof", "commit", "outbox", "ack",
      "write-back");
  private static final int STEP_PASSINGS = 4;
  private static final int BUSY_PASSINGS = 25;
  private static final int LONGEST_MILLIS = 600;
  private static final int START_HUNDREDTHS = 110;

  private final Random random;
  private final List<Blow> deck = new ArrayList<>();

  Blows(long seed) {
    this.random = new Random(seed);
  }

  /** Up to so many that happen by themselves, and one that chance strikes; whichever comes first counts, the others are given back. */
  List<Blow> deal(int byThemselves) {
    if (deck.size() <= byThemselves) {
      deck.addAll(shuffled());
    }
    List<Blow> dealt = new ArrayList<>(deck.stream().filter(blow -> blow.kind() == Blow.Kind.STEP)
        .limit(byThemselves).toList());
    first(blow -> blow.kind() == Blow.Kind.CUT).ifPresent(dealt::add);
    first(blow -> !blow.kind().happensByItself()).ifPresent(dealt::add);
    deck.removeAll(dealt);
    return dealt;
  }

  private Optional<Blow> first(Predicate<Blow> wanted) {
    return deck.stream().filter(wanted).findFirst();
  }

  void giveBack(List<Blow> blows) {
    deck.addAll(0, blows);
  }

  private List<Blow> shuffled() {
    List<Blow> fresh = new ArrayList<>();
    for (String step : STEPS) {
      int most = List.of("commit", "archive", "outbox", "ack").contains(step) ? BUSY_PASSINGS : STEP_PASSINGS;
      Stream.of(".before", ".after").forEach(side -> fresh.add(new Blow(Blow.Kind.STEP, step + side, 1 + random.nextInt(most))));
    }
    for (int i = 0; i < 2; i++) {
      CutConnections.PLACES.forEach(place -> fresh.add(new Blow(Blow.Kind.CUT, place, 1 + random.nextInt(STEP_PASSINGS))));
      fresh.add(new Blow(Blow.Kind.START, "", 1 + random.nextInt(START_HUNDREDTHS)));
      fresh.add(new Blow(Blow.Kind.JOURNAL, "", random.nextInt(LONGEST_MILLIS)));
      fresh.add(new Blow(Blow.Kind.POSTGRES, "", random.nextInt(LONGEST_MILLIS)));
      fresh.add(new Blow(Blow.Kind.MOMENT, "", random.nextInt(LONGEST_MILLIS)));
      fresh.add(new Blow(Blow.Kind.MOMENT, "", random.nextInt(LONGEST_MILLIS)));
    }
    Collections.shuffle(fresh, random);
    return fresh;
  }
}
