package vn.chitra.hub.payout;

/** How an unpaid liability leaves the hub: the payout's state, the outcome in the result, and where it stands in the settlement. */
public enum GivenBack {
  /** Comes again as a CARRY_OVER line; keeps its key. */
  CARRIED_OVER("CARRIED_OUT", false),
  /** For good; its key is free. */
  HANDED_BACK("HANDED_BACK", true),
  /** Not owed; keeps its key, so that nobody asks for it again. */
  STOPPED("HANDED_BACK", false);

  private final String column;
  private final boolean freesKey;

  GivenBack(String column, boolean freesKey) {
    this.column = column;
    this.freesKey = freesKey;
  }

  /** Of the settlement. */
  public String column() {
    return column;
  }

  public boolean freesKey() {
    return freesKey;
  }
}
