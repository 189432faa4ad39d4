package vn.chitra.hub.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
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
            .contains("payroll-intake-poll", "payout-plan-payroll", "batch-gather-bank-api", "batch-gather-commune", "outbound-file-bank",
                "outbound-file-post-office", "outbound-file-commune", "files-in-agribank", "files-in-xa");
        await().atMost(Duration.ofSeconds(20)).until(() -> hub.due().isEmpty());
        everyStepHasANoteInTheDiagram(hub.bean(CamelContext.class));
        theConsoleIsClosedWithoutLogins(hub.bean(Environment.class).getRequiredProperty("local.server.port"));
      }
    }
  }

  /** Hawtio's diagram draws what the managed context dumps, and shows of a step its note. */
  private static void everyStepHasANoteInTheDiagram(CamelContext camel) throws Exception {
    ManagedCamelContext managed = camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
    for (Route route : camel.getRoutes()) {
      String drawn = managed.getManagedRoute(route.getRouteId()).dumpRouteAsXml();
      assertThat(Pattern.compile("<(bean|to|toD|process|split|choice|filter|loop|multicast|circuitBreaker)\\b[^>]*>").matcher(drawn)
          .results().map(MatchResult::group)).as(route.getRouteId()).allSatisfy(step -> assertThat(step).contains(" note=\""));
    }
  }

  private static void theConsoleIsClosedWithoutLogins(String port) throws Exception {
    for (String path : List.of("/", "/login", "/actuator/health", "/actuator/jolokia/", "/actuator/hawtio/", "/artemis/",
        "/actuator/prometheus")) {
      assertThat(status(port, path)).as(path).isIn(401, 403);
    }
    assertThat(status(port, "/actuator/health/liveness")).isEqualTo(200);
  }

  private static int status(String port, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
