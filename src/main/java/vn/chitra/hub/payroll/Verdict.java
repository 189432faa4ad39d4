package vn.chitra.hub.payroll;

/** What a check says of a line. */
public sealed interface Verdict {

  Verdict ACCEPTED = new Accepted();

  static Verdict refused(RefusalReason reason, String sentence) {
    return new Refused(reason, sentence);
  }

  static Verdict held(HoldReason reason, String sentence) {
    return new Held(reason, sentence);
  }

  /** Nothing against it. */
  record Accepted() implements Verdict {}

  /** @param sentence Vietnamese, naming months where months are the cause; never a personal number, account or benefit code */
  record Refused(RefusalReason reason, String sentence) implements Verdict {}

  /** @param sentence as in a refusal */
  record Held(HoldReason reason, String sentence) implements Verdict {}
}
