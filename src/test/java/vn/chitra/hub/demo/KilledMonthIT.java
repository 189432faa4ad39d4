package vn.chitra.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo command as a process of its own: killed in the middle of the month and started again, it ends with a balanced settlement. */
class KilledMonthIT {

  private static final Duration STARTED = Duration.ofMinutes(5);
  private static final int MINUTES = 15;

  @TempDir
  Path folder;

  private MonthProcess month;

  @AfterEach
  void end() {
    if (month != null) {
      month.process().destroyForcibly();
    }
  }

  @Test
  void aMonthKilledBetweenFilesEndsAsIfNothingHadHappened() throws Exception {
    start("first.log");
    await().atMost(STARTED).until(() -> !month.process().isAlive() || month.stated().contains("sent: agribank"));
    assertThat(month.process().isAlive()).as(month.stated()).isTrue();
    month.process().destroyForcibly().waitFor();

    start("second.log");

    assertThat(month.process().waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(month.process().exitValue()).as(month.stated()).isZero();
    assertThat(month.stated()).contains("Sổ sách khớp.").doesNotContain("[SAI]");
  }

  private void start(String log) throws IOException {
    month = MonthProcess.start(folder, log, List.of("--demo.once=true", "--demo.payouts=120", "--demo.communes=24", "--demo.seed=11",
        "--hub.data-dir=" + folder.resolve("data")));
  }
}
