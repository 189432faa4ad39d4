package vn.chitra.hub.config.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** The commands of {@code bin/chitra-hub}: a first argument that is no option. Each prints in Vietnamese, in UTF-8, and ends with a status. */
public final class Commands {

  static final int DONE = 0;
  /** EX_USAGE of sysexits. */
  static final int WRONG_USE = 64;
  /** EX_CONFIG of sysexits: no restart heals it. */
  static final int WRONG_SETTINGS = 78;

  private static final Map<String, Command> KNOWN = Map.of("check", CheckCommand::run);
  private static final String USE = """
      Cách dùng:
        chitra-hub                        chạy hub ở tiền cảnh
        chitra-hub check                  xem thiết lập và mọi nơi hub cần tới; không khởi động, không gửi, không ghi gì
      Thiết lập: HUB_SETTINGS hoặc biến môi trường, như khi chạy hub; xem docs/operations/configuration.md.
      """;

  private Commands() {}

  /** Whether the arguments name a command; without one the hub itself is to start. */
  public static boolean isIn(String[] arguments) {
    return arguments.length > 0 && !arguments[0].startsWith("-");
  }

  /** Runs the command on the standard output. */
  public static int run(String[] arguments) {
    return run(arguments, new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8), Clock.systemUTC());
  }

  /** @return the exit status of the process */
  static int run(String[] arguments, PrintStream out, Clock wallClock) {
    Command command = KNOWN.get(arguments[0]);
    if (command == null) {
      out.println("Không có lệnh " + arguments[0] + ".");
      out.print(USE);
      return WRONG_USE;
    }
    SpringApplication application = new SpringApplication(NoBeans.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    List<String> rest = List.of(arguments).subList(1, arguments.length);
    String[] options = rest.stream().filter(one -> one.startsWith("--")).toArray(String[]::new);
    List<String> words = rest.stream().filter(one -> !Arrays.asList(options).contains(one)).toList();
    try (ConfigurableApplicationContext context = application.run(options)) {
      return command.run(context.getEnvironment(), words, out, wallClock);
    }
  }

  /** A command has the hub's settings and none of its beans: nothing starts. */
  @Configuration(proxyBeanMethods = false)
  static class NoBeans {}

  /** One command. */
  @FunctionalInterface
  interface Command {

    /**
     * @param words the arguments behind the command that are no settings
     * @return the exit status
     */
    int run(ConfigurableEnvironment settings, List<String> words, PrintStream out, Clock wallClock);
  }
}
