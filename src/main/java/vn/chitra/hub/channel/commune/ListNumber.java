package vn.chitra.hub.channel.commune;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of our list as printed on the page: {@code <commune>-<programme>-<yyyyMM>-<seq:6>}. */
record ListNumber(String commune, String programme, YearMonth period, int seq) {

  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_.]{1,20})-([A-Za-z]{2,6})-(\\d{4})(\\d{2})-(\\d{6})");

  static Optional<ListNumber> of(String text) {
    Matcher number = FORM.matcher(text.replaceAll("\\s", "").replaceAll("[\\u2010-\\u2015]", "-"));
    if (!number.matches()) {
      return Optional.empty();
    }
    try {
      YearMonth period = YearMonth.of(Integer.parseInt(number.group(3)), Integer.parseInt(number.group(4)));
      return Optional.of(new ListNumber(number.group(1), number.group(2), period, Integer.parseInt(number.group(5))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
