package vn.chitra.hub.payout;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The expected transition table: the effect of a reported status on a payment in a given state. The hub's own table is the view
 * {@code payment_transition}; {@link PaymentTransitionIT} compares the two, the documents' test compares {@code docs/money-rules.md} with
 * this one. A pair that is not in it changes nothing and opens no case.
 */
public final class PaymentTransitions {

  /** The kind of case that a transition opens, if any. */
  public enum Concern {
    NONE,
    /** Paid although we had not sent it: a case. */
    UNEXPECTED,
    /** Two final statuses that exclude each other, or a status of a payment that is not out there: the state stays, a case. */
    CONTRADICTS
  }

  /**
   * @param to the new state, or null when it stays
   * @param toWhenTaken the new state when the payout was given back or a successor is active or paid; equals {@code to} elsewhere
   */
  public record Transition(PaymentState from, ReportedState reported, @Nullable PaymentState to, @Nullable PaymentState toWhenTaken,
      Concern concern) {}

  private static final List<Transition> TABLE = List.of(
      simple(PaymentState.SENT, ReportedState.ACCEPTED, PaymentState.ACCEPTED),
      simple(PaymentState.SENT, ReportedState.PAID, PaymentState.PAID),
      simple(PaymentState.ACCEPTED, ReportedState.PAID, PaymentState.PAID),
      new Transition(PaymentState.PLANNED, ReportedState.PAID, PaymentState.PAID, PaymentState.PAID, Concern.UNEXPECTED),
      new Transition(PaymentState.BATCHED, ReportedState.PAID, PaymentState.PAID, PaymentState.PAID, Concern.UNEXPECTED),
      late(PaymentState.REJECTED),
      late(PaymentState.UNCOLLECTED),
      late(PaymentState.CANCELLED),
      simple(PaymentState.SENT, ReportedState.REJECTED, PaymentState.REJECTED),
      simple(PaymentState.ACCEPTED, ReportedState.REJECTED, PaymentState.REJECTED),
      simple(PaymentState.SENT, ReportedState.UNCOLLECTED, PaymentState.UNCOLLECTED),
      simple(PaymentState.ACCEPTED, ReportedState.UNCOLLECTED, PaymentState.UNCOLLECTED),
      simple(PaymentState.SENT, ReportedState.RETURNED, PaymentState.RETURNED),
      simple(PaymentState.ACCEPTED, ReportedState.RETURNED, PaymentState.RETURNED),
      simple(PaymentState.PAID, ReportedState.RETURNED, PaymentState.RETURNED),
      simple(PaymentState.PAID_IN_ERROR, ReportedState.RETURNED, PaymentState.RETURNED),
      contradiction(PaymentState.PAID, ReportedState.REJECTED),
      contradiction(PaymentState.PAID, ReportedState.UNCOLLECTED),
      contradiction(PaymentState.PLANNED, ReportedState.ACCEPTED),
      contradiction(PaymentState.PLANNED, ReportedState.REJECTED),
      contradiction(PaymentState.PLANNED, ReportedState.UNCOLLECTED),
      contradiction(PaymentState.PLANNED, ReportedState.RETURNED),
      contradiction(PaymentState.BATCHED, ReportedState.ACCEPTED),
      contradiction(PaymentState.BATCHED, ReportedState.REJECTED),
      contradiction(PaymentState.BATCHED, ReportedState.UNCOLLECTED),
      contradiction(PaymentState.BATCHED, ReportedState.RETURNED));

  private static final Map<PaymentState, Map<ReportedState, Transition>> INDEX = index();

  private PaymentTransitions() {}

  public static Optional<Transition> of(PaymentState from, ReportedState reported) {
    return Optional.ofNullable(INDEX.getOrDefault(from, Map.of()).get(reported));
  }

  /** The whole table, as the view {@code payment_transition} holds it. */
  public static List<Transition> all() {
    return TABLE;
  }

  private static Transition simple(PaymentState from, ReportedState reported, PaymentState to) {
    return new Transition(from, reported, to, to, Concern.NONE);
  }

  private static Transition late(PaymentState from) {
    return new Transition(from, ReportedState.PAID, PaymentState.PAID, PaymentState.PAID_IN_ERROR, Concern.NONE);
  }

  private static Transition contradiction(PaymentState from, ReportedState reported) {
    return new Transition(from, reported, null, null, Concern.CONTRADICTS);
  }

  private static Map<PaymentState, Map<ReportedState, Transition>> index() {
    Map<PaymentState, Map<ReportedState, Transition>> index = new EnumMap<>(PaymentState.class);
    TABLE.forEach(t -> index.computeIfAbsent(t.from(), s -> new EnumMap<>(ReportedState.class)).put(t.reported(), t));
    return index;
  }
}
