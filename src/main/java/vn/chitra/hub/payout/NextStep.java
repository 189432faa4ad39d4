package vn.chitra.hub.payout;

import java.time.LocalDate;
import vn.chitra.hub.payout.ReroutePolicy.Action;
import vn.chitra.hub.payout.ReroutePolicy.Course;
import vn.chitra.hub.payout.UnpaidPayouts.Group;
import vn.chitra.hub.payout.UnpaidPayouts.Phase;

/** The next action for a group of unpaid payouts on a given day. */
enum NextStep {
  NOTHING, AWAIT_ACCOUNT, TRY_ACCOUNT, OTHER_CHANNEL, HOLD, STOP_OR_HOLD, STOP_IF_DEAD, CARRY_OVER, HAND_BACK;

  /** Follows from group, course and day alone. */
  static NextStep of(Group group, Course course, LocalDate today) {
    return switch (current(group, course, today)) {
      case CORRECT_ACCOUNT -> inPhase(group, AWAIT_ACCOUNT, TRY_ACCOUNT, NOTHING);
      case OTHER_CHANNEL -> inPhase(group, OTHER_CHANNEL, OTHER_CHANNEL, NOTHING);
      case HOLD -> inPhase(group, HOLD, TRY_ACCOUNT, NOTHING);
      case STOP -> group.phase() == Phase.PERSON ? personHadTime(group, course, today) ? HAND_BACK : STOP_IF_DEAD : STOP_OR_HOLD;
      case CARRY_OVER -> today.isAfter(group.payUntil()) ? CARRY_OVER : inPhase(group, NOTHING, TRY_ACCOUNT, NOTHING);
    };
  }

  /** The policy's action, or the one that follows it because its time is over. */
  private static Action current(Group group, Course course, LocalDate today) {
    Action action = course.action();
    if (action == Action.CORRECT_ACCOUNT && course.fallback() != null && today.isAfter(group.payUntil().minusDays(course.accountDays()))) {
      action = course.fallback();
    } else if (action == Action.HOLD && course.fallback() != null && group.phase() == Phase.PERSON
        && personHadTime(group, course, today)) {
      action = course.fallback();
    }
    boolean tooLateForCash = today.isAfter(group.payUntil().minusDays(course.cashDays()));
    return action == Action.OTHER_CHANNEL && tooLateForCash ? Action.CARRY_OVER : action;
  }

  private static boolean personHadTime(Group group, Course course, LocalDate today) {
    return today.isAfter(group.payUntil()) && today.isAfter(group.since().plusDays(course.personDays()));
  }

  private static NextStep inPhase(Group group, NextStep fresh, NextStep waitingForAccount, NextStep waitingForPerson) {
    return switch (group.phase()) {
      case NEW -> fresh;
      case ACCOUNT -> waitingForAccount;
      case PERSON -> waitingForPerson;
    };
  }
}
