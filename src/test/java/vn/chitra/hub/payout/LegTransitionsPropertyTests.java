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

/** The table of leg states against a payout in memory: whatever is sent, said, repeated, given back and started anew in any order. */
class LegTransitionsPropertyTests {

  private static final Set<LegState> MONEY_IS_OUT = EnumSet.of(LegState.PAID, LegState.PAID_IN_ERROR);

  enum Kind { SAY, SEND, REFUSE_FILE, CANCEL, NEXT_LEG, CARRY_OVER, HAND_BACK, REVIVE }

  /** @param word of SAY, @param leg counted from the newest */
  record Event(Kind kind, Word word, int leg) {}

  @Property(tries = 3_000)
  void noOrderOfEventsBreaksAnInvariant(@ForAll("stories") List<Event> story) {
    Payout payout = new Payout();
    for (Event event : story) {
      payout.take(event);
      payout.holds();
    }
  }

  @Property(tries = 1_000)
  void whatIsSaidTwiceIsSaidOnce(@ForAll("stories") List<Event> story) {
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
            Tuple.of(1, Kind.CANCEL), Tuple.of(2, Kind.NEXT_LEG), Tuple.of(1, Kind.CARRY_OVER),
            Tuple.of(1, Kind.HAND_BACK), Tuple.of(1, Kind.REVIVE)),
        Arbitraries.of(Word.class), Arbitraries.integers().between(0, 3)).as(Event::new).list().ofMinSize(1).ofMaxSize(40);
  }

  /** One liability as the set-wise SQL treats it; its money is counted beside it. */
  private static final class Payout {

    private enum State { OPEN, PAID, CARRIED_OVER, HANDED_BACK }

    private final List<LegState> legs = new ArrayList<>(List.of(LegState.PLANNED));
    private final Set<Integer> saidPaid = new HashSet<>();
    private final Set<Integer> saidReturnedLater = new HashSet<>();
    private State state = State.OPEN;

    void take(Event event) {
      switch (event.kind()) {
        case SAY -> say(event.word(), Math.max(0, legs.size() - 1 - event.leg()));
        case SEND -> move(LegState.PLANNED, LegState.SENT);
        case REFUSE_FILE -> move(LegState.SENT, LegState.PLANNED);
        case CANCEL -> move(LegState.PLANNED, LegState.CANCELLED);
        case NEXT_LEG -> {
          if (state == State.OPEN && isFree()) {
            legs.add(LegState.PLANNED);
          }
        }
        case CARRY_OVER -> state = state == State.OPEN && isFree() ? State.CARRIED_OVER : state;
        case HAND_BACK -> state = state == State.OPEN && isFree() ? State.HANDED_BACK : state;
        case REVIVE -> state = state == State.CARRIED_OVER ? State.OPEN : state;
        default -> throw new IllegalStateException();
      }
    }

    private void say(Word word, int leg) {
      LegState from = legs.get(leg);
      LegState to = LegTransitions.of(from, word).map(t -> isTaken(leg) ? t.toWhenTaken() : t.to()).orElse(null);
      if (to == null) {
        if (word == Word.PAID && from != LegState.RETURNED) {
          saidPaid.add(leg);
        }
        return;
      }
      legs.set(leg, to);
      if (word == Word.PAID) {
        saidPaid.add(leg);
      }
      if (to == LegState.RETURNED && saidPaid.contains(leg)) {
        saidReturnedLater.add(leg);
      }
      if (to == LegState.PAID) {
        state = State.PAID;
      } else if (from == LegState.PAID) {
        state = State.OPEN;
      }
    }

    private boolean isTaken(int leg) {
      return state == State.HANDED_BACK || others(leg);
    }

    private boolean others(int leg) {
      for (int i = 0; i < legs.size(); i++) {
        if (i != leg && aliveOrPaid(legs.get(i))) {
          return true;
        }
      }
      return false;
    }

    private boolean isFree() {
      return legs.stream().noneMatch(Payout::aliveOrPaid) && legs.stream().noneMatch(leg -> leg == LegState.PAID_IN_ERROR)
          && legs.get(legs.size() - 1).isFinalNegative();
    }

    private void move(LegState from, @Nullable LegState to) {
      legs.replaceAll(leg -> leg == from ? to : leg);
    }

    private static boolean aliveOrPaid(LegState leg) {
      return leg.isAlive() || leg == LegState.PAID;
    }

    void holds() {
      assertThat(legs.stream().filter(Payout::aliveOrPaid).count()).as("alive or paid: %s", legs).isLessThanOrEqualTo(1);
      assertThat(state == State.PAID).as("payout %s, legs %s", state, legs).isEqualTo(legs.contains(LegState.PAID));
      if (state == State.CARRIED_OVER || state == State.HANDED_BACK) {
        assertThat(legs).as("given back").noneMatch(Payout::aliveOrPaid);
      }
      assertThat(legs.stream().filter(MONEY_IS_OUT::contains).count()).as("money out: %s", legs)
          .isEqualTo(saidPaid.size() - saidReturnedLater.size());
    }

    List<LegState> states() {
      return List.copyOf(legs);
    }
  }
}
