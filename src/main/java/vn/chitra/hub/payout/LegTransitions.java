package vn.chitra.hub.payout;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a partner's final word does to a leg: the one table, used by the set-wise SQL and by tests. A pair that is not in it changes
 * nothing and concerns nobody.
 */
public final class LegTransitions {

  /** What a person is told. */
  public enum Concern {
    NONE,
    /** Paid although we had not sent it: a case. */
    UNEXPECTED,
    /** Two final words that exclude each other, or a word about a leg that is not out there: the state stays, a case. */
    CONTRADICTS
  }

  /**
   * @param to the new state, or null when it stays
   * @param toWhenTaken the new state when the payout was given back or a successor is alive or paid; equals {@code to} elsewhere
   */
  public record Transition(LegState from, Word word, @Nullable LegState to, @Nullable LegState toWhenTaken, Concern concern) {}

  private static final List<Transition> TABLE = List.of(
      simple(LegState.SENT, Word.ACCEPTED, LegState.ACCEPTED),
      simple(LegState.SENT, Word.PAID, LegState.PAID),
      simple(LegState.ACCEPTED, Word.PAID, LegState.PAID),
      new Transition(LegState.PLANNED, Word.PAID, LegState.PAID, LegState.PAID, Concern.UNEXPECTED),
      new Transition(LegState.BATCHED, Word.PAID, LegState.PAID, LegState.PAID, Concern.UNEXPECTED),
      late(LegState.REJECTED),
      late(LegState.UNCOLLECTED),
      late(LegState.CANCELLED),
      simple(LegState.SENT, Word.REJECTED, LegState.REJECTED),
      simple(LegState.ACCEPTED, Word.REJECTED, LegState.REJECTED),
      simple(LegState.SENT, Word.UNCOLLECTED, LegState.UNCOLLECTED),
      simple(LegState.ACCEPTED, Word.UNCOLLECTED, LegState.UNCOLLECTED),
      simple(LegState.SENT, Word.RETURNED, LegState.RETURNED),
      simple(LegState.ACCEPTED, Word.RETURNED, LegState.RETURNED),
      simple(LegState.PAID, Word.RETURNED, LegState.RETURNED),
      simple(LegState.PAID_IN_ERROR, Word.RETURNED, LegState.RETURNED),
      contradiction(LegState.PAID, Word.REJECTED),
      contradiction(LegState.PAID, Word.UNCOLLECTED),
      contradiction(LegState.PLANNED, Word.ACCEPTED),
      contradiction(LegState.PLANNED, Word.REJECTED),
      contradiction(LegState.PLANNED, Word.UNCOLLECTED),
      contradiction(LegState.PLANNED, Word.RETURNED),
      contradiction(LegState.BATCHED, Word.ACCEPTED),
      contradiction(LegState.BATCHED, Word.REJECTED),
      contradiction(LegState.BATCHED, Word.UNCOLLECTED),
      contradiction(LegState.BATCHED, Word.RETURNED));

  private static final Map<LegState, Map<Word, Transition>> INDEX = index();

  private LegTransitions() {}

  public static Optional<Transition> of(LegState from, Word word) {
    return Optional.ofNullable(INDEX.getOrDefault(from, Map.of()).get(word));
  }

  /** The table as rows of an SQL {@code VALUES} list: from_state, word, to_state, to_when_taken, concern. */
  public static String asSqlValues() {
    return TABLE.stream().map(t -> "(%s)".formatted(Arrays.asList(t.from(), t.word(), t.to(), t.toWhenTaken(), t.concern()).stream()
        .map(v -> v == null ? "null" : "'" + v + "'").collect(Collectors.joining(", ")))).collect(Collectors.joining(", "));
  }

  private static Transition simple(LegState from, Word word, LegState to) {
    return new Transition(from, word, to, to, Concern.NONE);
  }

  private static Transition late(LegState from) {
    return new Transition(from, Word.PAID, LegState.PAID, LegState.PAID_IN_ERROR, Concern.NONE);
  }

  private static Transition contradiction(LegState from, Word word) {
    return new Transition(from, word, null, null, Concern.CONTRADICTS);
  }

  private static Map<LegState, Map<Word, Transition>> index() {
    Map<LegState, Map<Word, Transition>> index = new EnumMap<>(LegState.class);
    TABLE.forEach(t -> index.computeIfAbsent(t.from(), s -> new EnumMap<>(Word.class)).put(t.word(), t));
    return index;
  }
}
