package vn.chitra.hub.repair;

import java.time.Instant;

/**
 * An action that one person proposed and another may approve.
 *
 * @param parameter of the action, empty where it takes none
 * @param items payouts, @param dong whole dong, as the proposer saw them
 */
public record Proposal(long id, RepairAction action, String subject, String parameter, String reason, int items, long dong,
    String proposedBy, Instant proposedAt) {

  String subjectId() {
    return subject.substring(subject.indexOf(':') + 1);
  }
}
