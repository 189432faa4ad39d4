package vn.chitra.hub.partner;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses YAML into nodes with lines; reports a key given twice. */
final class YamlTree {

  private static final YAMLFactory YAML = new YAMLFactory();

  private final YAMLParser parser;
  private final String file;
  private final MappingErrors errors;

  private YamlTree(YAMLParser parser, String file, MappingErrors errors) {
    this.parser = parser;
    this.file = file;
    this.errors = errors;
  }

  /** The file's root; an empty section when the text is no YAML or its root no mapping, which is reported. */
  static YamlNode.Section parse(String file, String text, MappingErrors errors) {
    try (YAMLParser parser = YAML.createParser(text)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        return new YamlTree(parser, file, errors).section();
      }
      errors.add(file, 1, "", "phải là một nhóm khoá");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      errors.add(file, Math.max(line, 0), "", "không phải YAML hợp lệ: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    return YamlNode.NOTHING;
  }

  private YamlNode.Section section() throws IOException {
    int line = line();
    Map<String, YamlNode> values = new LinkedHashMap<>();
    Map<String, Integer> keyLines = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      int keyLine = line();
      parser.nextToken();
      keyLines.putIfAbsent(key, keyLine);
      if (values.putIfAbsent(key, node()) != null) {
        errors.add(file, keyLine, key, "khoá lặp lại");
      }
    }
    return new YamlNode.Section(values, keyLines, line);
  }

  private YamlNode node() throws IOException {
    int line = line();
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return section();
    }
    if (token != JsonToken.START_ARRAY) {
      return new YamlNode.Scalar(token == JsonToken.VALUE_NULL || parser.isCurrentAlias() ? "" : parser.getText(), line);
    }
    List<YamlNode> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(node());
    }
    return new YamlNode.Sequence(values, line);
  }

  private int line() {
    return ((JsonParser) parser).currentTokenLocation().getLineNr();
  }
}
