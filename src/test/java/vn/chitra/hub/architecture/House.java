package vn.chitra.hub.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rooms of DESIGN.md, "Houses and rooms", floor by floor: a room may use the floors below its own and nothing beside or above.
 * So leaves use support only, payout uses leaves and support, a later stage may use an earlier one and never the other way, and nobody
 * uses the rooms of persons and wiring but those above them. A class directly in the root is the front door: it may use all.
 */
final class House {

  static final List<Set<String>> FLOORS = List.of(
      Set.of("support"),
      Set.of("cases", "partner", "archive", "audit", "outbox"),
      Set.of("payout"),
      Set.of("payroll"),
      Set.of("dispatch"),
      Set.of("confirmation"),
      Set.of("reconciliation"),
      Set.of("account"),
      Set.of("alert"),
      Set.of("repair"),
      Set.of("operations"),
      Set.of("config"));

  static final String FRONT_DOOR = "";

  /** The house itself, and the planted one that proves that the rules bite (outside of what Spring scans). */
  private static final Pattern IN_A_HOUSE = Pattern.compile("vn\\.chitra\\.(?:planted\\.)?hub(?:\\.([a-z]+)(?:\\..+)?)?");

  private House() {}

  /** The room that a class stands in; empty for a class of somebody else. */
  static Optional<String> room(JavaClass any) {
    Matcher matcher = IN_A_HOUSE.matcher(any.getBaseComponentType().getPackageName());
    return matcher.matches() ? Optional.of(Optional.ofNullable(matcher.group(1)).orElse(FRONT_DOOR)) : Optional.empty();
  }

  /** From 0, the ground; the front door is above all, a room that is not in the plan is nowhere. */
  static Optional<Integer> floor(String room) {
    if (room.equals(FRONT_DOOR)) {
      return Optional.of(FLOORS.size());
    }
    return FLOORS.stream().filter(floor -> floor.contains(room)).findFirst().map(FLOORS::indexOf);
  }

  static DescribedPredicate<JavaClass> inRoom(String room) {
    return DescribedPredicate.describe("stand in " + room, any -> room(any).filter(room::equals).isPresent());
  }
}
