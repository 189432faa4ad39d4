package vn.chitra.hub.partner;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import java.util.regex.Pattern;

/**
 * A section of a YAML mapping file. It is read key by key and reports each key that is missing, malformed or unknown, with its line. A
 * value returned for a wrong key is the fallback and has no meaning: the caller throws the collected errors before use.
 */
public final class YamlSection {

  private final YamlNode.Section node;
  private final String file;
  private final String path;
  private final MappingErrors errors;
  private final @Nullable YamlSection defaults;
  private final Set<String> queried = new HashSet<>();

  private YamlSection(YamlNode.Section node, String file, String path, MappingErrors errors) {
    this(node, file, path, errors, null);
  }

  private YamlSection(YamlNode.Section node, String file, String path, MappingErrors errors, @Nullable YamlSection defaults) {
    this.node = node;
    this.file = file;
    this.path = path;
    this.errors = errors;
    this.defaults = defaults;
  }

  /** Reads the whole file as a section; the caller closes the stream. A file that is no YAML is one error and an empty section. */
  public static YamlSection read(InputStream yaml, String file, MappingErrors errors) throws IOException {
    YamlNode.Section root = MappingText.decode(file, yaml.readAllBytes(), errors)
        .map(text -> YamlTree.parse(file, text, errors)).orElse(YamlNode.NOTHING);
    return new YamlSection(root, file, "", errors);
  }

  /** The same section; a key that it does not have is read from the other one, whose file and line then stand in errors. */
  YamlSection withDefaults(YamlSection others) {
    YamlSection both = new YamlSection(node, file, path, errors, others);
    both.queried.addAll(queried);
    return both;
  }

  /** Line of the section, from 1. */
  public int line() {
    return node.line();
  }

  /** Line of a key; of the section where the key is absent. */
  public int line(String key) {
    return node.keyLines().getOrDefault(key, node.line());
  }

  public boolean has(String key) {
    return node.values().containsKey(key) || inherits(key);
  }

  /** Keys of the section itself. */
  Set<String> keys() {
    return node.values().keySet();
  }

  private void noteQueried(String key) {
    queried.add(key);
    if (defaults != null) {
      defaults.noteQueried(key);
    }
  }

  private boolean inherits(String key) {
    return defaults != null && !node.values().containsKey(key) && defaults.has(key);
  }

  private YamlSection owner(String key) {
    return defaults != null && inherits(key) ? defaults : this;
  }

  public void error(String key, String reason) {
    YamlSection owner = owner(key);
    errors.add(owner.file, owner.line(key), owner.path + key, reason);
  }

  /** Reports every key that was not read. */
  public void noOtherKeys() {
    node.values().keySet().stream().filter(key -> !queried.contains(key)).forEach(key -> error(key, "khoá không được biết"));
  }

  public String text(String key, Pattern form) {
    return value(key, text -> {
      if (!form.matcher(text).matches()) {
        throw new IllegalArgumentException(text);
      }
      return text;
    }, "", form.pattern());
  }

  public boolean bool(String key) {
    return value(key, MappingText::bool, false, "true hoặc false");
  }

  public <E extends Enum<E>> E choice(String key, Class<E> type) {
    return value(key, text -> MappingText.constant(type, text), type.getEnumConstants()[0], MappingText.choices(type));
  }

  /** @param least smallest value allowed; {@code most} the largest */
  public long number(String key, long least, long most) {
    return value(key, text -> {
      long number = Long.parseLong(text);
      if (number < least || number > most) {
        throw new IllegalArgumentException(text);
      }
      return number;
    }, least, "số nguyên từ " + least + " đến " + most);
  }

  /** @param expected what the parser takes, for people */
  public <T> T value(String key, Function<String, T> parser, T fallback, String expected) {
    if (!has(key)) {
      noteQueried(key);
      error(key, "thiếu khoá");
      return fallback;
    }
    return optional(key, parser, expected).orElse(fallback);
  }

  /** Empty where the key is absent; a malformed value is an error. */
  public <T> Optional<T> optional(String key, Function<String, T> parser, String expected) {
    noteQueried(key);
    YamlSection owner = owner(key);
    YamlNode value = owner.node.values().get(key);
    return value == null ? Optional.empty() : owner.scalar(key, value, parser, expected);
  }

  /** A list with at least one element. */
  public <T> List<T> values(String key, Function<String, T> parser, String expected) {
    List<T> values = new ArrayList<>();
    YamlSection owner = owner(key);
    elements(key).forEach(element -> owner.scalar(key, element, parser, expected).ifPresent(values::add));
    return values;
  }

  /** A section below this one; absent or no section is an error. */
  public Optional<YamlSection> section(String key) {
    noteQueried(key);
    if (node.values().get(key) instanceof YamlNode.Section section) {
      return Optional.of(new YamlSection(section, file, path + key + ".", errors));
    }
    error(key, has(key) ? "phải là một nhóm khoá" : "thiếu khoá");
    return Optional.empty();
  }

  /** A list of sections with at least one element. */
  public List<YamlSection> sections(String key) {
    List<YamlSection> sections = new ArrayList<>();
    for (YamlNode element : elements(key)) {
      if (element instanceof YamlNode.Section section) {
        sections.add(new YamlSection(section, file, path + key + "[" + sections.size() + "].", errors));
      } else {
        errors.add(file, element.line(), path + key, "phải là một nhóm khoá");
      }
    }
    return sections;
  }

  private List<YamlNode> elements(String key) {
    noteQueried(key);
    YamlNode value = owner(key).node.values().get(key);
    if (value instanceof YamlNode.Sequence sequence && !sequence.values().isEmpty()) {
      return sequence.values();
    }
    error(key, value == null ? "thiếu khoá" : "phải là danh sách có ít nhất một phần tử");
    return List.of();
  }

  private <T> Optional<T> scalar(String key, YamlNode value, Function<String, T> parser, String expected) {
    Optional<T> parsed = value instanceof YamlNode.Scalar scalar ? MappingText.parse(scalar.text(), parser) : Optional.empty();
    if (parsed.isEmpty()) {
      String found = value instanceof YamlNode.Scalar scalar ? "“" + scalar.text() + "”" : "một nhóm";
      errors.add(file, value.line(), path + key, "giá trị " + found + " không hợp lệ; cần: " + expected);
    }
    return parsed;
  }
}
