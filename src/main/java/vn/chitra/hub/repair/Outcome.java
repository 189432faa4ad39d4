package vn.chitra.hub.repair;

import vn.chitra.hub.support.Word;

/** The result of a requested action, without personal data. */
public sealed interface Outcome {

  Word text();

  /** Vietnamese. */
  default String words() {
    return text().vietnamese();
  }

  /** The action is done and in the audit trail. */
  record Done(Word text) implements Outcome {}

  /** The action waits for a second person. */
  record Proposed(long proposalId, Word text) implements Outcome {}

  /** Nothing was changed. */
  record Refused(Word text) implements Outcome {}
}
