package vn.chitra.hub.reconciliation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class ReportSettingsTests {

  private final ReportSettings.Report report = new ReportSettings.Report(19, LocalTime.of(18, 0), null, null, null);

  @Test
  void comesDueOnItsDayAtItsTime() {
    assertThat(report.latestDue(LocalDateTime.parse("2026-11-19T17:59:59"))).isEqualTo(YearMonth.of(2026, 10));
    assertThat(report.latestDue(LocalDateTime.parse("2026-11-19T18:00"))).isEqualTo(YearMonth.of(2026, 11));
    assertThat(report.latestDue(LocalDateTime.parse("2027-01-01T00:00"))).isEqualTo(YearMonth.of(2026, 12));
  }

  @Test
  void liesBelowTheDataDirectoryByMonth() {
    assertThat(new ReportSettings(Path.of("/srv/hub"), report).folder(YearMonth.of(2026, 11))).hasToString("/srv/hub/reports/2026-11");
  }
}
