package vn.chitra.hub.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.ChiTraHub;
import vn.chitra.hub.operations.DueWork;
import vn.chitra.hub.repair.Repairs;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.support.TimerWakes;

/**
 * The first command of the README: the hub with a simulated world around it plays a month on business time. Killed at any moment and
 * started again on the same data directory, it continues.
 */
public final class DemoMonth {

  /** The driver wakes the hub's timers where work is due; only folders of partners are looked into by the clock. */
  private static final List<String> QUICK = List.of("hub.poll.inbox=10s", "hub.poll.recovery=5s", "logging.level.org.apache.sshd=ERROR");

  /**
   * Many statements for few rows: planning each anew costs PostgreSQL more than running it. A kill of any process loses nothing that was
   * committed; a machine that loses its power may, for nothing waits for the disk.
   */
  private static final Map<String, String> DATABASE = Map.of("plan_cache_mode", "force_generic_plan", "jit", "off", "fsync", "off");

  private static final int INTERRUPTED = 130;

  private final DemoOptions options;
  private final DemoLogins logins;
  private final PrintStream console;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private DemoMonth(DemoOptions options, PrintStream console) {
    this.options = options;
    this.logins = DemoLogins.of(options);
    this.console = console;
  }

  /** Ends with status 0 only if the checks hold; without {@code --demo.once=true} it stays up. */
  public static void main(String[] arguments) {
    LoggingSystem.get(DemoMonth.class.getClassLoader()).beforeInitialize();   // quiet until the hub's own settings hold
    PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    int status = 1;
    try {
      DemoMonth month = new DemoMonth(DemoOptions.of(arguments), console);
      Runtime.getRuntime().addShutdownHook(new Thread(month::endInOrder, "demo-ends"));
      status = month.play();
    } catch (Exception e) {
      e.printStackTrace(console);
    }
    System.exit(status);
  }

  /** On Ctrl+C: the hub ends before the databases that it stands on. */
  private void endInOrder() {
    stopped.countDown();
    try {
      if (!closed.await(40, TimeUnit.SECONDS)) {
        console.println("Chưa đóng xong sau 40 giây; dừng ngay.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int play() throws Exception {
    console.println("Nhật ký của hệ thống: " + log() + ". Mở cơ sở dữ liệu, máy chủ SFTP và dữ liệu tỉnh trong "
        + options.dataDir().toAbsolutePath().normalize() + " …");
    try (DemoWorld world = DemoWorld.open(options, DATABASE)) {
      DemoClock clock = DemoClock.open(DemoWorld.folder(options).resolve("clock"), BusinessDays.at(DemoWorld.START, 7, 0));
      console.println("Kỳ " + world.plan().month() + ": " + world.plan().payouts() + " dòng, hạt giống " + world.plan().seed()
          + ", giờ nghiệp vụ " + clock.instant().atZone(BusinessDays.ZONE).toLocalDateTime());
      try (ConfigurableApplicationContext hub = startHub(world, clock)) {
        return playIn(hub, world, clock);
      }
    } finally {
      closed.countDown();
    }
  }

  private ConfigurableApplicationContext startHub(DemoWorld world, DemoClock clock) {
    List<String> arguments = new ArrayList<>(options.given());
    arguments.addAll(world.settings());
    add(arguments, "hub.data-dir=" + options.dataDir());
    QUICK.forEach(setting -> add(arguments, setting));
    add(arguments, "logging.file.name=" + log());
    add(arguments, "logging.threshold.console=off");
    logins.settings().forEach(setting -> add(arguments, setting));
    if (options.once()) {
      add(arguments, "server.port=0");
    }
    return new SpringApplicationBuilder(ChiTraHub.class).initializers(new DemoWiring(clock)).registerShutdownHook(false)
        .run(arguments.toArray(String[]::new));
  }

  /** The hub's lines; between the days of the month they would only hide them. */
  private Path log() {
    return options.dataDir().toAbsolutePath().normalize().resolve("hub.log");
  }

  private void add(List<String> arguments, String setting) {
    if (!options.says(setting.substring(0, setting.indexOf('=')))) {
      arguments.add("--" + setting);
    }
  }

  private int playIn(ConfigurableApplicationContext hub, DemoWorld world, DemoClock clock) throws InterruptedException {
    JdbcTemplate books = new JdbcTemplate(world.hub().dataSource());
    String port = hub.getEnvironment().getRequiredProperty("local.server.port");
    logins.print(console, "http://localhost:" + port);
    world.hubListensAt("http://localhost:" + port);
    Officers officers = options.eventful() ? Officers.two(hub.getBean(Repairs.class), books) : Officers.none();
    DemoDriver driver = new DemoDriver(world, new WokenHub(hub.getBean(DueWork.class), hub.getBean(TimerWakes.class),
        new InboxWakes(hub.getBean(CamelContext.class))::wake), clock, new DailyLine(books, console), officers, stopped);
    if (!driver.playUntil(end())) {
      return INTERRUPTED;
    }
    BooksCheck check = new BooksCheck(books, new JdbcTemplate(world.welfare().dataSource()),
        new JdbcTemplate(world.partners().dataSource()));
    List<BooksCheck.Finding> findings = new ArrayList<>(check.findings());
    if (options.eventful()) {
      findings.addAll(check.ofTheQuarter(DemoWorld.MONTH, DemoWorld.MONTH.plusMonths(options.months() - 1L)));
    }
    boolean good = new DemoReport(books, console).print(findings, options, world);
    if (!options.once()) {
      logins.print(console, "http://localhost:" + port);
      console.println("Hệ thống vẫn chạy; Ctrl+C để dừng.");
      driver.stayUp();
    }
    return good ? 0 : 1;
  }

  /** The month's report day is over: the 21st of the last month. */
  private Instant end() {
    return BusinessDays.at(DemoWorld.MONTH.plusMonths(options.months() - 1L).atDay(21), 8, 0);
  }
}
