package vn.chitra.hub.channel.iso20022;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One booked entry of the funding account; an entry whose details name several payments is delivered as one entry per payment.
 *
 * @param no from 1 within its statement
 * @param credit into the account; otherwise out of it
 * @param amountVnd dong
 * @param reference what it is, in the notation of {@code bank-csv}: {@code F<seq>} our file, {@code R<endToEndId>} a credit for a payment,
 * {@code P<text>} a fee, {@code N<text>} funding, {@code X<text>} anything else, a reversal too
 * @param unstated a credit that does not say what it is for: {@code X<text>} that may be funding or a return
 * @param batchId {@code PmtInfId} as the bank gave it, or null
 * @param batchCount transactions in the batch booked here, or null
 * @param returnReason ISO code of a return, or null
 * @param reversal the bank takes back an earlier entry
 */
public record StatementEntry(int no, boolean credit, long amountVnd, String reference, @Nullable String batchId,
    @Nullable Integer batchCount, @Nullable String endToEndId, @Nullable String returnReason, boolean reversal,
    @Nullable String bankRef, @Nullable LocalDate bookedOn, @Nullable String text, boolean unstated) {}
