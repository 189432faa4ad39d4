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
    @Nullable String receivedBy) {

  /** A status with an amount, of the day that was stated for it. */
  public ReportedStatus(int lineNo, String endToEndId, long amountVnd, ReportedState reported, @Nullable String code, @Nullable String text,
      @Nullable String partnerRef, @Nullable LocalDate happenedOn, @Nullable String receivedBy) {
    this(lineNo, endToEndId, amountVnd, reported, code, text, partnerRef, happenedOn, true, receivedBy);
  }
}
