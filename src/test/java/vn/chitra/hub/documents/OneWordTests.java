package vn.chitra.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One Vietnamese word for one thing in pages, mails, reports, settings and documents: a month, a list and a case are <i>đóng</i> (a
 * <i>khoá</i> is a key), what is left is <i>mở</i>, who pays out is <i>đối tác</i>, the bank's statement is <i>sổ phụ</i>, and money is
 * {@code 1.500.000 đồng}.
 */
class OneWordTests {

  private static final List<Path> ROOTS = List.of(Path.of("README.md"), Path.of("docs"), Path.of("src/main"), Path.of("routes"),
      Path.of("mappings"));
  private static final List<String> KINDS = List.of(".md", ".html", ".txt", ".properties", ".yaml", ".sql", ".java");
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Map<String, Pattern> FORBIDDEN = Map.of(
      "sổ phụ", Pattern.compile("\\bsao kê\\b", FLAGS),
      "mở", Pattern.compile("\\btreo\\b", FLAGS),
      "đóng", Pattern.compile("\\bkhoá (?:sổ|danh sách|tháng|kỳ)\\b|\\b(?:danh sách|tháng|kỳ)(?: [^\\s.;:|]+){0,4} khoá(?: được)?(?=[.;:,|\"<)]|$)",
          FLAGS | Pattern.MULTILINE),
      "đối tác", Pattern.compile("\\bđơn vị chi(?: trả)?\\b", FLAGS),
      "1.500.000 đồng", Pattern.compile("\\d ?(?:₫|VNĐ\\b|đ\\b)|\\d,\\d{3} đồng\\b|(?<![\\d.])\\d{4,} đồng\\b", FLAGS));

  @Test
  void everyTextKeepsToTheOneWord() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      for (String line : Files.readAllLines(file)) {
        faults(line).forEach(word -> found.add(file + ": “" + line.strip() + "” → " + word));
      }
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiền trả về trên sao kê", "không còn khoản nào treo", "Tháng đã khoá: mọi thứ cân.", "danh sách chưa khoá",
      "khoá sổ lúc 10:05", "1,500,000 đồng", "1500000 đồng", "500.000đ", "500.000 ₫", "2 VNĐ", "Đơn vị chi trả đang thực hiện"})
  void anotherWordIsFound(String text) {
    assertThat(faults(text)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vì sao kênh này", "khoá riêng OpenPGP", "tài khoản bị khoá", "1.500.000 đồng", "0 đồng", "danh sách khoá của ta"})
  void theOneWordIsNot(String text) {
    assertThat(faults(text)).isEmpty();
  }

  private static List<String> faults(String line) {
    return FORBIDDEN.entrySet().stream().filter(one -> one.getValue().matcher(line).find()).map(Map.Entry::getKey).toList();
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path root : ROOTS) {
      try (Stream<Path> found = Files.walk(root)) {
        found.filter(Files::isRegularFile).filter(file -> KINDS.stream().anyMatch(file.toString()::endsWith)).forEach(files::add);
      }
    }
    return files;
  }
}
