package vn.chitra.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chitra.hub.repair.Act;

class OperatorsGuideTests {

  @ParameterizedTest
  @EnumSource(Act.class)
  void everyActStandsInTheGuideWithItsNumberOfPersons(Act act) throws IOException {
    assertThat(Files.readString(Path.of("docs/van-hanh.md")))
        .containsPattern("(?m)^\\| `" + act + "` \\|[^|]+\\| " + (act.movesMoney() ? 2 : 1) + " \\|[^|]+\\|$");
  }
}
