package vn.chitra.hub.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** The transition table against a payout in memory, for sends, statuses, repeats, give-backs and new payments in any order. */
class PaymentTransitionsPropertyTests {

  private static final Set<PaymentState> MONEY_IS_OUT = EnumSet.of(PaymentState.PAID, PaymentState.PAID_IN_ERROR);

  enum Kind { SAY, SEND, REFUSE_FILE, CANCEL, NEXT_PAYMENT, CARRY_OVER, HAND_BACK, REVIVE }

  /** @param reported of SAY, @param payment counted from the newest */
  record Event(Kind kind, ReportedState reported, int payment) {}

  @Property(tries = 3_000)
  void noOrderOfEventsBreaksAnInvariant(@ForAll("stories") List<Event> story) {
    Payout payout = new Payout();
    for (Event event : story) {
      payout.take(event);
      payout.holds();
    }
  }

  @Property(tries = 1_000)
  void aRepeatedStatementCountsOnce(@ForAll("stories") List<Event> story) {
    Payout once = new Payout();
    Payout twice = new Payout();
    for (Event event : story) {
      once.take(event);
      twice.take(event);
      if (event.kind() == Kind.SAY) {
        twice.take(event);
      }
      assertThat(twice.states()).isEqualTo(once.states());
    }
  }

  @Provide
  Arbitrary<List<Event>> stories() {
    return Combinators.combine(Arbitraries.frequency(
            Tuple.of(8, Kind.SAY), Tuple.of(3, Kind.SEND), Tuple.of(1, Kind.REFUSE_FILE),
            Tuple.of(1, Kind.CANCEL), Tuple.of(2, Kind.NEXT_PAYMENT), Tuple.of(1, Kind.CARRY_OVER),
            Tuple.of(1, Kind.HAND_BACK), Tuple.of(1, Kind.REVIVE)),
        Arbitraries.of(ReportedState.class), Arbitraries.integers().between(0, 3)).as(Event::new).list().ofMinSize(1).ofMaxSize(40);
  }

  /** One liability as the set-wise SQL treats it; its money is counted beside it. */
  private static final class Payout {

    private enum State { OPEN, PAID, CARRIED_OVER, HANDED_BACK }

    private final List<PaymentState> payments = new ArrayList<>(List.of(PaymentState.PLANNED));
    private final Set<Integer> reportedPaid = new HashSet<>();
    private final Set<Integer> reportedReturnedLater = new HashSet<>();
    private State state = State.OPEN;

    void take(Event event) {
      switch (event.kind()) {
        case SAY -> say(event.reported(), Math.max(0, payments.size() - 1 - event.payment()));
        case SEND -> move(PaymentState.PLANNED, PaymentState.SENT);
        case REFUSE_FILE -> move(PaymentState.SENT, PaymentState.PLANNED);
        case CANCEL -> move(PaymentState.PLANNED, PaymentState.CANCELLED);
        case NEXT_PAYMENT -> {
          if (state == State.OPEN && isFree()) {
            payments.add(PaymentState.PLANNED);
          }
        }
        case CARRY_OVER -> state = state == State.OPEN && isFree() ? State.CARRIED_OVER : state;
        case HAND_BACK -> state = state == State.OPEN && isFree() ? State.HANDED_BACK : state;
        case REVIVE -> state = state == State.CARRIED_OVER ? State.OPEN : state;
        default -> throw new IllegalStateException();
      }
    }

    private void say(ReportedState reported, int payment) {
      PaymentState from = payments.get(payment);
      PaymentState to = PaymentTransitions.of(from, reported).map(t -> isTaken(payment) ? t.toWhenTaken() : t.to()).orElse(null);
      if (to == null) {
        if (reported == ReportedState.PAID && from != PaymentState.RETURNED) {
          reportedPaid.add(payment);
        }
        return;
      }
      payments.set(payment, to);
      if (reported == ReportedState.PAID) {
        reportedPaid.add(payment);
      }
      if (to == PaymentState.RETURNED && reportedPaid.contains(payment)) {
        reportedReturnedLater.add(payment);
      }
      if (to == PaymentState.PAID) {
        state = State.PAID;
      } else if (from == PaymentState.PAID) {
        state = State.OPEN;
      }
    }

    private boolean isTaken(int payment) {
      return state == State.HANDED_BACK || others(payment);
    }

    private boolean others(int payment) {
      for (int i = 0; i < payments.size(); i++) {
        if (i != payment && aliveOrPaid(payments.get(i))) {
          return true;
        }
      }
      return false;
    }

    private boolean isFree() {
      return payments.stream().noneMatch(Payout::aliveOrPaid) && payments.stream()
          .noneMatch(payment -> payment == PaymentState.PAID_IN_ERROR)
          && payments.get(payments.size() - 1).isFinalNegative();
    }

    private void move(PaymentState from, @Nullable PaymentState to) {
      payments.replaceAll(payment -> payment == from ? to : payment);
    }

    private static boolean aliveOrPaid(PaymentState payment) {
      return payment.isAlive() || payment == PaymentState.PAID;
    }

    void holds() {
      assertThat(payments.stream().filter(Payout::aliveOrPaid).count()).as("alive or paid: %s", payments).isLessThanOrEqualTo(1);
      assertThat(state == State.PAID).as("payout %s, payments %s", state, payments).isEqualTo(payments.contains(PaymentState.PAID));
      if (state == State.CARRIED_OVER || state == State.HANDED_BACK) {
        assertThat(payments).as("given back").noneMatch(Payout::aliveOrPaid);
      }
      assertThat(payments.stream().filter(MONEY_IS_OUT::contains).count()).as("money out: %s", payments)
          .isEqualTo(reportedPaid.size() - reportedReturnedLater.size());
    }

    List<PaymentState> states() {
      return List.copyOf(payments);
    }
  }
}
