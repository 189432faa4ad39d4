package vn.chitra.hub.alert;

import java.util.Locale;

/** The kinds of mail, or of a row in one. */
enum MailEvent {
  /** A case was opened. */
  NEW,
  /** A case is past its deadline by a level. */
  LATE,
  /** Payouts joined a case after its newest mail. */
  GROWN,
  /** The cause ended, or a person decided. */
  CLOSED,
  /** Rows that waited too long, in one digest. */
  MERGED,
  /** A month was closed. */
  MONTH,
  /** A proposal waits for a second person. */
  PROPOSAL,
  /** Lists and money of a month are to be handed over soon. */
  HANDOVER,
  /** A month is to be reported soon. */
  REPORT,
  /** The hub runs: one line a banking day. */
  ALIVE;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
