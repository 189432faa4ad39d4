package vn.chitra.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * A new bank of a known kind needs only data: mapping files, and no class. {@code docs/operations/add-a-partner.md} describes the steps.
 */
class AddedBankIT {

  private static final int MINUTES = 15;
  private static final String PROFILE = "partners/vietinbank.yaml";

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
  void aBankAddedByFilesOnlyPlaysTheMonthToTheLastDong() throws Exception {
    Path mappings = folder.resolve("mappings");
    FileSystemUtils.copyRecursively(Path.of("mappings"), mappings);
    Files.copy(Path.of("src/test/resources/added-bank/vietinbank.yaml"), mappings.resolve(PROFILE));
    Path banks = mappings.resolve("banks.csv");
    Files.writeString(banks, Files.readString(banks).replace("ICBVVNVX,agribank", "ICBVVNVX,vietinbank"));

    month = MonthProcess.start(folder, "month.log", List.of("--demo.once=true", "--demo.payouts=150", "--demo.communes=24", "--demo.seed=5",
        "--hub.data-dir=" + folder.resolve("data"), "--hub.mappings=" + mappings.toUri()));

    assertThat(month.process().waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(month.process().exitValue()).as(month.stated()).isZero();
    assertThat(month.stated()).contains("sent: vietinbank", "statements of vietinbank", "Sổ sách khớp.").doesNotContain("[SAI]");
    assertThat(seenAtTheBank()).isNotEmpty();
  }

  private List<Path> seenAtTheBank() throws IOException {
    try (var files = Files.walk(folder.resolve("data/outside/sftp/root"))) {
      return files.filter(file -> file.getFileName().toString().matches("PTCTXH\\.P\\d{6}.*") && file.toString().contains("vietinbank"))
          .toList();
    }
  }
}
