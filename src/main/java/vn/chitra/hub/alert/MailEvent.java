package vn.chitra.hub.alert;

import java.util.Locale;

/** The kinds of mail, or of a row in one. */
enum MailEvent {
  /** A case was opened. */
  NEW,
  /** A case is past its deadline by a level. */
  LATE,
  /** The cause ended, or a person decided. */
  CLOSED,
  /** Rows that waited too long, in one digest. */
  MERGED,
  /** A month was closed. */
  MONTH,
  /** A proposal waits for a second person. */
  PROPOSAL;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
