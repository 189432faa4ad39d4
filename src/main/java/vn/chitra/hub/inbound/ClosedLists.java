package vn.chitra.hub.inbound;

import java.util.List;

/** What is left to say of a cash list around and after its close. */
public interface ClosedLists {

  /** Payments of the batch that are alive although the list is closed. */
  BatchReplies.Unnamed stillAlive(long batchId);

  /** Staged lines that say something else of a payment than what stands. */
  int linesThatDiffer(long batchId);

  /** The lines of every code that the staged report names more than once, ascending; whatever they say. */
  List<Integer> linesOfRepeatedCodes();
}
