package vn.chitra.hub.confirmation.bankfile;

import java.util.Map;
import vn.chitra.hub.confirmation.WordOfCode;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.Word;

/** The table of statuses in the contract of {@code bank-csv}. */
final class CodesOfTheContract implements WordOfCode {

  private static final Map<String, Word> WORDS = Map.ofEntries(Map.entry("00", Word.PAID), Map.entry("01", Word.REJECTED),
      Map.entry("02", Word.REJECTED), Map.entry("03", Word.REJECTED), Map.entry("04", Word.REJECTED), Map.entry("05", Word.REJECTED),
      Map.entry("06", Word.REJECTED), Map.entry("09", Word.ACCEPTED), Map.entry("20", Word.RETURNED), Map.entry("51", Word.ACCEPTED),
      Map.entry("96", Word.ACCEPTED));

  @Override
  public Word wordFor(PartnerProfile partner, String code) {
    return WORDS.getOrDefault(code, Word.UNKNOWN);
  }
}
