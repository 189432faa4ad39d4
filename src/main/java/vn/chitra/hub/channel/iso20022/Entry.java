package vn.chitra.hub.channel.iso20022;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An entry while it is read: everything except the text comes before its details. */
final class Entry {
  long amountVnd = -1;
  @Nullable Boolean credit;
  boolean reversal;
  @Nullable String status;
  @Nullable LocalDate bookedOn;
  @Nullable String bankRef;
  @Nullable String family;
  @Nullable String text;
  @Nullable String batchId;
  @Nullable Integer batchCount;
  /** Whether its batches name several files of ours. */
  boolean severalBatches;
  /** Charges inside its amount, dong, known once all details are read: a debit pays them besides, a credit was lowered by them. */
  long feeVnd;
  /** Transactions of its batches that no detail lists. */
  int unlisted;

  /** Dong that it moves without the charges. */
  long netVnd() {
    return isCredit() ? Math.addExact(amountVnd, feeVnd) : amountVnd - feeVnd;
  }

  void inBatch(String id) {
    severalBatches |= batchId != null && !batchId.equals(id);
    batchId = id;
  }

  boolean isCredit() {
    return Boolean.TRUE.equals(credit);
  }

  boolean isBooked() {
    return "BOOK".equals(status);
  }
}
