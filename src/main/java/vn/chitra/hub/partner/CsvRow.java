package vn.chitra.hub.partner;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One row of a CSV mapping file; reports wrong fields with its line. A value returned for a wrong field has no meaning. */
record CsvRow(String file, int line, Map<String, String> fields, MappingErrors errors) {

  /** The text, unchanged, perhaps empty. */
  String raw(String column) {
    return fields.getOrDefault(column, "");
  }

  String text(String column, Pattern form) {
    if (!form.matcher(raw(column)).matches()) {
      error(column, "giá trị “" + raw(column) + "” không hợp lệ; cần: " + form.pattern());
    }
    return raw(column);
  }

  <T> T value(String column, Function<String, T> parser, T fallback, String expected) {
    Optional<T> parsed = MappingText.parse(raw(column), parser);
    if (parsed.isEmpty()) {
      error(column, "giá trị “" + raw(column) + "” không hợp lệ; cần: " + expected);
    }
    return parsed.orElse(fallback);
  }

  /** Empty where the field is. */
  <T> Optional<T> optional(String column, Function<String, T> parser, T fallback, String expected) {
    return raw(column).isEmpty() ? Optional.empty() : Optional.of(value(column, parser, fallback, expected));
  }

  void error(String column, String reason) {
    errors.add(file, line, column, reason);
  }
}
