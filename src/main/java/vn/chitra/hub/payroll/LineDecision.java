package vn.chitra.hub.payroll;

/** The result of one check of a line: accepted, refused or held. */
public sealed interface LineDecision {

  LineDecision ACCEPTED = new Accepted();

  static LineDecision refused(RefusalReason reason, String sentence) {
    return new Refused(reason, sentence);
  }

  static LineDecision held(HoldReason reason, String sentence) {
    return new Held(reason, sentence);
  }

  /** The check has no objection. */
  record Accepted() implements LineDecision {}

  /** @param sentence Vietnamese, naming months where months are the cause; never a personal number, account or benefit code */
  record Refused(RefusalReason reason, String sentence) implements LineDecision {}

  /** @param sentence as in a refusal */
  record Held(HoldReason reason, String sentence) implements LineDecision {}
}
