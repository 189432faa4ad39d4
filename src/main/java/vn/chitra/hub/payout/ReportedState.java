package vn.chitra.hub.payout;

/** The state of a payment as a partner reported it, in the hub's own words. */
public enum ReportedState {
  /** In progress. */
  ACCEPTED,
  PAID,
  /** Never paid. */
  REJECTED,
  /** Came back after PAID. */
  RETURNED,
  /** Cash not picked up. */
  UNCOLLECTED,
  /** Reported with a code that is not in the partner's table: kept, and a person decides. */
  UNKNOWN
}
