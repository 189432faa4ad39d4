package vn.chitra.hub.channel.iso20022;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.iso20022.StatusReport.Reason;
import vn.chitra.hub.support.EndToEndId;

/** One {@code TxDtls} element of an entry. */
final class Detail {

  private static final Pattern NO_ID = Pattern.compile("[^0-9A-Za-z]+");
  private static final int MAX_REFERENCES = 20;

  @Nullable String endToEndId;
  @Nullable String paymentInformationId;
  @Nullable String bankRef;
  @Nullable Long amountVnd;
  @Nullable Boolean credit;
  Charges charges = Charges.NONE;
  /** The part of its charges that is inside its stated amount, dong. */
  long feeVnd;
  @Nullable Reason returned;
  @Nullable String text;
  @Nullable String payerAccount;
  @Nullable String payerName;
  /** Everything by which the payer may have named the payment, {@code endToEndId} among them. */
  final List<String> references = new ArrayList<>(2);

  boolean isCredit(Entry entry) {
    return credit == null ? entry.isCredit() : credit;
  }

  /** The endToEndId of ours in the detail, by form and check character; null where there is none. */
  @Nullable String ours() {
    return references.stream().flatMap(reference -> Arrays.stream(NO_ID.split(reference))).filter(EndToEndId::isValid).findFirst()
        .orElse(null);
  }

  void refersTo(@Nullable String reference) {
    if (reference != null && references.size() < MAX_REFERENCES) {
      references.add(reference);
    }
  }

  /** Dong, as stated. */
  long statedVnd() {
    if (amountVnd == null) {
      throw new IllegalStateException("told before its amount was known");
    }
    return amountVnd;
  }

  /** Dong of the payment: without the charges inside. */
  long amount() {
    return Boolean.TRUE.equals(credit) ? Math.addExact(statedVnd(), feeVnd) : statedVnd() - feeVnd;
  }
}
