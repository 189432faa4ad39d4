package vn.chitra.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chitra.hub.cases.CaseKind;

class CasePagesTests {

  private static final Path PAGES = Path.of("docs/operations/cases");

  @ParameterizedTest
  @EnumSource(CaseKind.class)
  void everyKindOfCaseHasItsPage(CaseKind kind) throws IOException {
    String page = Files.readString(PAGES.resolve(fileName(kind)));

    assertThat(page).contains("`" + kind + "`", "**Thấy gì.**", "**Nghĩa là gì.**", "**Làm gì.**", "**Không bao giờ.**");
    assertThat(Files.readString(PAGES.resolveSibling("cases.md"))).contains("cases/" + fileName(kind));
  }

  @Test
  void noPageIsLeftFromAKindThatIsGone() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString())).containsExactlyInAnyOrderElementsOf(
          Arrays.stream(CaseKind.values()).map(CasePagesTests::fileName).toList());
    }
  }

  private static String fileName(CaseKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md";
  }
}
