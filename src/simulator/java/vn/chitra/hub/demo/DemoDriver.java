package vn.chitra.hub.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.chitra.hub.sim.BusinessDays;

/** Advances business time, only when neither the hub nor a simulator has work left. */
final class DemoDriver {

  private static final LocalTime EVENING = LocalTime.of(18, 30);
  private static final List<LocalTime> ON_BANKING_DAYS = List.of(LocalTime.of(9, 0), LocalTime.of(15, 0), EVENING);
  private static final List<LocalTime> ON_OTHER_DAYS = List.of(LocalTime.of(9, 0), EVENING);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final DemoWorld world;
  private final WokenHub hub;
  private final DemoClock clock;
  private final DailyLine daily;
  private final Officers officers;
  private final BusinessDays days = BusinessDays.vietnam();
  private final CountDownLatch stopped;

  /** @param officers decide in the evening what waits for a person; @param stopped counted down when the play is to end early */
  DemoDriver(DemoWorld world, WokenHub hub, DemoClock clock, DailyLine daily, Officers officers, CountDownLatch stopped) {
    this.world = world;
    this.hub = hub;
    this.clock = clock;
    this.daily = daily;
    this.officers = officers;
    this.stopped = stopped;
  }

  /**
   * Lets the month pass; a clock that stands at the end already stays there.
   *
   * @return false when it was stopped before
   */
  boolean playUntil(Instant end) throws InterruptedException {
    settle();
    evening();
    while (clock.instant().isBefore(end) && stopped.getCount() > 0) {
      Instant next = next(clock.instant(), end);
      if (!BusinessDays.day(next).equals(BusinessDays.day(clock.instant()))) {
        daily.print(BusinessDays.day(clock.instant()), days.isBankingDay(BusinessDays.day(clock.instant())));
      }
      clock.moveTo(next);
      hub.timeHasMoved();
      settle();
      evening();
    }
    return stopped.getCount() > 0;
  }

  private void evening() throws InterruptedException {
    if (!LocalTime.ofInstant(clock.instant(), BusinessDays.ZONE).isBefore(EVENING) && officers.decide(clock.instant())) {
      settle();
    }
  }

  /** Stops business time; the simulators keep answering, until the process is asked to end. */
  void stayUp() throws InterruptedException {
    while (!stopped.await(1, TimeUnit.SECONDS)) {
      world.tick(clock.instant());
    }
  }

  /** The next regular hour or the next thing due outside, whichever comes first. */
  private Instant next(Instant now, Instant end) {
    LocalDate day = BusinessDays.day(now);
    Optional<Instant> regular = Optional.empty();
    for (LocalDate candidate = day; regular.isEmpty(); candidate = candidate.plusDays(1)) {
      LocalDate on = candidate;
      regular = (days.isBankingDay(on) ? ON_BANKING_DAYS : ON_OTHER_DAYS).stream().map(time -> BusinessDays.at(on, time))
          .filter(now::isBefore).findFirst();
    }
    Instant next = world.nextDue().filter(now::isBefore).filter(regular.get()::isAfter).orElse(regular.get());
    return next.isAfter(end) ? end : next;
  }

  /** Waits until nothing is due, seen twice in a row. Fails when nothing moves any more for three minutes of wall time. */
  private void settle() throws InterruptedException {
    int quiet = 0;
    String before = "";
    long movedAt = System.nanoTime();
    while (quiet < 2) {
      boolean did = world.tick(clock.instant());
      Map<String, Long> due = hub.due();
      daily.progress(BusinessDays.day(clock.instant()), due);
      List<String> waiting = world.waitingReplies();
      hub.repliesWait(waiting);
      quiet = did || !due.isEmpty() || !waiting.isEmpty() ? 0 : quiet + 1;
      String state = due + " " + waiting;
      if (did || !state.equals(before)) {
        movedAt = System.nanoTime();
        before = state;
      } else if (quiet == 0 && System.nanoTime() - movedAt > PATIENCE.toNanos()) {
        throw new IllegalStateException("Đứng yên quá " + PATIENCE.toMinutes() + " phút lúc " + clock.instant().atZone(BusinessDays.ZONE)
            + "; việc còn lại: " + due + "; trả lời chưa được lấy: " + waiting.stream().limit(20).toList());
      }
      if (!did && quiet < 2 && stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    }
  }
}
