package vn.chitra.hub.alert;

import java.util.Locale;

/** What a mail, or a row of one, says. */
enum MailEvent {
  /** A case was opened. */
  NEW,
  /** A case is past its deadline by a level. */
  LATE,
  /** The cause ended, or somebody decided. */
  CLOSED,
  /** What had to wait too long, in one digest. */
  MERGED,
  /** A month was closed. */
  MONTH;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
