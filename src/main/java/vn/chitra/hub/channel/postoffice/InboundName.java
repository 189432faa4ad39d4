package vn.chitra.hub.channel.postoffice;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a report's file name: {@code KQ_<postOffice>_<period>_<seq of our list:6>_<version:3>[_CUOI].csv}.
 *
 * @param folder the post office
 * @param closing the version closes the list
 */
public record InboundName(String folder, YearMonth period, int seq, int version, boolean closing) {

  private static final Pattern FORM =
      Pattern.compile("KQ_(.{1,40})_(\\d{4})(\\d{2})_(\\d{6})_(\\d{3})(_CUOI)?\\.csv", Pattern.CASE_INSENSITIVE);

  static Optional<InboundName> of(String fileName) {
    Matcher name = FORM.matcher(fileName);
    if (!name.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new InboundName(name.group(1), YearMonth.of(number(name, 2), number(name, 3)), number(name, 4), number(name, 5),
          name.group(6) != null));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
