package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.StringUtils;

/** File name = flow = name of its slice test: {@code batch-gather.camel.yaml} has {@code BatchGatherRouteTests}. */
final class RouteSliceCoverageTests {

  private static final String SUFFIX = ".camel.yaml";
  private static final Path TESTS = Path.of("src/test/java/vn/chitra/hub/routes/camel");

  @Test
  void everyRouteFileHasASliceTest() throws IOException {
    assertThat(withoutTest(flows())).isEmpty();
  }

  @Test
  void aNewRouteFileWithoutATestIsFound() throws IOException {
    assertThat(withoutTest(List.of("payout-plan", "letters-in"))).containsExactly("letters-in");
  }

  @Test
  void noSliceTestOutlivesItsRouteFile() throws IOException {
    List<String> expected = flows().stream().map(RouteSliceCoverageTests::testOf).toList();
    try (Stream<Path> tests = Files.list(TESTS)) {
      assertThat(tests.map(path -> path.getFileName().toString()).filter(name -> name.endsWith("RouteTests.java")))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static List<String> withoutTest(List<String> flows) throws IOException {
    List<String> without = new ArrayList<>();
    for (String flow : flows) {
      Path test = TESTS.resolve(testOf(flow));
      if (!Files.exists(test) || !Files.readString(test).contains("new RouteSlice(")) {
        without.add(flow);
      }
    }
    return without;
  }

  private static String testOf(String flow) {
    return Arrays.stream(flow.split("-")).map(StringUtils::capitalize).collect(Collectors.joining("", "", "RouteTests.java"));
  }

  private static List<String> flows() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      return files.map(path -> path.getFileName().toString().replace(SUFFIX, "")).sorted().toList();
    }
  }
}
