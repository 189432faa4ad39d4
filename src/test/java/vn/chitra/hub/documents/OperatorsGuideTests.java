package vn.chitra.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chitra.hub.repair.RepairAction;

class OperatorsGuideTests {

  @ParameterizedTest
  @EnumSource(RepairAction.class)
  void everyActionStandsInTheGuideWithItsNumberOfPersons(RepairAction action) throws IOException {
    assertThat(Files.readString(Path.of("docs/van-hanh.md")))
        .containsPattern("(?m)^\\| `" + action + "` \\|[^|]+\\| " + (action.movesMoney() ? 2 : 1) + " \\|[^|]+\\|$");
  }
}
