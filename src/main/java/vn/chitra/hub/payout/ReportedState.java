package vn.chitra.hub.payout;

/** The hub's own state for what a partner reported about a payment. */
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
  /** Said in a code that the partner's table does not know: kept, and a person looks. */
  UNKNOWN
}
