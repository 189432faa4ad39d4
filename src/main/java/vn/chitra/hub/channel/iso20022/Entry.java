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

  boolean isCredit() {
    return Boolean.TRUE.equals(credit);
  }

  boolean isBooked() {
    return "BOOK".equals(status);
  }
}
