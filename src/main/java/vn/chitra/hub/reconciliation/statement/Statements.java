package vn.chitra.hub.reconciliation.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.reconciliation.statement.Statement.Entry;

/** The stored statements and their chains; every verb takes part in the caller's transaction. */
public interface Statements {

  enum State {
    /** Here, and does not follow the day before yet. */
    WAITING,
    /** Follows: its entries are matched. */
    CHAINED,
    /** Another content for a day that is here already: never matched. */
    CONFLICT,
    /** The same content in other bytes. */
    REPEATED,
    /** Its day is too far from the account's other days and from the day on which it came: never matched. */
    WRONG_DAY
  }

  /** Files that hold a statement and are not taken yet, oldest first. */
  List<Long> filesToTake();

  boolean isTaken(long fileId);

  /** The stored statement for a day of an account, waiting or chained. */
  Optional<Statement> existing(String partner, String account, LocalDate day);

  /** Stores the entries of a valid statement with their meaning; of another only the head. */
  void keep(long fileId, String partner, Statement statement, State state);

  /** Locks the partner's statements until the transaction ends. @return the time of the last matching; null = never, or new data since */
  @Nullable Instant lock(String partner);

  /** @return the time of the last matching; null = never, or new data since */
  @Nullable Instant lookedAt(String partner);

  void lookedAt(String partner, Instant now);

  /** Accounts of which a statement is here. */
  List<String> accounts(String partner);

  /** Days of an account, by date. */
  List<StatementDay> days(String partner, String account);

  void chain(Collection<Long> statements);

  /**
   * Settles the unsettled credits of these statements as funding where nothing indicates a return: no payment paid at the partner in the
   * last 60 days, and none that came back without a credit, has exactly their amount.
   */
  void fundByAmount(Collection<Long> statements);

  /** Credits of statements that count which may be funding or a return, and which are not settled. */
  List<OtherEntry> unsettledCredits(String partner);

  /** Entries of statements that count which match no rule, among them a debit for a file that was never sent. */
  List<OtherEntry> otherEntries(Collection<Long> statements);

  /** The day from which statements are expected: the account's first one that counts, or our first file after another account's last one. */
  Optional<LocalDate> awaitedFrom(String partner, String account);

  /** The day of the account's first statement that counts, or of our first file to the partner; empty before both. */
  Optional<LocalDate> begin(String partner, String account);

  /** Days for which a person closed a case of that kind; the decision stays valid. */
  Set<LocalDate> decidedDays(String partner, String caseKind);

  /** @param lineNo of the statement's file */
  record OtherEntry(long fileId, int lineNo, LocalDate day, Entry entry) {}
}
