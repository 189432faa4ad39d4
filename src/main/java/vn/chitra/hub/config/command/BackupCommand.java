package vn.chitra.hub.config.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import vn.chitra.hub.config.HubSettings;
import vn.chitra.hub.support.Zone;

/**
 * {@code bin/chitra-hub backup FOLDER}: the hub's own database, then the journal of sent files, then the archive, and the configuration.
 * The hub may be at work: a file is archived before a row or a line of the journal names it, so an archive copied after both holds all
 * that they name.
 */
final class BackupCommand {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Personal data: of the hub's user alone, whatever the folder around it allows. */
  private static final FileAttribute<?> OWN = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private BackupCommand() {}

  static int run(ConfigurableEnvironment environment, List<String> words, PrintStream out, Clock wallClock) throws InterruptedException {
    if (words.size() != 1) {
      out.println("Cần một thư mục: chitra-hub backup /sao-luu/chitra-hub");
      return Commands.WRONG_USE;
    }
    Optional<HubSettings> settings = Commands.hubSettings(environment, out);
    if (settings.isEmpty()) {
      return Commands.WRONG_SETTINGS;
    }
    try {
      return backup(environment, settings.get(), Path.of(words.get(0)), out, wallClock);
    } catch (IOException e) {
      out.println("KHÔNG THÀNH: không đọc hoặc ghi được " + e.getMessage());
    } catch (PostgresTools.Failed e) {
      out.println("KHÔNG THÀNH: " + e.getMessage());
    }
    return Commands.FAILED;
  }

  private static int backup(ConfigurableEnvironment environment, HubSettings settings, Path folder, PrintStream out, Clock wallClock)
      throws IOException, PostgresTools.Failed, InterruptedException {
    Files.createDirectories(folder);
    String stamp = LocalDateTime.ofInstant(wallClock.instant(), Zone.VIETNAM).format(STAMP);
    BackupFolder part = new BackupFolder(Files.createDirectory(folder.resolve(stamp + ".part"), OWN));
    new PostgresTools(settings.database()).dump(part.dump());
    Path archive = settings.dataDir().resolve("archive");
    if (!Files.exists(part.archive())) {
      Files.createDirectory(part.archive(), OWN);
    }
    if (Files.exists(archive.resolve("sent.journal"))) {
      Files.copy(archive.resolve("sent.journal"), part.journal());
    }
    ArchiveCopy copy = new ArchiveCopy(archive, part.archive()).run();
    configuration(environment, settings, part.configuration());
    part.writeSums();
    Path whole = Files.move(part.path(), folder.resolve(stamp), StandardCopyOption.ATOMIC_MOVE);
    out.println("Đã sao lưu vào " + whole + ": cơ sở dữ liệu, nhật ký gửi, cấu hình; kho lưu thêm " + copy.copied() + " tệp, đã có "
        + copy.there() + " tệp.");
    copy.damaged().forEach(hash -> out.println("HỎNG: tệp " + hash + " trong kho không còn đúng mã băm của nó, không được chép; tìm bản sao"
        + " lưu trước còn giữ nó"));
    return copy.damaged().isEmpty() ? Commands.DONE : Commands.FAILED;
  }

  /** The settings file, the mapping files and own route files; keys and certificates that settings name are kept elsewhere. */
  private static void configuration(ConfigurableEnvironment environment, HubSettings settings, Path folder) throws IOException {
    Files.createDirectories(folder);
    String file = environment.getProperty("hub.settings");
    if (file != null) {
      Files.copy(Path.of(file), folder.resolve(Path.of(file).getFileName()));
    }
    for (String pattern : settings.routes().split(",")) {
      for (Resource routes : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        if (routes.isFile() && pattern.startsWith("file:")) {
          Path copy = folder.resolve("routes").resolve(String.valueOf(routes.getFilename()));
          Files.createDirectories(copy.getParent());
          Files.copy(routes.getFile().toPath(), copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    Resource mappings = new DefaultResourceLoader().getResource(settings.mappings());
    if (mappings.isFile()) {
      Path root = mappings.getFile().toPath();
      try (Stream<Path> files = Files.walk(root)) {
        for (Path one : files.filter(Files::isRegularFile).toList()) {
          Path copy = folder.resolve("mappings").resolve(root.relativize(one).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(one, copy);
        }
      }
    }
  }
}
