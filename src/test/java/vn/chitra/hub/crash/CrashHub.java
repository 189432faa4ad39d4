package vn.chitra.hub.crash;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.ChiTraHub;
import vn.chitra.hub.demo.DemoWiring;
import vn.chitra.hub.operations.DueWork;
import vn.chitra.hub.repair.Repairs;

/**
 * The hub in a slim process of its own that dies at {@link CrashPoint}s. It answers {@code due <n>} on its standard input with the work
 * that is due now; it ends when its parent process ends.
 */
final class CrashHub {

  private CrashHub() {}

  public static void main(String[] settings) throws IOException {
    PrintStream replies = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.setOut(System.err);   // the log goes there; standard output is for replies
    CrashPoint.arm(System.getProperty("crash.armed", ""));
    FileClock clock = new FileClock(Path.of(System.getProperty("crash.clock")));
    ApplicationContext hub = new SpringApplicationBuilder(ChiTraHub.class).web(WebApplicationType.NONE)
        .initializers(new DemoWiring(clock)).registerShutdownHook(false).run(settings);
    replies.println("READY " + ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis());
    if (Boolean.getBoolean("crash.rehearsal")) {
      System.exit(0);   // in order: the archive of loaded classes is written now
    }
    listen(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), replies, hub);
    Runtime.getRuntime().halt(0);
  }

  private static void listen(BufferedReader orders, PrintStream replies, ApplicationContext hub) throws IOException {
    DueWork work = hub.getBean(DueWork.class);
    Persons persons = new Persons(hub.getBean(Repairs.class), hub.getBean(JdbcTemplate.class));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      String[] order = line.split(" ", 2);
      switch (order[0]) {
        case "arm" -> CrashPoint.arm(order[1]);
        case "decide" -> persons.decide();
        default -> replies.println("DUE " + order[1] + " " + due(work));
      }
    }
  }

  private static String due(DueWork work) {
    try {
      return work.due().toString();
    } catch (RuntimeException e) {
      return "unknown: " + e.getClass().getSimpleName();
    }
  }
}
