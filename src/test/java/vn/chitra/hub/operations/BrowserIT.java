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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
 * The console in a real Chromium, as persons use it: {@code src/test/browser/console.mjs} logs in as each role, changes the language by
 * keyboard, takes a picture of each page on screen and printed, finds a payout, reads its history, gets a refusal, proposes an action and
 * has it approved by another person. On paper no text is below 9 points and no table is cut. The pictures in {@code docs/images} and
 * {@code docs/console-pictures} are its own ({@code -Dbrowser.images=docs/images -Dbrowser.pages=docs/console-pictures}).
 */
class BrowserIT {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  /** Bytes. */
  private static final int LARGEST_PICTURES = 2_560 * 1024;
  private static final List<String> PICTURES = List.of("dang-nhap", "khoan-chi", "nguoi-xem-bi-tu-choi", "vu-viec", "so-do-tuyen",
      "hang-doi", "de-nghi", "duyet");
  /** Each page of the console; a word in braces stands for an id. */
  private static final Map<String, String> PAGES = Map.ofEntries(Map.entry("tong-quan", "/"), Map.entry("vu-viec", "/cases"),
      Map.entry("mot-vu-viec", "/cases/{case}"), Map.entry("khoan-chi", "/payouts/{sent}"),
      Map.entry("tim", "/search?q=T%C3%A2n%20Ho%C3%A0%2C%201942"),
      Map.entry("xem-truoc", "/actions?action=CARRY_OVER_PAYOUT&about=payout:{payout}"), Map.entry("duyet", "/approvals"),
      Map.entry("mot-de-nghi", "/approvals/1"), Map.entry("thang", "/months"), Map.entry("mot-thang", "/months/2026-11"),
      Map.entry("khong-tien-mat", "/cashless/2026-10"), Map.entry("con-tien-mat", "/cashless/2026-11/04792"),
      Map.entry("tep-gui", "/batches"), Map.entry("mot-tep", "/batches/{batch}"), Map.entry("lich-cho", "/expected"),
      Map.entry("thong-diep-chet", "/dead-letters"), Map.entry("nhat-ky", "/audit"), Map.entry("mot-vu-viec-nhom", "/cases/{group}"),
      Map.entry("suc-khoe", "/health"), Map.entry("chay-thu", "/dry-runs"),
      Map.entry("mot-lan-chay-thu", "/dry-runs/payroll?id=" + PictureRows.DRAFT), Map.entry("bang-chi", "/payrolls?month=2026-11"),
      Map.entry("mot-bang-chi", "/payrolls/" + HubRows.PAYROLL), Map.entry("tep-nhan", "/files"),
      Map.entry("mot-tep-nhan", "/files/{received}"));

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

    Optional<Path> pages = Optional.ofNullable(System.getProperty("browser.pages")).map(Path::of).map(Path::toAbsolutePath);
    Map<String, String> users = AgreedPartner.passwords();
    EmbeddedDatabases databases = EmbeddedDatabases.temporary();
    EmbeddedDatabases.Welfare welfare = databases.freshWelfare();
    PictureRows.draft(new JdbcTemplate(welfare.owner().dataSource()));
    try (SftpSandbox sftp = SftpSandbox.open(folder.resolve("sftp"), users);
        RunningHub hub = RunningHub.start(Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), Zone.VIETNAM), databases.freshHub(),
            welfare.guest(), sftp, folder.resolve("hub"), List.copyOf(users.keySet()), logins())) {
      PictureRows rows = new PictureRows(hub);
      PictureRows.deadLetter(hub);
      String stated = play(script, hub.bean(Environment.class).getRequiredProperty("local.server.port"), rows, images, pages);

      assertThat(stated).contains("viewer refused, operator proposed, approver approved");
      assertThat(new HubRows(hub.bean(JdbcTemplate.class)).row("payout", "payout_id", rows.held)).containsEntry("state", "CARRIED_OVER");
      assertThat(PICTURES).allSatisfy(picture -> assertThat(images.resolve(picture + ".png")).isNotEmptyFile());
      if (pages.isPresent()) {
        pictures(pages.get());
      }
    }
  }

  /** For the documents: of each page, in both languages and printed, and together not large. */
  private static void pictures(Path folder) throws IOException {
    assertThat(PAGES.keySet()).allSatisfy(page -> assertThat(List.of("trang-" + page, "trang-" + page + "-en", "in-" + page)).allSatisfy(
        picture -> assertThat(folder.resolve(picture + ".png")).isNotEmptyFile()));
    assertThat(folder.resolve("in-bao-cao-quyet-toan.png")).isNotEmptyFile();
    assertThat(size(folder)).isLessThan(LARGEST_PICTURES);
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static String pages(PictureRows rows) {
    return PAGES.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(page -> "\"" + page.getKey() + "\": \"" + page.getValue()
        .replace("{payout}", Long.toString(rows.held)).replace("{sent}", Long.toString(rows.sent))
        .replace("{case}", Long.toString(rows.overdueCase)).replace("{group}", Long.toString(rows.groupCase))
        .replace("{batch}", Long.toString(rows.batch)).replace("{received}", Long.toString(rows.received)) + "\"").collect(Collectors.joining(", ", "{", "}"));
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

  private String play(Path script, String port, PictureRows rows, Path images, Optional<Path> pages) throws IOException, InterruptedException {
    ProcessBuilder node = new ProcessBuilder("node", script.resolve("console.mjs").toString()).redirectErrorStream(true);
    node.environment().putAll(Map.of("HUB_URL", "http://localhost:" + port, "PAYOUT", Long.toString(rows.held), "IMAGES", images.toString(),
        "VIEWER", "an:" + password("an"), "OPERATOR", "huong:" + password("huong"), "APPROVER", "dat:" + password("dat"), "CHROMIUM",
        CHROMIUM.toString()));
    node.environment().put("PAGES", pages(rows));
    pages.ifPresent(folder -> node.environment().put("PAGE_IMAGES", folder.toString()));
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
