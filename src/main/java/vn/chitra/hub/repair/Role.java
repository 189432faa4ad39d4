package vn.chitra.hub.repair;

/** What a login may do; each role may also do what the ones before it may. */
public enum Role {
  /** Looks only. */
  VIEWER,
  /** Does what moves no money, proposes what does. */
  OPERATOR,
  /** Approves what somebody else proposed. */
  APPROVER;

  public boolean mayDo(Role needed) {
    return compareTo(needed) >= 0;
  }
}
