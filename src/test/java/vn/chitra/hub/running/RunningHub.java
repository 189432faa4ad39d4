package vn.chitra.hub.running;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import vn.chitra.hub.ChiTraHub;
import vn.chitra.hub.operations.DueWork;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.SftpSandbox;
import vn.chitra.hub.sim.bank.PgpKeys;
import vn.chitra.hub.sim.bankapi.DeadApi;

/** One hub process for a test or a demo: its whole configuration comes from settings, its business clock from the caller. */
public final class RunningHub implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private RunningHub(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** @param more further settings, as {@code name=value} */
  public static RunningHub start(Clock businessClock, DatabaseAccess hub, DatabaseAccess welfare, SftpSandbox sftp, Path dataDir,
      List<String> connections, String... more) {
    List<String> settings = new ArrayList<>(List.of("--server.port=0", "--hub.plain-passwords=true", "--hub.data-dir=" + dataDir,
        "--hub.database.url=" + hub.url(), "--hub.database.username=" + hub.username(), "--hub.database.password=" + hub.password(),
        "--hub.welfare.url=" + welfare.url(), "--hub.welfare.username=" + welfare.username(),
        "--hub.welfare.password=" + welfare.password()));
    for (String poll : List.of("payrolls", "batches", "inbox", "results", "reconciliation", "outbox", "alerts")) {
      String setting = "hub.poll." + poll + "=";
      if (Arrays.stream(more).noneMatch(one -> one.startsWith(setting))) {
        settings.add("--" + setting + "200ms");
      }
    }
    for (String connection : connections) {
      Map.of("host", sftp.host(), "port", String.valueOf(sftp.port()), "username", connection, "password", sftp.password(connection),
              "known-hosts", sftp.knownHosts().toString())
          .forEach((key, value) -> settings.add("--hub.sftp." + connection + "." + key + "=" + value));
    }
    if (Arrays.stream(more).noneMatch(one -> one.startsWith("hub.api."))) {
      DeadApi.settings(dataDir).forEach(one -> settings.add("--" + one));
    }
    PgpKeys.settings(dataDir.resolveSibling("keys"), AgreedPartner.all()).forEach(setting -> settings.add("--" + setting));
    for (String one : more) {
      settings.add("--" + one);
    }
    SpringApplication application = new SpringApplicationBuilder(ChiTraHub.class).application();
    application.addInitializers(context -> ((GenericApplicationContext) context)
        .registerBean("businessClock", Clock.class, () -> businessClock, definition -> definition.setPrimary(true)));
    return new RunningHub(application.run(settings.toArray(String[]::new)));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** All of that type; there may be none. */
  public <T> Collection<T> beans(Class<T> type) {
    return context.getBeansOfType(type).values();
  }

  /** The due work; empty when the hub has none. */
  public Map<String, Long> due() {
    return context.getBean(DueWork.class).due();
  }

  @Override
  public void close() {
    context.close();
  }
}
