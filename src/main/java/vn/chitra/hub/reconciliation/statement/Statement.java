package vn.chitra.hub.reconciliation.statement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A daily statement of the funding account: {@code openingVnd} and all credits less all debits give {@code closingVnd}, all in dong.
 *
 * @param entries in the order of the file
 */
public record Statement(String account, LocalDate date, long openingVnd, long closingVnd, List<Entry> entries) {

  public Statement {
    entries = List.copyOf(entries);
  }

  /** The side of an entry, from the account: a debit takes money from it. */
  public enum Side { DEBIT, CREDIT }

  /**
   * @param amountVnd dong, not negative
   * @param reference unchanged: {@code F<seq>}, {@code R<endToEndId>}, {@code N…}, {@code P…} or {@code X…}
   * @param bankRef unchanged, or null
   * @param text long numbers masked, or null
   * @param unstated a credit of a bank whose statements do not say what a credit is for: it may be funding or a return
   */
  public record Entry(int no, Side side, long amountVnd, String reference, @Nullable String bankRef, @Nullable String text,
      boolean unstated) {

    /** An entry whose reference says what it is. */
    public Entry(int no, Side side, long amountVnd, String reference, @Nullable String bankRef, @Nullable String text) {
      this(no, side, amountVnd, reference, bankRef, text, false);
    }
  }
}
