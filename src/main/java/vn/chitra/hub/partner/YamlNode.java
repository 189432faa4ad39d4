package vn.chitra.hub.partner;

import java.util.List;
import java.util.Map;

/** A part of a YAML file with its line number. */
sealed interface YamlNode {

  /** An empty file. */
  Section NOTHING = new Section(Map.of(), Map.of(), 0);

  int line();

  record Scalar(String text, int line) implements YamlNode {}

  record Sequence(List<YamlNode> values, int line) implements YamlNode {}

  /** @param keyLines line of each key, where its value may begin further down */
  record Section(Map<String, YamlNode> values, Map<String, Integer> keyLines, int line) implements YamlNode {}
}
