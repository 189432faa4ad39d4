package vn.chitra.hub.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.SftpSandbox;

class HubStartIT {

  @Test
  void startsWithRealSettingsAndRests(@TempDir Path data) throws Exception {
    EmbeddedDatabases databases = EmbeddedDatabases.temporary();
    Map<String, String> users = AgreedPartner.passwords();
    try (SftpSandbox sftp = SftpSandbox.open(data.resolve("sftp"), users)) {
      Clock clock = Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh"));
      try (RunningHub hub = RunningHub.start(clock, databases.freshHub(), databases.freshWelfare().guest(), sftp, data.resolve("hub"),
          List.copyOf(users.keySet()))) {
        assertThat(hub.bean(CamelContext.class).getRoutes()).extracting(route -> route.getRouteId())
            .contains("payroll-intake-poll", "payout-plan-payroll", "bank-file-out-send", "files-in-agribank", "files-in-xa");
        await().atMost(Duration.ofSeconds(20)).until(() -> hub.due().isEmpty());
      }
    }
  }
}
