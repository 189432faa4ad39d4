package vn.chitra.hub.config.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import vn.chitra.hub.config.HubSettings;
import vn.chitra.hub.config.start.ExaminedSettings;
import vn.chitra.hub.config.start.SettingsIncomplete;

/** The commands of {@code bin/chitra-hub}: a first argument that is no option. Each prints in Vietnamese, in UTF-8, and has a status. */
public final class Commands {

  static final int DONE = 0;
  static final int FAILED = 1;
  /** EX_USAGE of sysexits. */
  static final int WRONG_USE = 64;
  /** EX_CONFIG of sysexits: no restart heals it. */
  static final int WRONG_SETTINGS = 78;

  private static final Map<String, Command> KNOWN = Map.of("check", CheckCommand::run, "backup", BackupCommand::run, "restore",
      RestoreCommand::run, "archive", ArchiveCommand::archive, "unarchive", ArchiveCommand::unarchive);
  private static final String USE = """
      Cách dùng:
        chitra-hub                        chạy hub ở tiền cảnh
        chitra-hub check                  xem thiết lập và mọi nơi hub cần tới; không khởi động, không gửi, không ghi gì
        chitra-hub install                lưu lớp Java của lúc khởi động, để lần sau nhanh hơn; làm khi hub không chạy
        chitra-hub backup THƯ-MỤC         sao lưu cơ sở dữ liệu của hub, kho lưu, nhật ký gửi, cấu hình; hub vẫn chạy được
        chitra-hub restore BẢN-SAO-LƯU    khôi phục vào một cơ sở dữ liệu trống; cổng gửi luôn đóng lại
        chitra-hub archive NĂM-THÁNG      chuyển một tháng cũ đã xong vào kho lưu trữ của cơ sở dữ liệu; hub vẫn chạy được
        chitra-hub unarchive NĂM-THÁNG    đưa tháng ấy về; hub vẫn chạy được
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
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  /** The settings of databases and folders, for a command that needs no others; empty, with the reason printed, when one is wrong. */
  static Optional<HubSettings> hubSettings(ConfigurableEnvironment environment, PrintStream out) {
    List<String> complaints;
    try {
      ExaminedSettings examined = ExaminedSettings.of(environment);
      Optional<HubSettings> settings = examined.settings(HubSettings.class);
      if (settings.isPresent()) {
        return settings;
      }
      complaints = examined.complaints();
    } catch (SettingsIncomplete unreadable) {
      complaints = unreadable.complaints();
    }
    complaints.forEach(one -> out.println("SAI    thiết lập: " + one));
    return Optional.empty();
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
    int run(ConfigurableEnvironment settings, List<String> words, PrintStream out, Clock wallClock) throws InterruptedException;
  }
}
