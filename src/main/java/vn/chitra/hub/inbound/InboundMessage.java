package vn.chitra.hub.inbound;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.cases.NewCase;

/** The content of one inbound file, without its lines. */
public sealed interface InboundMessage {

  /**
   * The partner's acknowledgement of one whole file of ours (ACK of {@code bank-csv}, X of {@code bank-fixed}).
   *
   * @param kind which of our files: a payment file or an account-opening file
   * @param sha256 lower-case hex of the file that stands at the partner, or of the refused one
   * @param code 00, F1, F2, F3, F4
   */
  record FileAcknowledgement(FileKind kind, int seq, @Nullable String ourFileName, String sha256, boolean accepted, String code,
      @Nullable String text) implements InboundMessage {}

  /**
   * Part of a bank's results for one of our files; with {@code lastPart} every line of our file has been named at least once.
   *
   * @param valueDate of our file, as the part's name states it; null where the name has none
   */
  record ResultPart(int seq, int part, boolean lastPart, @Nullable LocalDate valueDate) implements InboundMessage {}

  /**
   * A bank's refusal of the POST of one of our bulks.
   *
   * @param status of HTTP
   * @param code unchanged, or null
   * @param endToEndIds those that the bank names
   */
  record BulkReply(int seq, int status, @Nullable String code, List<String> endToEndIds, @Nullable String text) implements InboundMessage {}

  /** One page of a bulk's results; with {@code closing} the bank has listed every transfer on this page or an earlier one. */
  record BulkPage(int seq, boolean closing) implements InboundMessage {}

  /** An event of a bank's API about one transfer, in any bulk. */
  record BulkEvent() implements InboundMessage {}

  /**
   * A bank's report that names one file of ours by its message id, which counts like our hash.
   *
   * @param reported the status of the file and of the payments that the report does not list
   * @param sizes every number that must be the number of the file's payments where all unlisted ones are reported as paid
   * @param reportedAt when the bank wrote it; a report older than an applied one no longer counts for the file
   */
  record StatusReport(int seq, ReportedFileState reported, String code, @Nullable String text, Set<Integer> sizes,
      @Nullable Instant reportedAt, List<NewCase> notices) implements InboundMessage {

    /** The same report with a contradiction: the unlisted payments are in progress, and a person decides. */
    StatusReport inDoubt(String why) {
      return new StatusReport(seq, ReportedFileState.REST_ACCEPTED_WITH_CASE, code, why, sizes, reportedAt, notices);
    }
  }

  /** Booked movements, each of a payment of any file. */
  record Movements(List<NewCase> notices) implements InboundMessage {}

  /** The content of a file that was read before, encrypted anew. */
  record Repeated(long fileId) implements InboundMessage {}

  /** The status of a file of ours as a whole in a status report. */
  enum ReportedFileState {
    REFUSED,
    WAITS_FOR_FUNDS,
    /** The first file is valid; nothing changes. */
    STANDS,
    REST_ACCEPTED,
    /** The same, and a person decides. */
    REST_ACCEPTED_WITH_CASE,
    REST_PAID,
    /** A person decides, nothing moves. */
    ONLY_A_CASE,
    /** Nothing except the listed payments. */
    NOTHING
  }

  /**
   * One version of a cash list's report.
   *
   * @param folder post office or commune
   * @param programme of our list; null where the report names none
   * @param seq of our list
   * @param closing the partner says that the list is final
   * @param totalsFit false when the sheet's own settlement block contradicts its rows or our list: it may not close the list
   * @param totalsComplaint why not, in Vietnamese
   * @param receivedVnd the received amount in the sheet's settlement block, dong; null where it is empty or missing
   * @param paidVnd the same for the paid amount
   * @param leftVnd the same for the amount left and given back
   */
  record ListReport(String folder, @Nullable String programme, @Nullable YearMonth period, int seq, int version, boolean closing,
      boolean totalsFit, @Nullable String totalsComplaint, @Nullable Long receivedVnd, @Nullable Long paidVnd, @Nullable Long leftVnd)
      implements InboundMessage {}

  /** Part of the answers to an account-opening file; kept until the campaign reads it. */
  record AccountOpeningPart(int seq, int part, boolean lastPart) implements InboundMessage {}

  /** A day's statement of the funding account; kept until the statements are matched. */
  record StatementReceived(LocalDate date) implements InboundMessage {}

  enum FileKind { PAYMENT, ACCOUNT_OPENING }
}
