package vn.chitra.hub.channel.iso20022;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.support.NameFolding;

/** The name of the account's funder, from the bank's profile ({@code funding-from}); compared without case and diacritics. */
final class FundingSource {

  private final List<String> payers;

  /** @param payers accounts, or how names or references begin */
  FundingSource(List<String> payers) {
    this.payers = payers.stream().map(NameFolding::fold).toList();
  }

  /** @param entryText the bank's words about the whole entry, or null */
  boolean fits(Detail detail, @Nullable String entryText) {
    String account = detail.payerAccount == null ? "" : NameFolding.fold(detail.payerAccount);
    List<String> stated = Stream.concat(detail.references.stream(), Stream.of(detail.payerName, detail.text, entryText))
        .filter(Objects::nonNull).map(NameFolding::fold).toList();
    return payers.stream().anyMatch(payer -> payer.equals(account) || stated.stream().anyMatch(text -> text.startsWith(payer)));
  }
}
