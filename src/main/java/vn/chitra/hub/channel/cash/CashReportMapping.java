package vn.chitra.hub.channel.cash;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.cash.StatedReason.Kind;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.support.NameFolding;

/**
 * The meaning of the headings, marks and reasons of a cash report, as data: {@code mappings/headings/<kind>-answer.yaml}. Everything is
 * compared by {@link #key}. A mapping file of another form is refused at start, with file and line.
 */
public final class CashReportMapping {

  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^A-Z0-9]");

  private final Map<String, Field> fields = new HashMap<>();
  private final Map<Field, Column> columns;
  private final Map<String, Result> results = new HashMap<>();
  private final Map<String, ReportedState> reasons = new HashMap<>();
  private final Map<String, Label> labels = new HashMap<>();
  private final Map<String, Boolean> closing = new HashMap<>();
  private final DeceasedWords deceased;

  private CashReportMapping(Source source) {
    columns = Map.copyOf(source.columns);
    source.columns.forEach((field, column) -> column.names.forEach(name -> once(fields, name, field)));
    source.results.forEach((mark, result) -> once(results, mark, result));
    source.reasons.forEach((code, reported) -> once(reasons, code, reported));
    deceased = source.deceased;
    orNone(source.labels).forEach((label, names) -> names.forEach(name -> once(labels, name, label)));
    orEmpty(source.interim).forEach(text -> once(closing, text, false));
    orEmpty(source.closing).forEach(text -> once(closing, text, true));
  }

  /**
   * @param source the file's name, for messages
   * @throws IllegalArgumentException naming file and line when the text is not such a mapping
   */
  public static CashReportMapping read(InputStream yaml, String source) throws IOException {
    try {
      return new CashReportMapping(new YAMLMapper().readValue(yaml, Source.class));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new IllegalArgumentException(source + ", dòng " + line + ": " + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
    }
  }

  /** The mapping that the application carries, by its name without folder and ending: {@code post-office-answer}. */
  public static CashReportMapping packaged(String name) throws IOException {
    String resource = "mappings/headings/" + name + ".yaml";
    try (InputStream yaml = CashReportMapping.class.getClassLoader().getResourceAsStream(resource)) {
      if (yaml == null) {
        throw new FileNotFoundException(resource);
      }
      return read(yaml, resource);
    }
  }

  /** Upper case, without diacritics, blanks and punctuation: {@code Mã chi trả} → {@code MACHITRA}. */
  public static String key(String text) {
    String folded = TypedText.isAscii(text) ? text.toUpperCase(Locale.ROOT) : NameFolding.fold(text);
    return NO_LETTER_OR_DIGIT.matcher(folded).replaceAll("");
  }

  /** The places of the columns, when these cells are the heading row: every required heading once, no known one twice. */
  public Optional<HeadingRow> headingRow(List<String> cells) {
    Map<Field, Integer> places = new EnumMap<>(Field.class);
    for (int i = 0; i < cells.size(); i++) {
      Field field = cells.get(i).length() > 60 ? null : fields.get(key(cells.get(i)));
      if (field != null && places.put(field, i) != null) {
        return Optional.empty();
      }
    }
    boolean whole = columns.entrySet().stream().allMatch(column -> !column.getValue().required || places.containsKey(column.getKey()));
    return whole ? Optional.of(new HeadingRow(places)) : Optional.empty();
  }

  /** The heading of a field for people. */
  public String nameOf(Field field) {
    Column column = columns.get(field);
    return column == null ? field.name() : column.names.get(0);
  }

  public Optional<Result> result(String mark) {
    return Optional.ofNullable(results.get(key(mark)));
  }

  public Optional<ReportedState> reason(String code) {
    return Optional.ofNullable(reasons.get(key(code)));
  }

  /**
   * The reason that a row states. A death among other reasons, or in words only, is never lost: it is {@link
   * StatedReason.Kind#MAYBE_DECEASED}.
   *
   * @param cell of the column for reasons
   * @param note remark beside it, empty where the report has none
   */
  public StatedReason stated(String cell, String note) {
    Set<String> codes = TypedText.reasonCodes(cell);
    String leading = TypedText.reasonCode(cell).orElse("");
    String words = words(leading.equalsIgnoreCase(cell) ? "" : cell, note);
    boolean one = codes.size() <= 1 && !leading.isEmpty();
    if (one && deceased.isCode(leading)) {
      return new StatedReason(Kind.DECEASED, reason(leading).orElse(ReportedState.UNKNOWN), leading, orNull(words));
    } else if (mayBeDeceased(codes, cell, note)) {
      return new StatedReason(Kind.MAYBE_DECEASED, ReportedState.REJECTED, StatedReason.MAYBE_DECEASED, orNull(words));
    } else if (cell.isEmpty()) {
      return new StatedReason(Kind.NONE, ReportedState.UNCOLLECTED, null, orNull(words));
    } else if (one) {
      return new StatedReason(Kind.ONE, reason(leading).orElse(ReportedState.UNKNOWN), leading, orNull(words));
    } else if (codes.size() > 1 && !codes.stream().allMatch(code -> reason(code).isPresent())) {
      return new StatedReason(Kind.UNKNOWN, ReportedState.UNKNOWN, cell, orNull(words));
    }
    return new StatedReason(codes.size() > 1 ? Kind.SEVERAL : Kind.WORDS, ReportedState.UNCOLLECTED, StatedReason.TEXT, orNull(words));
  }

  private boolean mayBeDeceased(Set<String> codes, String cell, String note) {
    return codes.stream().anyMatch(deceased::isCode) || deceased.isReportedIn(cell) || deceased.isReportedIn(note)
        || TypedText.reasonCode(note).filter(deceased::isCode).isPresent();
  }

  private static String words(String cell, String note) {
    return cell.isEmpty() || note.isEmpty() ? cell + note : cell + "; " + note;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  public Optional<Label> label(String text) {
    return text.length() > 60 ? Optional.empty() : Optional.ofNullable(labels.get(key(text)));
  }

  /** Whether the words beside {@link Label#KIND} close the list; empty when they match neither form. */
  public Optional<Boolean> closes(String text) {
    return Optional.ofNullable(closing.get(key(text)));
  }

  private static <V> void once(Map<String, V> into, String name, V value) {
    String key = key(name);
    if (key.isEmpty() || into.put(key, value) != null) {
      throw new IllegalArgumentException("tên trống hoặc trùng: \"" + name + "\"");
    }
  }

  private static Map<Label, List<String>> orNone(@Nullable Map<Label, List<String>> map) {
    return map == null ? Map.of() : map;
  }

  private static List<String> orEmpty(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }

  /** A column of a cash report. */
  public enum Field { CODE, RESULT, AMOUNT, PAID_ON, REASON, RECEIVER, NAME, NOTE }

  /** A label on the page with a value beside it. */
  public enum Label { LIST_NUMBER, VERSION, KIND, RECEIVED, PAID, LEFT, TOTAL }

  /** Whether the money was handed out. */
  public enum Result { PAID, UNPAID }

  /** The positions of the columns of one file. */
  public record HeadingRow(Map<Field, Integer> places) {

    /** The field's place from 0, or −1 when the file has no such column. */
    public int of(Field field) {
      return places.getOrDefault(field, -1);
    }

    /** The field's text, empty when column or cell is missing. */
    public String text(Field field, List<String> cells) {
      int place = of(field);
      return place >= 0 && place < cells.size() ? cells.get(place) : "";
    }
  }

  private record Column(boolean required, List<String> names) {

    Column {
      if (names == null || names.isEmpty()) {
        throw new IllegalArgumentException("cột không có tên");
      }
    }
  }

  private record Source(
      @JsonProperty(required = true) Map<Field, Column> columns,
      @JsonProperty(required = true) Map<String, Result> results,
      @JsonProperty(required = true) Map<String, ReportedState> reasons,
      @JsonProperty(required = true) DeceasedWords deceased,
      @Nullable Map<Label, List<String>> labels,
      @Nullable List<String> interim,
      @Nullable List<String> closing) {

    Source {
      if (columns == null || results == null || reasons == null || deceased == null) {
        throw new IllegalArgumentException("thiếu columns, results, reasons hoặc deceased");
      }
    }
  }
}
