package vn.chitra.hub.reconciliation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.running.RunningHub;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.SftpSandbox;

class ReportedByTheHubIT {

  @Test
  void theRunningHubWritesTheReportOfTheNineteenthByItself(@TempDir Path data) throws Exception {
    EmbeddedDatabases databases = EmbeddedDatabases.temporary();
    Map<String, String> users = AgreedPartner.passwords();
    Clock clock = Clock.fixed(Figures.EVENING_OF_THE_19TH, ZoneId.of("Asia/Ho_Chi_Minh"));
    try (SftpSandbox sftp = SftpSandbox.open(data.resolve("sftp"), users);
        RunningHub hub = RunningHub.start(clock, databases.freshHub(), databases.freshWelfare().guest(), sftp, data.resolve("hub"),
            List.copyOf(users.keySet()))) {
      ReportTables tables = new ReportTables(hub.bean(JdbcTemplate.class));
      tables.payroll("P-NCC", "NCC", Figures.NOVEMBER);
      tables.payout("P-NCC", "HELD", "BANK", "none");
      tables.payout("P-NCC", "PAID", "BANK", "agribank");

      Path page = data.resolve("hub/reports/2026-11/quyet-toan-2026-11.html");
      await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(page) && hub.bean(WriteDueReports.class).due() == 0);
      assertThat(page).content().contains("1 khoản, 500.000 đồng còn mở được tạm chuyển kỳ sau");
    }
  }
}
