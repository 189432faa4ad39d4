package vn.chitra.hub.channel.cash;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.support.NameFolding;

/**
 * The words by which a report states that somebody died, as data. Words count whole and with their diacritics, because "vắng mặt" is no
 * death; case is ignored.
 *
 * @param codes of the reasons that mean a death
 * @param words that mean a death
 * @param butNot phrases that begin with such a word and mean something else: "mất giấy tờ"
 */
record DeceasedWords(Set<String> codes, List<String> words, @JsonProperty("but-not") @Nullable List<String> butNot) {

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\d]+");

  DeceasedWords {
    if (codes == null || codes.isEmpty() || words == null) {
      throw new IllegalArgumentException("deceased thiếu codes hoặc words");
    }
    words = words.stream().map(DeceasedWords::spaced).toList();
    butNot = butNot == null ? List.of() : butNot.stream().map(DeceasedWords::spaced).toList();
  }

  boolean isCode(String code) {
    return codes.contains(code);
  }

  boolean isReportedIn(String text) {
    String spaced = spaced(text);
    if (butNot != null) {
      for (String other : butNot) {
        spaced = spaced.replace(other, " ");
      }
    }
    return words.stream().anyMatch(spaced::contains);
  }

  private static String spaced(String text) {
    return " " + BETWEEN_WORDS.matcher(NameFolding.nfc(text).toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
  }
}
