package vn.chitra.hub.payout;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One payment status as a partner reported it, unchanged. In a cash list the state becomes final when the list is closed; before that it is
 * provisional.
 *
 * @param lineNo line (or row) in the partner's file, from 1
 * @param amountVnd dong; null where the message names none, which contradicts no amount
 * @param code the partner's own code, or null
 * @param text the partner's own text, or null
 * @param happenedOn book date or day of payment, or null
 * @param dayStated false where {@code happenedOn} is the day of the message, which states none for the payment
 * @param dayImpossible a payment's day is stated that no calendar has; {@code happenedOn} is null
 */
public record ReportedStatus(
    int lineNo,
    String endToEndId,
    @Nullable Long amountVnd,
    ReportedState reported,
    @Nullable String code,
    @Nullable String text,
    @Nullable String partnerRef,
    @Nullable LocalDate happenedOn,
    boolean dayStated,
    boolean dayImpossible,
    @Nullable String receivedBy) {

  /** A status with an amount, of the day that was stated for it. */
  public ReportedStatus(int lineNo, String endToEndId, long amountVnd, ReportedState reported, @Nullable String code, @Nullable String text,
      @Nullable String partnerRef, @Nullable LocalDate happenedOn, @Nullable String receivedBy) {
    this(lineNo, endToEndId, amountVnd, reported, code, text, partnerRef, happenedOn, true, false, receivedBy);
  }

  /** The same with a day that no calendar has, kept among the words; a line that reports no money that moved needs no day. */
  public ReportedStatus withImpossibleDay(String written) {
    if (reported != ReportedState.PAID && reported != ReportedState.RETURNED) {
      return this;
    }
    String words = (reported == ReportedState.PAID ? "Ngày chi ghi " : "Ngày trả về ghi ") + written;
    return new ReportedStatus(lineNo, endToEndId, amountVnd, reported, code, text == null ? words : text + "; " + words, partnerRef, null,
        true, reported == ReportedState.PAID, receivedBy);
  }
}
