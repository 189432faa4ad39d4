package vn.chitra.hub.operations;

import java.util.Map;

/** Counts the work that is due by the business clock and not done yet. */
public interface DueWork {

  /**
   * Name of the kind of work → how much of it is due now; only kinds with something due. Empty = the hub has nothing to do until time
   * passes or a partner or person acts.
   */
  Map<String, Long> due();
}
