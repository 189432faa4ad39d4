package vn.chitra.hub.repair;

/** What came of somebody's wish; the words are Vietnamese and without personal data. */
public sealed interface Outcome {

  String words();

  /** It is done and in the audit trail. */
  record Done(String words) implements Outcome {}

  /** It waits for a second person. */
  record Proposed(long proposalId, String words) implements Outcome {}

  /** Nothing was changed. */
  record Refused(String words) implements Outcome {}
}
