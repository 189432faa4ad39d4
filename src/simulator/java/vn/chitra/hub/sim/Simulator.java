package vn.chitra.hub.sim;

import java.time.Instant;
import java.util.Optional;

/**
 * An external system on business time. Every decision is committed before it is visible, so a tick may be interrupted anywhere and
 * repeated: nothing is lost, nothing happens twice.
 */
public interface Simulator {

  /**
   * Does what is due by now.
   *
   * @return whether anything was done or shown
   */
  boolean tick(Instant now);

  /** When something is due next by the simulator's own calendar; empty = nothing until somebody speaks. */
  Optional<Instant> nextDue();
}
