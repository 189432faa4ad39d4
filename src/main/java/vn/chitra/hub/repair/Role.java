package vn.chitra.hub.repair;

/** The roles of a login; each role includes the rights of the roles before it. */
public enum Role {
  /** Looks only. */
  VIEWER,
  /** Does what moves no money, proposes what does. */
  OPERATOR,
  /** Approves proposals of other persons. */
  APPROVER;

  public boolean mayDo(Role needed) {
    return compareTo(needed) >= 0;
  }
}
