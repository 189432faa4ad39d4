package vn.chitra.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationsPagesTests {

  private static final Path PAGES = Path.of("docs/operations");
  private static final Set<String> OF_ANOTHER_FORM = Set.of("README.md", "cases.md", "configuration.md", "start-and-stop.md",
      "add-a-partner.md", "account-opening.md", "dry-run.md", "backup-and-restore.md", "monitoring.md",
      "archive-old-months.md");

  @ParameterizedTest
  @MethodSource("pagesOfWhatBreaks")
  void whatBreaksIsNotifiedInTheSameForm(String page) throws IOException {
    assertThat(Files.readString(PAGES.resolve(page))).contains("**Thấy gì.**", "**Nghĩa là gì.**", "**Làm gì.**", "**Không bao giờ.**");
    assertThat(Files.readString(PAGES.resolve("README.md"))).contains("(" + page + ")");
  }

  static List<String> pagesOfWhatBreaks() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      return pages.filter(Files::isRegularFile).map(page -> page.getFileName().toString()).filter(name -> !OF_ANOTHER_FORM.contains(name))
          .sorted().toList();
    }
  }
}
