package vn.chitra.hub.operations.query;

import java.sql.Timestamp;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.support.Masking;
import vn.chitra.hub.support.Zone;

/** Formats values for the console: Vietnamese, masked, and safe for any content. */
public final class Shown {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(Zone.VIETNAM);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

  private Shown() {}

  /** Initials: {@code Đỗ Thị Hường} → {@code Đ. T. H.} */
  public static String name(String full) {
    String initials = Arrays.stream(full.strip().split("\\s+"))
        .map(word -> word.codePoints().filter(Character::isLetter).limit(1).mapToObj(Character::toString).collect(Collectors.joining()))
        .filter(initial -> !initial.isEmpty()).map(initial -> initial + ".").collect(Collectors.joining(" "));
    return initials.isEmpty() ? "***" : initials;
  }

  /** Free text of persons and partners: {@link #harmless}, and long numbers masked. */
  public static String words(@Nullable String text) {
    return text == null ? "" : harmless(Masking.maskDigits(text));
  }

  /** The hub's own texts and ids, which may contain a hostile name: no control or direction marks, no markup. */
  public static String harmless(@Nullable String text) {
    return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").replace('<', '‹').replace('>', '›');
  }

  public static String dong(long dong) {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator('.');
    return new DecimalFormat("#,##0", symbols).format(dong) + " đồng";
  }

  public static String day(@Nullable LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  /** Vietnamese civil time, to the minute. */
  public static String time(@Nullable Timestamp at) {
    return at == null ? "" : TIME.format(at.toInstant());
  }

  public static String months(LocalDate from, LocalDate to) {
    String first = MONTH.format(YearMonth.from(from));
    return from.equals(to) ? first : first + "–" + MONTH.format(YearMonth.from(to));
  }
}
