package vn.chitra.hub.inbound.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.HealthContributorRegistry;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import vn.chitra.hub.running.RunningHub;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.OpenSsh;

/** A hub that polls partners on the server that most of them run. */
class OpenSshInboxIT {

  /** Longer than a lost send keeps its lease (2 minutes) and a silent server its connection (1 minute). */
  private static final Duration SOON = Duration.ofMinutes(4);

  @TempDir
  static Path folder;

  private static OpenSsh ssh;
  private static RunningHub hub;
  private static JdbcTemplate jdbc;

  @BeforeAll
  static void open() throws Exception {
    assumeThat(OpenSsh.installed()).as(OpenSsh.missing()).isPresent();
    ssh = OpenSsh.in(folder.resolve("ssh"));
    for (String path : List.of("agribank/out", "buu-dien/BD2511/out", "buu-dien/BD2512/out", "buu-dien/BD2513/out", "xa/04792/ve")) {
      ssh.folder(path);
    }
    ssh.start();
    EmbeddedDatabases databases = EmbeddedDatabases.temporary();
    hub = RunningHub.start(Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh")), databases.freshHub(),
        databases.freshWelfare().guest(), null, folder.resolve("hub"), List.of(), settings());
    jdbc = hub.bean(JdbcTemplate.class);
  }

  @AfterAll
  static void close() throws Exception {
    if (hub != null) {
      hub.close();
    }
    if (ssh != null) {
      ssh.close();
    }
  }

  @Test
  void aFileIsArchivedAndMovedToDoneBesideIt() throws Exception {
    Path out = ssh.home().resolve("agribank/out");
    Files.writeString(out.resolve("la.txt"), "không theo hợp đồng");
    Files.writeString(ssh.folder("agribank/out/done").resolve("la.txt"), "đã nằm đó từ trước");

    await().atMost(SOON).until(() -> Files.exists(out.resolve("done/la.txt-1")));
    assertThat(out.resolve("la.txt")).doesNotExist();
    assertThat(out.resolve("done/la.txt")).as("covers nothing").hasContent("đã nằm đó từ trước");
    assertThat(arrivals("agribank", "la.txt")).isOne();
  }

  @Test
  void oneFolderAndOneFileThatMayNotBeReadHoldUpNothingElse() throws Exception {
    Path locked = ssh.home().resolve("buu-dien/BD2512/out");
    Path file = Files.writeString(ssh.home().resolve("buu-dien/BD2511/out/a-khoa.csv"), "khóa");
    ssh.lock(locked);
    ssh.lock(file);
    Files.writeString(ssh.home().resolve("buu-dien/BD2511/out/b.csv"), "trước");
    Files.writeString(ssh.home().resolve("buu-dien/BD2513/out/c.csv"), "sau");

    await().atMost(SOON).until(() -> arrivals("buu-dien", "b.csv") == 1 && arrivals("buu-dien", "c.csv") == 1);
    await().atMost(SOON).untilAsserted(() -> assertThat(
        jdbc.queryForList("select subject from case_record where kind = 'INBOX_UNREADABLE' order by 1", String.class))
        .hasSize(2).allMatch(subject -> subject.startsWith("partner:buu-dien/")));
    ssh.unlock(locked);
    ssh.unlock(file);
    await().atMost(SOON).until(() -> arrivals("buu-dien", "a-khoa.csv") == 1);
    await().atMost(SOON).until(() -> jdbc.queryForObject("select count(*) from case_record where kind = 'INBOX_UNREADABLE' and state = 'OPEN'",
        Integer.class) == 0);
  }

  @Test
  void aFileThatMayNotBeMovedIsRememberedByNameSizeAndTime() throws Exception {
    Path report = Files.writeString(ssh.home().resolve("xa/04792/ve/bao cao.xlsx"), "không phải bảng tính");
    await().atMost(SOON).until(() -> arrivals("xa", "bao cao.xlsx") == 1);
    CamelContext camel = hub.bean(CamelContext.class);
    camel.getRouteController().stopRoute("files-in-xa");
    camel.getRouteController().startRoute("files-in-xa");
    Files.writeString(ssh.home().resolve("xa/04792/ve/khac.xlsx"), "cũng không");

    await().atMost(SOON).until(() -> arrivals("xa", "khac.xlsx") == 1);
    assertThat(report).as("the hub moves and deletes nothing").exists();
    assertThat(arrivals("xa", "bao cao.xlsx")).isOne();
    assertThat(jdbc.queryForObject("select count(*) from inbox_memory where partner = 'xa'", Integer.class)).isEqualTo(2);
    Files.writeString(report, "nội dung mới, dài hơn trước");
    await().atMost(SOON).until(() -> arrivals("xa", "bao cao.xlsx") == 2);
  }

