package vn.chitra.hub.confirmation.iso;

import org.jspecify.annotations.Nullable;
import vn.chitra.hub.confirmation.iso.StatusReport.Reason;

/** One {@code TxDtls} of an entry. */
final class Detail {
  @Nullable String endToEndId;
  @Nullable String paymentId;
  @Nullable String bankRef;
  @Nullable Long amountVnd;
  @Nullable Boolean credit;
  @Nullable Reason returned;
  @Nullable String text;

  boolean isCredit(Entry entry) {
    return credit == null ? entry.isCredit() : credit;
  }

  long amount() {
    if (amountVnd == null) {
      throw new IllegalStateException("told before its amount was known");
    }
    return amountVnd;
  }
}
