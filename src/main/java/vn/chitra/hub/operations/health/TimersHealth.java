package vn.chitra.hub.operations.health;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.camel.TimerState;
import vn.chitra.hub.support.Word;

/** The health of the timers, which find all due work: DEGRADED while one is stopped, late or fails at every tick, with its name. */
@Component("timers")
class TimersHealth implements HealthIndicator {

  private final TimerState timers;

  TimersHealth(TimerState timers) {
    this.timers = timers;
  }

  @Override
  public Health health() {
    TimerState.State state = timers.now();
    boolean well = state.troubles().isEmpty();
    return Health.status(well ? Status.UP : PartnerHealth.DEGRADED).withDetail("timers", state.timers())
        .withDetail(PartnerHealth.WORDS, well ? new Word("mọi hẹn giờ chạy đều", "every timer runs").shown()
            : String.join("; ", state.troubles())).build();
  }
}
