package vn.chitra.hub.channel.iso20022;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.payout.ReportedStatus;

/**
 * One payment status as a bank reported it in an ISO 20022 message.
 *
 * @param no ordinal of the transaction in the file, from 1 (a file may be one long line)
 * @param endToEndId as the bank gave it; whether it is one of ours is for the matching to say
 * @param amountVnd dong; null where the message carries none, as a pain.002 mostly does
 * @param code ISO reason, else ISO status, else the bank's own code; at most 20 characters
 * @param text the bank's words, long digit runs masked
 * @param happenedOn booking or settlement day, else the day of the message
 * @param dayStated false where it is the day of the message
 * @param paymentInformationId {@code PmtInfId} of the file of ours that the entry itself names, or null
 * @param attention the case that contract §3.4 wants beside the state, or null
 */
public record IsoLine(int no, String endToEndId, @Nullable Long amountVnd, ReportedState reported, String code, @Nullable String text,
    @Nullable String bankRef, @Nullable LocalDate happenedOn, boolean dayStated, @Nullable CaseKind attention,
    @Nullable String paymentInformationId) {

  /** The line as a reported status, for the matching. */
  public ReportedStatus status() {
    return new ReportedStatus(no, endToEndId, amountVnd, reported, code, text, bankRef, happenedOn, dayStated, false, null);
  }
}