  @Test
  void anotherHostKeyShowsInThePartnersHealthAndNothingIsFetched() throws Exception {
    await().atMost(SOON).until(() -> health().equals("UP"));
    ssh.stop();
    ssh.newHostKey();
    ssh.start();
    Files.writeString(ssh.home().resolve("agribank/out/tu-may-la.txt"), "từ máy chủ lạ");

    await().atMost(SOON).until(() -> health().equals("DEGRADED"));
    assertThat(arrivals("agribank", "tu-may-la.txt")).isZero();
    ssh.pinHostKey();
    await().atMost(SOON).until(() -> arrivals("agribank", "tu-may-la.txt") == 1);
    await().atMost(SOON).until(() -> health().equals("UP"));
  }

  @Test
  void aFileAboveThePartnersLimitIsLeftThereAndACaseNamesIt() throws Exception {
    Path out = ssh.home().resolve("agribank/out");
    Path huge = out.resolve("KQ_PTCTXH_20261118_000001_01.csv");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength((512L << 20) + 1);
    }
    Files.writeString(out.resolve("nho.txt"), "nhỏ");

    await().atMost(SOON).until(() -> arrivals("agribank", "nho.txt") == 1);
    assertThat(huge).exists();
    assertThat(arrivals("agribank", huge.getFileName().toString())).isZero();
    assertThat(jdbc.queryForList("select evidence from case_record where kind = 'FILE_TOO_LARGE' and partner = 'agribank'", String.class))
        .singleElement().asString().contains("KQ_PTCTXH_", "536870913", "536870912");
    Files.delete(huge);
  }

  @Test
  void tenThousandFilesThatAreNotThereYetDoNotHoldUpTheOneThatIs() throws Exception {
    Path out = ssh.home().resolve("buu-dien/BD2513/out");
    for (int i = 0; i < 10_000; i++) {
      Files.createFile(out.resolve("KQ_BD2513_202611_%06d_001.csv.tmp".formatted(i)));
    }
    Files.writeString(out.resolve("mot.csv"), "một tệp");

    await().atMost(SOON).until(() -> arrivals("buu-dien", "mot.csv") == 1);
    assertThat(jdbc.queryForObject("select count(*) from file where name like '%.tmp'", Integer.class)).isZero();
  }

  private static int arrivals(String partner, String name) {
    return jdbc.queryForObject("select count(*) from file_arrival a join file f using (file_id) where f.partner = ? and a.name = ?",
        Integer.class, partner, name);
  }

  private static String health() {
    HealthIndicator bank = (HealthIndicator) ((CompositeHealthContributor) hub.bean(HealthContributorRegistry.class)
        .getContributor("partners"))
        .getContributor("agribank");
    return bank.health().getStatus().getCode();
  }

  /** The shipped profiles, their folders below the server's home, the communes' files not to be moved. */
  private static String[] settings() throws IOException {
    Path mappings = folder.resolve("mappings");
    FileSystemUtils.copyRecursively(Path.of("mappings"), mappings);
    List<String> settings = new ArrayList<>(List.of("hub.mappings=" + mappings.toUri()));
    try (Stream<Path> profiles = Files.list(mappings.resolve("partners"))) {
      for (Path profile : profiles.toList()) {
        String partner = profile.getFileName().toString().replace(".yaml", "");
        ssh.folder(partner + "/out");
        Files.writeString(profile, Files.readString(profile).replace("out-folder: /", "out-folder: " + ssh.home() + "/" + partner + "/")
            .replace("move-to-done: true", "move-to-done: " + !partner.equals("xa")));
        Map.of("host", "127.0.0.1", "port", "" + ssh.port(), "username", ssh.user(), "private-key", ssh.privateKey().toString(),
            "known-hosts", ssh.knownHosts().toString())
            .forEach((key, value) -> settings.add("hub.sftp." + partner + "." + key + "=" + value));
      }
    }
    return settings.toArray(String[]::new);
  }
}
