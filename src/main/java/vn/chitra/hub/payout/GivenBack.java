package vn.chitra.hub.payout;

/** The ways in which an unpaid payout ends: the payout's state, the outcome in the result, and the column of the settlement. */
public enum GivenBack {
  /** Comes again as a CARRY_OVER line; keeps its key. */
  CARRIED_OVER("CARRIED_OUT", false),
  /** Ended for good; its key is free. */
  HANDED_BACK("HANDED_BACK", true),
  /** Not owed; keeps its key, so that it cannot be requested again. */
  STOPPED("HANDED_BACK", false);

  private final String column;
  private final boolean freesKey;

  GivenBack(String column, boolean freesKey) {
    this.column = column;
    this.freesKey = freesKey;
  }

  /** The settlement's column. */
  public String column() {
    return column;
  }

  public boolean freesKey() {
    return freesKey;
  }
}
