package vn.chitra.hub.reconciliation.statement;

/** The kinds of entry on a funding account's statement (contract §1.4). */
public enum EntryKind {
  /** {@code F<seq>}: one debit for a file and a day. */
  FILE,
  /** {@code R<endToEndId>}: the money of a payment came back. */
  RETURN,
  /** {@code N<text>}: funding received. */
  FUNDING,
  /** A credit that does not say whether it is funding or a return; persons settle it, and until then it releases nothing. */
  CREDIT,
  /** {@code P<text>}: a fee. */
  FEE,
  /** Any other entry, and each of the above on the wrong side: a person decides. */
  OTHER
}
