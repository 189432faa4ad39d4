package vn.chitra.hub.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The short form of {@link CrashRun}: one small month, eight faults. */
class CrashShortIT {

  @Test
  void aMonthUnderEightFaultsEndsWithBooksThatBalance() throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "crash").toAbsolutePath());
    Quiet.please();
    Tally tally = CrashPlay.play(CrashOptions.shortForm(Files.createTempDirectory(folder, "short-"), folder.resolve("images")),
        System.out);
    assertThat(tally.violations()).isEmpty();
    assertThat(tally.kills()).isEqualTo(CrashOptions.SHORT_KILLS);
  }
}
