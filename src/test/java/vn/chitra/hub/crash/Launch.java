package vn.chitra.hub.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vn.chitra.hub.demo.DemoOptions;
import vn.chitra.hub.demo.DemoWorld;
import vn.chitra.hub.sim.mail.MailSandbox;

/** Starts the hub's process: from the image, with the simulated world's settings and short intervals. */
final class Launch {

  private static final List<String> QUICK = List.of("hub.poll.payrolls=250ms", "hub.poll.batches=250ms", "hub.poll.inbox=250ms",
      "hub.poll.results=250ms", "hub.poll.reconciliation=300ms", "hub.poll.alerts=300ms", "hub.poll.outbox=60ms", "hub.poll.recovery=1s",
      "hub.mail.per-hour=100000", "hub.without-logins=true", "hub.mail.recipients.operator=van-hanh@phutho.example",
      "hub.mail.recipients.accountant=ke-toan@phutho.example", "hub.mail.recipients.engineer=ky-thuat@phutho.example");
  /** Nothing here is asked by web, JMX or a scraper; what is not asked need not be made. */
  private static final List<String> SLIM = List.of("spring.main.lazy-initialization=true", "spring.jmx.enabled=false",
      "camel.main.jmx-enabled=false", "management.defaults.metrics.export.enabled=false", "spring.jpa.hibernate.ddl-auto=none",
      "logging.level.org.apache.sshd=ERROR");

  private final DemoWorld world;
  private final MailSandbox mail;
  private final CrashOptions options;
  private final SlimImage image;
  private boolean migrated;

  Launch(DemoWorld world, MailSandbox mail, CrashOptions options) throws IOException {
    this.world = world;
    this.mail = mail;
    this.options = options;
    this.image = SlimImage.of(options.images());
  }

  /** Whether the image has its archive of loaded classes; the process that makes it ends by itself when it is ready. */
  boolean isRehearsed() {
    return Files.exists(image.archive());
  }

  /** @param steps that it dies at, as {@link CrashPoint#arm} reads them */
  HubProcess hub(String steps) throws IOException {
    List<String> settings = new ArrayList<>(world.settings());
    QUICK.forEach(setting -> settings.add("--" + setting));
    SLIM.forEach(setting -> settings.add("--" + setting));
    settings.add("--spring.flyway.enabled=" + !migrated);
    mail.settings().forEach((name, value) -> settings.add("--" + name + "=" + value));
    settings.add("--hub.data-dir=" + home());
    List<String> properties = List.of("crash.clock=" + DemoWorld.folder(demo()).resolve("clock"), "crash.armed=" + steps,
        "crash.rehearsal=" + !isRehearsed(),
        Plant.PROPERTY + "=" + (options.plant() == Plant.NONE ? "" : options.plant()));
    return HubProcess.start(image, properties, settings, log());
  }

  /** A hub was ready: its tables stand, and need not be looked at again. */
  void wasReady() {
    migrated = true;
  }

  /** The hub's data directory. */
  Path home() {
    return options.folder().resolve("hub");
  }

  Path log() {
    return options.folder().resolve("hub.log");
  }

  private DemoOptions demo() {
    return new DemoOptions(true, 1, 0, 1, options.folder(), "", List.of());
  }
}
