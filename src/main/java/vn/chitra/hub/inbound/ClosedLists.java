package vn.chitra.hub.inbound;

import java.util.List;

/** Queries about a cash list at and after its close: active payments, differing lines, repeated codes. */
public interface ClosedLists {

  /** Payments of the batch that are active although the list is closed. */
  BatchReplies.Unnamed stillAlive(long batchId);

  /** The number of staged lines that differ from the stored status of their payment. */
  BatchReplies.Unnamed linesThatDiffer(long batchId);

  /** The lines of every code that the staged report names more than once, ascending. */
  List<Integer> linesOfRepeatedCodes();
}
