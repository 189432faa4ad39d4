package vn.chitra.hub.inbound;

import java.util.List;

/** Queries about a cash list at and after its close: active payments, differing lines, repeated codes. */
public interface ClosedLists {

  /** Payments of the batch that are active although the list is closed. */
  BatchReplies.Unnamed stillAlive(long batchId);

  /** Payments whose staged line differs from what is stored of them: another amount, or another end state. */
  BatchReplies.Unnamed linesThatDiffer(long batchId);

  /** The lines of every code that the staged report names more than once, ascending. */
  List<Integer> linesOfRepeatedCodes();
}
