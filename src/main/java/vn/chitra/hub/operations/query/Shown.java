package vn.chitra.hub.operations.query;

import java.sql.Timestamp;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.support.Language;
import vn.chitra.hub.support.Masking;
import vn.chitra.hub.support.Word;
import vn.chitra.hub.support.Zone;

/** Formats values for the console: in the language of the page, masked, and safe for any content. */
public final class Shown {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(Zone.VIETNAM);
  private static final DateTimeFormatter STATED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");

  /** Money as the hub writes it into evidence; a personal number begins with 0. */
  private static final Pattern MONEY = Pattern.compile("(?<money>(?<!\\p{Nd}[ .-]?)[1-9]\\d{3,11}(?= đồng))");
  /** {@code BTXH-04792-2026-11}, perhaps with a further number behind it. */
  private static final String PAYROLL =
      "(?<![\\p{L}\\p{Nd}-])[A-Z]{3,4}-\\d{5}-20\\d{2}-(?:0[1-9]|1[0-2])(?:-\\d{1,2})?(?![\\p{L}\\p{Nd}-])";
  /** {@code CT_PTCTXH_20261105_000002.csv}: day and number of a file. */
  private static final String FILE =
      "(?<![\\p{L}\\p{Nd}_])[A-Z]{2,}(?:_[A-Z]+)*_20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])_\\d{6}(?![\\p{Nd} -])";
  private static final Pattern KEPT = Pattern.compile(MONEY.pattern() + "|" + PAYROLL + "|" + FILE);
  private static final Word UNIT = new Word(" đồng", " dong");

  private Shown() {}

  /** Initials: {@code Đỗ Thị Hường} → {@code Đ. T. H.} */
  public static String name(String full) {
    String initials = Arrays.stream(full.strip().split("\\s+"))
        .map(word -> word.codePoints().filter(Character::isLetter).limit(1).mapToObj(Character::toString).collect(Collectors.joining()))
        .filter(initial -> !initial.isEmpty()).map(initial -> initial + ".").collect(Collectors.joining(" "));
    return initials.isEmpty() ? "***" : initials;
  }

  /**
   * Free text of persons and partners: {@link #harmless}, and long numbers masked, except names of payrolls and files, and money, which is
   * written as on every page.
   */
  public static String words(@Nullable String text) {
    if (text == null) {
      return "";
    }
    StringBuilder shown = new StringBuilder();
    Matcher kept = KEPT.matcher(text);
    int from = 0;
    while (kept.find()) {
      shown.append(Masking.maskDigits(text.substring(from, kept.start())))
          .append(kept.group("money") == null ? kept.group() : grouped(Long.parseLong(kept.group()), '.'));
      from = kept.end();
    }
    return harmless(shown.append(Masking.maskDigits(text.substring(from))).toString());
  }

  /** The payrolls that a text names, in its order. */
  static List<String> payrolls(String text) {
    return Pattern.compile(PAYROLL).matcher(text).results().map(MatchResult::group).toList();
  }

  /** The hub's own texts and ids, which may contain a hostile name: no control or direction marks, no markup. */
  public static String harmless(@Nullable String text) {
    return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").replace('<', '‹').replace('>', '›');
  }

  /** {@code 1.500.000 đồng}, in English {@code 1,500,000 dong}. */
  public static String dong(long dong) {
    return count(dong) + UNIT.shown();
  }

  /** {@code 98.689}, in English {@code 98,689}. */
  public static String count(long number) {
    return grouped(number, Language.current() == Language.ENGLISH ? ',' : '.');
  }

  private static String grouped(long number, char separator) {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator(separator);
    return new DecimalFormat("#,##0", symbols).format(number);
  }

  public static String day(@Nullable LocalDate day) {
    return day == null ? "" : DAY.format(day);
  }

  /** A time that a query or a health entry gives as {@code yyyy-MM-dd HH:mm}. */
  public static String time(String stated) {
    return TIME.format(LocalDateTime.parse(stated, STATED).atZone(Zone.VIETNAM));
  }

  /** Vietnamese civil time, to the minute. */
  public static String time(@Nullable Timestamp at) {
    return at == null ? "" : TIME.format(at.toInstant());
  }

  /** A month by its {@code yyyy-MM}. */
  public static String month(String period) {
    return MONTH.format(YearMonth.parse(period));
  }

  public static String months(LocalDate from, LocalDate to) {
    String first = MONTH.format(YearMonth.from(from));
    return from.equals(to) ? first : first + "–" + MONTH.format(YearMonth.from(to));
  }
}
