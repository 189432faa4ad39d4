package vn.chitra.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first command as a process of its own: killed in the middle of the month and started again, it ends with books that balance. */
class KilledMonthIT {

  private static final Duration STARTED = Duration.ofMinutes(5);
  private static final int MINUTES = 15;

  @TempDir
  Path folder;

  private Process process;

  @AfterEach
  void end() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void aMonthKilledBetweenFilesEndsAsIfNothingHadHappened() throws Exception {
    process = month("first.log");
    await().atMost(STARTED).until(() -> !process.isAlive() || log("first.log").contains("sent: agribank"));
    assertThat(process.isAlive()).as(log("first.log")).isTrue();
    process.destroyForcibly().waitFor();

    process = month("second.log");

    assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(log("second.log")).isZero();
    assertThat(log("second.log")).contains("Sổ sách khớp.").doesNotContain("[SAI]");
  }

  private Process month(String log) throws IOException {
    String classes = Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
        .split(File.pathSeparator)).map(entry -> Path.of(entry).toAbsolutePath().normalize()).filter(Files::exists).distinct()
        .filter(entry -> !entry.getFileName().toString().startsWith("chitra-hub")).map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
    Path arguments = Files.writeString(folder.resolve("arguments"), "-cp \"" + classes + "\"\n", StandardCharsets.UTF_8);
    return new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m",
        "-XX:TieredStopAtLevel=1", "@" + arguments, DemoMonth.class.getName(), "--demo.once=true", "--demo.payouts=120", "--demo.seed=11",
        "--hub.data-dir=" + folder.resolve("data")))
        .redirectErrorStream(true).redirectOutput(new File(folder.toFile(), log)).start();
  }

  private String log(String name) throws IOException {
    Path file = folder.resolve(name);
    return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
  }
}
