package vn.chitra.hub.bench.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest file of a bank passes through a small heap: written, checked, encrypted and opened. */
class LargeFileIT {

  private static final int MOST_TRANSACTIONS = 100_000;

  @TempDir
  private Path folder;

  @Test
  void aHundredThousandPaymentsPassThroughAQuarterOfTheHeapThatIsAllowed() throws Exception {
    LinesProcess done = LinesProcess.run("bank-iso", MOST_TRANSACTIONS, "64m", folder);

    assertThat(done.figure("files")).isOne();
    assertThat(done.figure("bytes")).isGreaterThan(MOST_TRANSACTIONS * 350L);
    assertThat(done.peak("peak-live")).isPositive().isLessThan(48L << 20);
  }
}
