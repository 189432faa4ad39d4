package vn.chitra.hub.repair;

/** The result of a requested action; the words are Vietnamese and without personal data. */
public sealed interface Outcome {

  String words();

  /** The action is done and in the audit trail. */
  record Done(String words) implements Outcome {}

  /** The action waits for a second person. */
  record Proposed(long proposalId, String words) implements Outcome {}

  /** Nothing was changed. */
  record Refused(String words) implements Outcome {}
}
