package vn.chitra.hub.channel.bankfile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.support.AmountText;
import vn.chitra.hub.support.AmountText.Amount;

/** Checks the fields of one line of an answer by the contract; a wrong field is MALFORMED with this line and the field's name. */
public record FieldCheck(int line) {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern DATE_DIGITS = Pattern.compile("[0-9]{8}");
  private static final long MOST_AMOUNT = 999_999_999_999_999L;
  private static final int MOST_LINES = 999_999_999;

  FileParseException malformed(String field, String reason) {
    return new FileParseException(Problem.MALFORMED, line, field, reason);
  }

  public void demand(boolean fits, String field, String reason) throws FileParseException {
    if (!fits) {
      throw malformed(field, reason);
    }
  }

  /**
   * Dong of at most 15 digits, however written, without blanks around it, which a layout takes off where they are nothing. One group alone
   * is ambiguous.
   */
  Amount amount(String field, String text) throws FileParseException {
    return dong(field, text, MOST_AMOUNT);
  }

  /** Dong of at most 18 digits, in the same forms. */
  public Amount total(String field, String text) throws FileParseException {
    return dong(field, text, Long.MAX_VALUE);
  }

  /** How many lines: digits only. */
  public int count(String field, String text) throws FileParseException {
    return number(field, text, 0, MOST_LINES);
  }

  private Amount dong(String field, String text, long most) throws FileParseException {
    Optional<Amount> amount = text.equals(text.strip()) ? AmountText.read(text) : Optional.empty();
    demand(amount.filter(one -> one.vnd() <= most).isPresent(), field, "Không phải số đồng nguyên");
    return amount.orElseThrow();
  }

  public int number(String field, String text, int least, int most) throws FileParseException {
    long value = digits(field, text, 9);
    demand(value >= least && value <= most, field, "Số ngoài phạm vi cho phép");
    return (int) value;
  }

  LocalDate date(String field, String text) throws FileParseException {
    return day(field, text).orElseThrow(() -> malformed(field, "Ngày không có trong lịch"));
  }

  /** Eight digits; empty when no calendar has that day. */
  Optional<LocalDate> day(String field, String text) throws FileParseException {
    demand(DATE_DIGITS.matcher(text).matches(), field, "Ngày không theo dạng yyyyMMdd");
    try {
      return Optional.of(LocalDate.parse(text, DATE));
    } catch (DateTimeParseException e) {
      return Optional.empty();
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
    demand(DIGITS.matcher(text).matches() && text.replaceFirst("^0+(?=.)", "").length() <= most, field, "Không phải số chỉ gồm chữ số");
    return Long.parseLong(text);
  }
}
