package vn.chitra.hub.routes.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitra.hub.inbound.camel.InboundSteps;

final class FilesInRouteTests {

  private static final Map<String, Object> INBOX = Map.of("partner", "buu-dien", "inbox", "direct:inbox");
  private static final Map<String, Object> HEADERS = Map.of("CamelFileParent", "/BD2511/ve", "CamelFileNameOnly", "KQ.xlsx");

  private final InboundSteps steps = mock(InboundSteps.class);

  @Test
  void archivesTheFileThenSaysUnderWhichNameItMoves(@TempDir Path folder) throws Exception {
    File local = Files.writeString(folder.resolve("KQ.xlsx"), "nội dung").toFile();
    when(steps.receive("buu-dien", "/BD2511/ve", "KQ.xlsx", local)).thenReturn("KQ.xlsx.1");

    try (RouteSlice slice = new RouteSlice("files-in", Map.of("inboundSteps", steps)).with("files-in-archive", INBOX)) {
      Exchange done = slice.give("direct:inbox", local, HEADERS);

      assertThat(done.getException()).isNull();
      assertThat(done.getProperty("hubDoneName")).isEqualTo("KQ.xlsx.1");
    }
  }

  @Test
  void aFileThatCannotBeArchivedFailsSoThatItStaysAtThePartner(@TempDir Path folder) throws Exception {
    File local = Files.writeString(folder.resolve("KQ.xlsx"), "nội dung").toFile();
    when(steps.receive("buu-dien", "/BD2511/ve", "KQ.xlsx", local)).thenThrow(new IOException("đĩa đầy"));

    try (RouteSlice slice = new RouteSlice("files-in", Map.of("inboundSteps", steps)).with("files-in-archive", INBOX)) {
      Exchange failed = slice.give("direct:inbox", local, HEADERS);

      assertThat(failed.getException()).hasMessageContaining("đĩa đầy");
      assertThat(failed.getProperty("hubDoneName")).isNull();
    }
  }
}
