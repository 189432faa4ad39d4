package vn.chitra.hub.channel.bankfile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.regex.Pattern;
import vn.chitra.hub.inbound.ParseResult.Problem;

/** Checks the fields of one line of an answer by the contract; a wrong field is MALFORMED with this line and the field's name. */
public record LineJudge(int line) {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern DATE_DIGITS = Pattern.compile("[0-9]{8}");
  private static final int MOST_AMOUNT_DIGITS = 15;
  private static final int MOST_TOTAL_DIGITS = 18;

  FileParseException malformed(String field, String reason) {
    return new FileParseException(Problem.MALFORMED, line, field, reason);
  }

  public void demand(boolean fits, String field, String reason) throws FileParseException {
    if (!fits) {
      throw malformed(field, reason);
    }
  }

  /** Dong: digits only, at most 15. */
  long amount(String field, String text) throws FileParseException {
    return digits(field, text, MOST_AMOUNT_DIGITS);
  }

  /** Dong: digits only, at most 18. */
  public long total(String field, String text) throws FileParseException {
    return digits(field, text, MOST_TOTAL_DIGITS);
  }

  public int number(String field, String text, int least, int most) throws FileParseException {
    long value = digits(field, text, 9);
    demand(value >= least && value <= most, field, "Số ngoài phạm vi cho phép");
    return (int) value;
  }

  LocalDate date(String field, String text) throws FileParseException {
    demand(DATE_DIGITS.matcher(text).matches(), field, "Ngày không theo dạng yyyyMMdd");
    try {
      return LocalDate.parse(text, DATE);
    } catch (DateTimeParseException e) {
      throw malformed(field, "Ngày không có trong lịch");
    }
  }

  public String oneOf(String field, String text, List<String> allowed) throws FileParseException {
    demand(allowed.contains(text), field, "Giá trị không có trong hợp đồng tệp");
    return text;
  }

  public String matching(String field, String text, Pattern form) throws FileParseException {
    demand(form.matcher(text).matches(), field, "Giá trị không đúng dạng");
    return text;
  }

  /** The value in the file must equal the value in the file's name. */
  public void sameAsName(String field, int found, int named) throws FileParseException {
    demand(found == named, field, "Nội dung khác với tên tệp");
  }

  private long digits(String field, String text, int most) throws FileParseException {
    demand(DIGITS.matcher(text).matches() && text.length() <= most, field, "Không phải số chỉ gồm chữ số");
    return Long.parseLong(text);
  }
}
