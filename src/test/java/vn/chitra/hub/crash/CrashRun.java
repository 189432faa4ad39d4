package vn.chitra.hub.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The long form: {@code ./mvnw -B -Pcrash verify -Dcrash.kills=200 -Dcrash.seed=1}. */
class CrashRun {

  @Test
  void noKillLosesMoneyOrPaysItTwice() throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "crash").toAbsolutePath());
    Quiet.please();
    CrashOptions options = CrashOptions.fromProperties(Files.createTempDirectory(folder, "run-"), folder.resolve("images"));
    Tally tally = CrashPlay.play(options, System.out);
    assertThat(tally.violations()).isEmpty();
    assertThat(tally.kills()).as("the months of known holidays were too few").isGreaterThanOrEqualTo(options.kills());
  }
}
