package vn.chitra.hub.payout;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a partner's final word does to a payment: the one table, used by the set-wise SQL and by tests. A pair that is not in it changes
 * nothing and concerns nobody.
 */
public final class PaymentTransitions {

  /** What a person is told. */
  public enum Concern {
    NONE,
    /** Paid although we had not sent it: a case. */
    UNEXPECTED,
    /** Two final words that exclude each other, or a word about a payment that is not out there: the state stays, a case. */
    CONTRADICTS
  }

  /**
   * @param to the new state, or null when it stays
   * @param toWhenTaken the new state when the payout was given back or a successor is alive or paid; equals {@code to} elsewhere
   */
  public record Transition(PaymentState from, Word word, @Nullable PaymentState to, @Nullable PaymentState toWhenTaken, Concern concern) {}

  private static final List<Transition> TABLE = List.of(
      simple(PaymentState.SENT, Word.ACCEPTED, PaymentState.ACCEPTED),
      simple(PaymentState.SENT, Word.PAID, PaymentState.PAID),
      simple(PaymentState.ACCEPTED, Word.PAID, PaymentState.PAID),
      new Transition(PaymentState.PLANNED, Word.PAID, PaymentState.PAID, PaymentState.PAID, Concern.UNEXPECTED),
      new Transition(PaymentState.BATCHED, Word.PAID, PaymentState.PAID, PaymentState.PAID, Concern.UNEXPECTED),
      late(PaymentState.REJECTED),
      late(PaymentState.UNCOLLECTED),
      late(PaymentState.CANCELLED),
      simple(PaymentState.SENT, Word.REJECTED, PaymentState.REJECTED),
      simple(PaymentState.ACCEPTED, Word.REJECTED, PaymentState.REJECTED),
      simple(PaymentState.SENT, Word.UNCOLLECTED, PaymentState.UNCOLLECTED),
      simple(PaymentState.ACCEPTED, Word.UNCOLLECTED, PaymentState.UNCOLLECTED),
      simple(PaymentState.SENT, Word.RETURNED, PaymentState.RETURNED),
      simple(PaymentState.ACCEPTED, Word.RETURNED, PaymentState.RETURNED),
      simple(PaymentState.PAID, Word.RETURNED, PaymentState.RETURNED),
      simple(PaymentState.PAID_IN_ERROR, Word.RETURNED, PaymentState.RETURNED),
      contradiction(PaymentState.PAID, Word.REJECTED),
      contradiction(PaymentState.PAID, Word.UNCOLLECTED),
      contradiction(PaymentState.PLANNED, Word.ACCEPTED),
      contradiction(PaymentState.PLANNED, Word.REJECTED),
      contradiction(PaymentState.PLANNED, Word.UNCOLLECTED),
      contradiction(PaymentState.PLANNED, Word.RETURNED),
      contradiction(PaymentState.BATCHED, Word.ACCEPTED),
      contradiction(PaymentState.BATCHED, Word.REJECTED),
      contradiction(PaymentState.BATCHED, Word.UNCOLLECTED),
      contradiction(PaymentState.BATCHED, Word.RETURNED));

  private static final Map<PaymentState, Map<Word, Transition>> INDEX = index();

  private PaymentTransitions() {}

  public static Optional<Transition> of(PaymentState from, Word word) {
    return Optional.ofNullable(INDEX.getOrDefault(from, Map.of()).get(word));
  }

  /** The table as rows of an SQL {@code VALUES} list: from_state, word, to_state, to_when_taken, concern. */
  public static String asSqlValues() {
    return TABLE.stream().map(t -> "(%s)".formatted(Arrays.asList(t.from(), t.word(), t.to(), t.toWhenTaken(), t.concern()).stream()
        .map(v -> v == null ? "null" : "'" + v + "'").collect(Collectors.joining(", ")))).collect(Collectors.joining(", "));
  }

  private static Transition simple(PaymentState from, Word word, PaymentState to) {
    return new Transition(from, word, to, to, Concern.NONE);
  }

  private static Transition late(PaymentState from) {
    return new Transition(from, Word.PAID, PaymentState.PAID, PaymentState.PAID_IN_ERROR, Concern.NONE);
  }

  private static Transition contradiction(PaymentState from, Word word) {
    return new Transition(from, word, null, null, Concern.CONTRADICTS);
  }

  private static Map<PaymentState, Map<Word, Transition>> index() {
    Map<PaymentState, Map<Word, Transition>> index = new EnumMap<>(PaymentState.class);
    TABLE.forEach(t -> index.computeIfAbsent(t.from(), s -> new EnumMap<>(Word.class)).put(t.word(), t));
    return index;
  }
}
