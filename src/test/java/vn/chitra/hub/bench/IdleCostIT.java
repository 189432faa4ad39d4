package vn.chitra.hub.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.api.management.ManagedCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.running.RunningHub;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.SftpSandbox;
import vn.chitra.hub.support.Zone;

/**
 * A hub with old payouts and nothing to do: its timers find due work by indexes and write nothing, however long the history is, and its
 * metrics count no closed month. The large tables are those that grow with it.
 */
class IdleCostIT {

  private static final int OLD_PAYOUTS = 20_000;
  private static final int LARGE = 5_000;
  private static final int TICKS = 12;

  private record Touched(long rowsReadWhole, long rowsWritten) {}

  @TempDir
  Path folder;

  @Test
  void noTimerReadsALargeTableWholeOrWritesToIt() throws Exception {
    EmbeddedDatabases databases = EmbeddedDatabases.temporary();
    Map<String, String> users = AgreedPartner.passwords();
    Clock clock = Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), Zone.VIETNAM);
    DatabaseAccess database = databases.freshHub();
    try (SftpSandbox sftp = SftpSandbox.open(folder.resolve("sftp"), users);
        RunningHub hub = RunningHub.start(clock, database, databases.freshWelfare().guest(), sftp, folder.resolve("hub"),
            List.copyOf(users.keySet()), "hub.poll.recovery=200ms")) {
      JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
      History.fill(new DatabaseAccess(database.url(), "postgres", "postgres"), OLD_PAYOUTS);
      everyTimerFires(hub, TICKS);
      Map<String, Touched> before = touched(jdbc);
      assertThat(before.keySet()).contains("payout", "payment", "booking", "payment_status", "payout_result");

      hub.bean(MeterRegistry.class).getMeters().forEach(meter -> meter.measure().forEach(Measurement::getValue));
      everyTimerFires(hub, TICKS);

      Map<String, Touched> since = new TreeMap<>();
      touched(jdbc).forEach((table, now) -> since.put(table, new Touched(now.rowsReadWhole() - before.get(table).rowsReadWhole(),
          now.rowsWritten() - before.get(table).rowsWritten())));
      assertThat(since).allSatisfy((table, touched) -> assertThat(touched).isEqualTo(new Touched(0, 0)));
    }
  }

  /** Waits until each timer has fired so often again. */
  private static void everyTimerFires(RunningHub hub, int times) {
    CamelContext camel = hub.bean(CamelContext.class);
    ManagedCamelContext managed = camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
    List<String> timers = camel.getRoutes().stream().filter(route -> route.getEndpoint().getEndpointUri().startsWith("timer:"))
        .map(Route::getRouteId).toList();
    assertThat(timers).hasSizeGreaterThan(15);
    Map<String, Long> wanted = timers.stream().collect(Collectors.toMap(id -> id, id -> fired(managed, id) + times));
    await().atMost(Duration.ofMinutes(5)).until(() -> timers.stream().allMatch(id -> fired(managed, id) >= wanted.get(id)));
  }

  private static long fired(ManagedCamelContext managed, String route) {
    try {
      return managed.getManagedRoute(route).getExchangesTotal();
    } catch (Exception e) {
      throw new IllegalStateException(route, e);
    }
  }

  private static Map<String, Touched> touched(JdbcTemplate jdbc) {
    Map<String, Touched> touched = new TreeMap<>();
    jdbc.query("select relname, seq_tup_read, n_tup_ins + n_tup_upd + n_tup_del from pg_stat_user_tables where n_live_tup >= ?",
        row -> {
          touched.put(row.getString(1), new Touched(row.getLong(2), row.getLong(3)));
        }, LARGE);
    return touched;
  }
}
