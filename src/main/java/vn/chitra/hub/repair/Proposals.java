package vn.chitra.hub.repair;

import java.util.List;
import java.util.Optional;

/** The stored proposals. */
public interface Proposals {

  /** The new proposal's id; empty when the same action about the same subject is proposed already. */
  Optional<Long> add(RepairAction action, String subject, String parameter, String reason, int items, long dong, String proposedBy);

  /** An undecided proposal, locked until the transaction ends. */
  Optional<Proposal> lockOpen(long id);

  void done(long id, String approvedBy);

  void rejected(long id, String by);

  /** Oldest first. */
  List<Proposal> open();

  /** Closes the open cases of the action's kinds about the subject, in the person's name. @return how many */
  int closeCases(RepairAction action, String subject, String by, String resolution);
}
