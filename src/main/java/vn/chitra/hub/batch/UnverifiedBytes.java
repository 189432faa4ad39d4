package vn.chitra.hub.batch;

import java.util.List;

/** Thrown when a written file fails its verification; rolls back the number that was taken for it. */
public final class UnverifiedBytes extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final long batchId;
  private final transient List<String> complaints;

  UnverifiedBytes(long batchId, List<String> complaints) {
    super("batch " + batchId + " does not say what was meant: " + complaints.size() + " complaints");
    this.batchId = batchId;
    this.complaints = complaints;
  }

  public long batchId() {
    return batchId;
  }

  /** Vietnamese, with line and field. */
  public List<String> complaints() {
    return complaints;
  }
}
