package vn.chitra.hub.repair;

import java.time.Instant;

/**
 * An action that one person proposed and another may approve.
 *
 * @param subject as of a case; {@code proposal:<id>} when it is about several, which are frozen with it
 * @param parameter of the action, empty where it takes none
 * @param items payouts, @param dong whole dong, as the proposer saw them
 */
public record Proposal(long id, RepairAction action, String subject, String parameter, String reason, int items, long dong,
    String proposedBy, Instant proposedAt) {

  /** Subject of a proposal about several. */
  public static final String OF_SEVERAL = "proposal:";

  public boolean isOfSeveral() {
    return subject.startsWith(OF_SEVERAL);
  }
}
