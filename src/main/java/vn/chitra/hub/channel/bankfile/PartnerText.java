package vn.chitra.hub.channel.bankfile;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.support.Masking;

/** Cleans a bank's free text for storage: long numbers masked, control characters replaced by blanks; null when nothing is left. */
public final class PartnerText {

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private static final int LONGEST_REFERENCE = 140;

  private PartnerText() {}

  public static @Nullable String of(String text) {
    String kept = Masking.maskDigits(blanked(text)).strip();
    return kept.isEmpty() ? null : kept;
  }

  /** A reference, its first 140 characters, with blanks for control characters; null when there is none. */
  public static @Nullable String reference(String text) {
    String kept = blanked(text);
    return kept.isEmpty() ? null : kept.substring(0, Math.min(kept.length(), LONGEST_REFERENCE));
  }

  /** The text with blanks for its control characters, and none at its ends. */
  static String blanked(String text) {
    return CONTROL.matcher(text).replaceAll(" ").strip();
  }
}
