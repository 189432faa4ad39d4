package vn.chitra.hub.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@link CrashRun}: one month, eight blows. */
class CrashShortIT {

  private static final int KILLS = 8;

  @Test
  void aMonthWithEightBlowsEndsWithBooksThatAgree(@TempDir Path folder) throws Exception {
    Quiet.please();
    Tally tally = CrashPlay.play(new CrashOptions(KILLS, KILLS, 1, 5_000, 6, Plant.NONE, folder,
        Path.of("target", "crash", "images").toAbsolutePath()), System.out);
    assertThat(tally.violations()).isEmpty();
    assertThat(tally.kills()).isEqualTo(KILLS);
  }
}
