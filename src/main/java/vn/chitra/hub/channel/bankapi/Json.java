package vn.chitra.hub.channel.bankapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.support.Zone;

/**
 * One JSON object of a bank, with typed access to its fields by contract §4.5, §4.6 and §4.9; unknown fields are ignored. Nesting, lengths
 * and numbers are bounded; a repeated key or content after the end is malformed.
 *
 * @param line which element of the list it is, from 1; 0 = the whole answer
 */
record Json(JsonNode node, int line) {

  private static final int MOST_NESTING = 20;
  private static final int LONGEST_NUMBER = 40;
  private static final int LONGEST_TEXT = 10_000;
  private static final int MOST_AMOUNT_DIGITS = 15;
  private static final int MOST_BALANCE_DIGITS = 18;

  /** How banks fill a day that says nothing. */
  private static final Pattern NO_DAY = Pattern.compile("\\s*|0+|0000-00-00(?:[T ].*)?");

  private static final Pattern FORM_OF_A_DAY =
      Pattern.compile("\\d{8}|\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,9})?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?");

  private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
      .maxNestingDepth(MOST_NESTING).maxNumberLength(LONGEST_NUMBER).maxStringLength(LONGEST_TEXT).build())
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build()).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build().reader();

  /** @throws ApiParseException when it is no JSON object within the bounds */
  static Json read(Path bytes) throws IOException, ApiParseException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(bytes))) {
      return read(in);
    }
  }

  static Json read(InputStream in) throws IOException, ApiParseException {
    try {
      JsonNode root = READER.readTree(in);
      if (!root.isObject()) {
        throw new ApiParseException(root.isMissingNode() ? Problem.TRUNCATED : Problem.MALFORMED, 0, "body",
            "Không phải một đối tượng JSON");
      }
      return new Json(root, 0);
    } catch (JsonProcessingException e) {
      int at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      throw new ApiParseException(Problem.MALFORMED, at, "body", "Không phải JSON hợp lệ trong giới hạn cho phép");
    }
  }

  /** A list of objects, numbered from 1; absent is malformed. */
  List<Json> list(String field) throws ApiParseException {
    JsonNode list = node.path(field);
    demand(list.isArray(), field, "Thiếu hoặc không phải danh sách");
    List<Json> elements = new ArrayList<>(list.size());
    for (JsonNode element : list) {
      elements.add(new Json(element, elements.size() + 1));
      elements.get(elements.size() - 1).demand(element.isObject(), field, "Phần tử không phải đối tượng JSON");
    }
    return elements;
  }

  /** An object below this one, of the same line; absent is malformed. */
  Json object(String field) throws ApiParseException {
    demand(node.path(field).isObject(), field, "Thiếu hoặc không phải đối tượng");
    return new Json(node.path(field), Math.max(line, 1));
  }

  void demand(boolean fits, String field, String reason) throws ApiParseException {
    if (!fits) {
      throw new ApiParseException(Problem.MALFORMED, line, field, reason);
    }
  }

  String text(String field, Pattern form) throws ApiParseException {
    JsonNode value = node.path(field);
    demand(value.isTextual() && form.matcher(value.textValue()).matches(), field, "Thiếu, hoặc giá trị không đúng dạng");
    return value.textValue();
  }

  /** Null where the field is absent, null or empty. */
  @Nullable String optional(String field, Pattern form) throws ApiParseException {
    JsonNode value = node.path(field);
    return value.isMissingNode() || value.isNull() || value.isTextual() && value.textValue().isEmpty() ? null : text(field, form);
  }

  /** Whole dong, not negative: an integer of JSON without fraction or exponent. */
  long amount(String field) throws ApiParseException {
    return whole(field, MOST_AMOUNT_DIGITS);
  }

  /** Whole dong; an account may be overdrawn. */
  long balance(String field) throws ApiParseException {
    JsonNode value = node.path(field);
    demand(value.isIntegralNumber() && value.canConvertToLong() && value.asText().length() <= MOST_BALANCE_DIGITS + 1, field,
        "Không phải số đồng nguyên");
    return value.longValue();
  }

  long whole(String field, int mostDigits) throws ApiParseException {
    JsonNode value = node.path(field);
    demand(value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0 && value.asText().length() <= mostDigits, field,
        "Không phải số đồng nguyên");
    return value.longValue();
  }

  /** Requires that a currency, where one is named, is VND. */
  void demandDong() throws ApiParseException {
    JsonNode currency = node.path("currency");
    demand(currency.isMissingNode() || currency.isNull() || "VND".equals(currency.asText()), "currency", "Tiền tệ khác VND");
  }

  /**
   * A day as it is written, or a time of which the day in Vietnam counts.
   *
   * @param day null where the calendar has no such day
   */
  record StatedDay(@Nullable LocalDate day, String written) {}

  /** Null where the field is absent, empty or all zeros. */
  @Nullable StatedDay statedDay(String field) throws ApiParseException {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull() || value.isTextual() && NO_DAY.matcher(value.textValue()).matches()) {
      return null;
    }
    String written = value.isTextual() ? value.textValue() : "";
    demand(written.matches("\\d{4}.*"), field, "Không phải ngày");
    try {
      return new StatedDay(dayIn(written), written);
    } catch (DateTimeException e) {
      demand(FORM_OF_A_DAY.matcher(written).matches(), field, "Không phải ngày");
      return new StatedDay(null, written);
    }
  }

  /** A day that some calendar has, by the same rules. */
  @Nullable LocalDate day(String field) throws ApiParseException {
    StatedDay stated = statedDay(field);
    demand(stated == null || stated.day != null, field, "Không phải ngày");
    return stated == null ? null : stated.day;
  }

  private static LocalDate dayIn(String text) {
    if (text.length() == 8) {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }
    if (text.length() == 10) {
      return LocalDate.parse(text);
    }
    return text.matches(".*(Z|[+-]\\d{2}:?\\d{2})") ? OffsetDateTime.parse(text).atZoneSameInstant(Zone.VIETNAM).toLocalDate()
        : LocalDateTime.parse(text).toLocalDate();
  }
}
