package vn.chitra.hub.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.repair.HubRows;
import vn.chitra.hub.running.RunningHub;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.SftpSandbox;
import vn.chitra.hub.support.Zone;

/**
 * The console in a real Chromium, as persons use it: {@code src/test/browser/console.mjs} logs in as each role, finds a payout, reads its
 * history, gets a refusal, proposes an action and has it approved by another person. The pictures in {@code docs/images} are its own
 * ({@code -Dbrowser.images=docs/images}).
 */
class BrowserIT {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> PICTURES = List.of("dang-nhap", "khoan-chi", "nguoi-xem-bi-tu-choi", "vu-viec", "so-do-tuyen",
      "hang-doi", "de-nghi", "duyet");

  @TempDir
  private Path folder;

  @Test
  void personsOfEachRoleWorkInTheConsole() throws Exception {
    assumeThat(CHROMIUM).as("Chromium is not installed (Debian: chromium)").exists();
    assumeThat(ran("node", "--version")).as("Node is not installed (Debian: nodejs)").isTrue();
    Path script = script();
    assumeThat(ran("npm", "ci", "--prefix", script.toString(), "--no-audit", "--no-fund", "--prefer-offline"))
        .as("playwright-core cannot be had from npm").isTrue();
    Path images = Path.of(System.getProperty("browser.images", folder.resolve("images").toString())).toAbsolutePath();

    Map<String, String> users = AgreedPartner.passwords();
    EmbeddedDatabases databases = EmbeddedDatabases.temporary();
    EmbeddedDatabases.Welfare welfare = databases.freshWelfare();
    HubRows.atTheProvince(new JdbcTemplate(welfare.owner().dataSource()), 2);
    try (SftpSandbox sftp = SftpSandbox.open(folder.resolve("sftp"), users);
        RunningHub hub = RunningHub.start(Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), Zone.VIETNAM), databases.freshHub(),
            welfare.guest(), sftp, folder.resolve("hub"), List.copyOf(users.keySet()), logins())) {
      HubRows rows = new HubRows(hub.bean(JdbcTemplate.class)).payroll("RELEASED", 2);
      long held = rows.payout(1, "HELD", "TWO_ACCOUNTS", null);
      rows.openCase("PAYOUT_HELD", "payout:" + held);
      rows.payment(rows.payout(2, "OPEN", null, "agribank"), "SENT", true);
      String stated = play(script, hub.bean(Environment.class).getRequiredProperty("local.server.port"), held, images);

      assertThat(stated).contains("viewer refused, operator proposed, approver approved");
      assertThat(rows.row("payout", "payout_id", held)).containsEntry("state", "CARRIED_OVER");
      assertThat(PICTURES).allSatisfy(picture -> assertThat(images.resolve(picture + ".png")).isNotEmptyFile());
    }
  }

  private static String[] logins() {
    return Map.of("an", "viewer", "huong", "operator", "dat", "approver").entrySet().stream().flatMap(login ->
        Stream.of("hub.logins." + login.getKey() + ".password={noop}" + password(login.getKey()),
            "hub.logins." + login.getKey() + ".role=" + login.getValue())).toArray(String[]::new);
  }

  private static String password(String login) {
    return "mat-khau-" + login;
  }

  private static Path script() throws IOException {
    Path copy = Files.createDirectories(Path.of("target/browser"));
    try (Stream<Path> files = Files.list(Path.of("src/test/browser"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return copy;
  }

  private String play(Path script, String port, long payout, Path images) throws IOException, InterruptedException {
    ProcessBuilder node = new ProcessBuilder("node", script.resolve("console.mjs").toString()).redirectErrorStream(true);
    node.environment().putAll(Map.of("HUB_URL", "http://localhost:" + port, "PAYOUT", Long.toString(payout), "IMAGES", images.toString(),
        "VIEWER", "an:" + password("an"), "OPERATOR", "huong:" + password("huong"), "APPROVER", "dat:" + password("dat"), "CHROMIUM",
        CHROMIUM.toString()));
    Process process = node.start();
    String stated = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(stated).isTrue();
    assertThat(process.exitValue()).as(stated).isZero();
    return stated;
  }

  private static boolean ran(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }
}
