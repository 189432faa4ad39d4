package vn.chitra.hub.inbound.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import vn.chitra.hub.running.RunningHub;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.SftpSandbox;

/** Files of partners while they are being written, under names of any kind, where nothing may be moved. All but BIDV rename. */
class ArrivingFilesIT {

  /** Longer than a silent server keeps its connection (1 minute). */
  private static final Duration SOON = Duration.ofMinutes(4);
  private static final String ACCOUNT = "2700201012345";
  private static final String BIDV = "4210000123456";

  @TempDir
  static Path folder;

  private static SftpSandbox sftp;
  private static RunningHub hub;
  private static JdbcTemplate jdbc;
  private static int markers;

  @BeforeAll
  static void open() throws Exception {
    Map<String, String> users = new LinkedHashMap<>();
    List.of("agribank", "bidv", "vietcombank", "buu-dien", "xa").forEach(user -> users.put(user, "mk-" + user));
    sftp = SftpSandbox.open(folder.resolve("sftp"), users);
    for (String bank : List.of("agribank", "bidv", "vietcombank")) {
      sftp.folders(bank, List.of("in", "out"));
    }
    sftp.folders("buu-dien", List.of("BD2511/out", "BD2512/out"));
    sftp.folders("xa", List.of("04792/ve"));
    sftp.watchedBy(new Appender());
    Path mappings = folder.resolve("mappings");
    FileSystemUtils.copyRecursively(Path.of("mappings"), mappings);
    Path bidv = mappings.resolve("partners/bidv.yaml");
    Files.writeString(bidv, Files.readString(bidv).replace("renames-into-place: true\n", "temporary-endings: [.DangGhi]\n"));
    EmbeddedDatabases databases = EmbeddedDatabases.temporary();
    hub = RunningHub.start(Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), ZoneId.of("Asia/Ho_Chi_Minh")), databases.freshHub(),
        databases.freshWelfare().guest(), sftp, folder.resolve("hub"), List.copyOf(users.keySet()),
        "hub.mappings=" + mappings.toUri());
    jdbc = hub.bean(JdbcTemplate.class);
  }

  @AfterAll
  static void close() throws Exception {
    if (hub != null) {
      hub.close();
    }
    if (sftp != null) {
      sftp.close();
    }
  }

  @Test
  void aFileThatEndsShortStaysWhereItIsAndTheWholeOneReplacesIt() throws Exception {
    Path out = out("agribank");
    Path file = Files.writeString(out.resolve("SK_PTCTXH_20261110.csv"), "H|1|" + ACCOUNT + "|20261110|0|0\n");
    await().atMost(SOON).until(() -> states("agribank", "SK_PTCTXH_20261110.csv").equals(List.of("SET_ASIDE")));
    severalPolls("agribank");
    assertThat(file).exists();
    assertThat(arrivals("agribank", "SK_PTCTXH_20261110.csv")).isOne();
    assertThat(openCases("agribank")).containsExactly("FILE_NOT_UNDERSTOOD");

    Files.writeString(file, "T|0|0|0\n", StandardOpenOption.APPEND);
    await().atMost(SOON).until(() -> states("agribank", "SK_PTCTXH_20261110.csv").equals(List.of("SET_ASIDE", "DONE")));
    await().atMost(SOON).until(() -> !Files.exists(file));
    await().atMost(SOON).until(() -> openCases("agribank").isEmpty());
    assertThat(arrivals("agribank", "SK_PTCTXH_20261110.csv")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.PART", "b.Tmp", "c.FILEPART", "d.crDownload", "e.csv.uploading"})
  void aTemporaryNameIsNotThereYetWhateverItsCase(String name) throws Exception {
    Path file = Files.writeString(out("agribank").resolve(name), "H|1|");
    severalPolls("agribank");
    assertThat(file).exists();
    assertThat(arrivals("agribank", name)).isZero();
    Files.delete(file);
  }

  /** Excel and LibreOffice keep it beside a workbook that somebody has open. */
  @ParameterizedTest
  @ValueSource(strings = {"~$báo cáo lần 1.xlsx", ".~lock.báo cáo lần 1.xlsx#"})
  void aLockFileBesideAWorkbookIsNoFile(String name) throws Exception {
    Path folder = sftp.home("xa").resolve("04792/ve");
    Path lock = Files.writeString(folder.resolve(name), "Đỗ Thị Hường");
    Path beside = Files.writeString(folder.resolve("khác " + ++markers + ".xlsx"), "không phải bảng tính " + markers);
    await().atMost(SOON).until(() -> arrivals("xa", beside.getFileName().toString()) == 1);
    Path after = Files.writeString(folder.resolve("khác " + ++markers + ".xlsx"), "không phải bảng tính " + markers);
    await().atMost(SOON).until(() -> arrivals("xa", after.getFileName().toString()) == 1);
    assertThat(arrivals("xa", name)).isZero();
    assertThat(lock).exists();
    Files.delete(lock);
  }

  @Test
  void aProfileNamesItsOwnTemporaryEndings() throws Exception {
    Path file = Files.writeString(out("bidv").resolve("x.csv.dangghi"), "H|1|");
    Path other = Files.writeString(out("bidv").resolve("x.part"), "H|1|");
    await().atMost(SOON).until(() -> !Files.exists(other));
    severalPolls("bidv");
    assertThat(file).exists();
    Files.delete(file);
  }

  @Test
  void aFileThatGrowsIsFetchedOnceItStandsStillWhereThePartnerDoesNotRename() throws Exception {
    Path file = Files.writeString(out("bidv").resolve("SK_PTCTXH_20261111.csv"), "H|1|" + BIDV + "|20261111|0|1500\n");
    AtomicInteger written = new AtomicInteger();
    ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
    try {
      writer.scheduleAtFixedRate(() -> grow(file, written), 20, 20, TimeUnit.MILLISECONDS);
      await().atMost(SOON).until(() -> states("bidv", "SK_PTCTXH_20261111.csv").contains("DONE"));
    } finally {
      writer.shutdownNow();
    }
    assertThat(states("bidv", "SK_PTCTXH_20261111.csv")).containsExactly("DONE");
    assertThat(openCases("bidv")).isEmpty();
  }

  @Test
  void aFileThatChangesWhileItIsFetchedIsFetchedAgain() throws Exception {
    Path file = Files.writeString(out("agribank").resolve("thay-doi-SK_PTCTXH_20261112.csv"), "thay đổi khi đang lấy\n");
    await().atMost(SOON).until(() -> !Files.exists(file));
    assertThat(arrivals("agribank", file.getFileName().toString())).isOne();
    assertThat(jdbc.queryForObject("select size_bytes from file where name = ?", Long.class, file.getFileName().toString()))
        .as("what was fetched first is no file").isEqualTo(Files.size(out("agribank").resolve("done").resolve(file.getFileName())));
  }

  @Test
  void whereDoneCannotBeMadeThereIsOneCaseAndNothingIsFetchedTwice() throws Exception {
    Path out = sftp.home("buu-dien").resolve("BD2512/out");
    Path inTheWay = Files.writeString(out.resolve("done"), "một tệp");
    Path first = Files.writeString(out.resolve("mot.csv"), "một\n");
    Path second = Files.writeString(out.resolve("hai.csv"), "hai\n");
    await().atMost(SOON).until(() -> arrivals("buu-dien", "mot.csv") == 1 && arrivals("buu-dien", "hai.csv") == 1);
    Path elsewhere = Files.writeString(sftp.home("buu-dien").resolve("BD2511/out/ba.csv"), "ba\n");
    await().atMost(SOON).until(() -> !Files.exists(elsewhere));
    severalPolls("agribank");
    assertThat(first).exists();
    assertThat(second).exists();
    assertThat(List.of(arrivals("buu-dien", "mot.csv"), arrivals("buu-dien", "hai.csv"))).containsOnly(1);
    assertThat(jdbc.queryForList("select subject from case_record where kind = 'FILE_NOT_MOVED' and state = 'OPEN'", String.class))
        .hasSize(1).allMatch(subject -> subject.startsWith("partner:buu-dien/BD"));

    Files.delete(inTheWay);
    await().atMost(SOON).until(() -> !Files.exists(first) && !Files.exists(second));
    await().atMost(SOON).until(() -> !openCases("buu-dien").contains("FILE_NOT_MOVED"));
    assertThat(out.resolve("done/mot.csv")).hasContent("một\n");
    assertThat(arrivals("buu-dien", "mot.csv")).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 SK_PTCTXH_20261113.csv", "SK_PTCTXH_20261113 - Copy.csv", "SK_PTCTXH_20261113.csv.bak"})
  void theSameBytesUnderAnotherNameInOnePollAreACopyWithoutACase(String copy) throws Exception {
    String day = "2026111" + (3 + List.of("0", "S").indexOf(copy.substring(0, 1)) + (copy.endsWith("bak") ? 1 : 0));
    String bytes = "H|1|" + ACCOUNT + "|" + day + "|0|0\nT|0|0|0\n";
    Path out = out("agribank");
    String right = "SK_PTCTXH_" + day + ".csv";
    String other = copy.replace("20261113", day);
    Path hidden = Files.createDirectories(sftp.home("agribank").resolve("cho"));
    Files.writeString(hidden.resolve(right), bytes);
    Files.writeString(hidden.resolve(other), bytes);
    Files.move(hidden.resolve(other), out.resolve(other));
    Files.move(hidden.resolve(right), out.resolve(right));
    await().atMost(SOON).until(() -> arrivals("agribank", right) == 1 && arrivals("agribank", other) == 1);
    await().atMost(SOON).until(() -> jdbc.queryForObject("select count(*) from file where state = 'ARCHIVED'", Integer.class) == 0);
    await().atMost(SOON).until(() -> openCases("agribank").isEmpty());
    assertThat(jdbc.queryForList("select state from file where partner = 'agribank' and state = 'DONE' and sha256 = (select sha256"
        + " from file where name = ?)", String.class, right)).hasSize(1);
  }

  private static void grow(Path file, AtomicInteger written) {
    int line = written.incrementAndGet();
    try {
      if (line <= 150) {
        Files.writeString(file, "E|" + line + "|C|10|NCAP|B" + line + "|y\n", StandardOpenOption.APPEND);
      } else if (line == 151) {
        Files.writeString(file, "T|150|0|1500\n", StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Until two more files, put there one after the other, were taken: the folder was listed whole at least twice. */
  private static void severalPolls(String partner) throws IOException {
    for (int i = 0; i < 2; i++) {
      Path marker = Files.writeString(out(partner).resolve("danh-dau-" + ++markers + ".txt"), "đánh dấu " + markers + "\n");
      await().atMost(SOON).until(() -> !Files.exists(marker));
      await().atMost(SOON).until(() -> states(partner, marker.getFileName().toString()).equals(List.of("SET_ASIDE")));
      jdbc.update("update case_record set state = 'CLOSED' where subject in (select 'file:' || file_id from file where name = ?)",
          marker.getFileName().toString());
    }
  }

  private static Path out(String partner) {
    return sftp.home(partner).resolve("out");
  }

  private static List<String> states(String partner, String name) {
    return jdbc.queryForList("select state from file where partner = ? and name = ? order by file_id", String.class, partner, name);
  }

  private static int arrivals(String partner, String name) {
    return jdbc.queryForObject("select count(*) from file_arrival a join file f using (file_id) where f.partner = ? and a.name = ?",
        Integer.class, partner, name);
  }

  /** About files themselves, without those that no contract describes. */
  private static List<String> openCases(String partner) {
    return jdbc.queryForList("select c.kind from case_record c left join file f using (file_id) where c.partner = ? and c.state = 'OPEN'"
        + " and (c.kind = 'FILE_NOT_MOVED' or c.kind like 'FILE\\_%' and f.name like '%SK\\_PTCTXH%' and f.name not like 'thay-doi%')"
        + " order by 1", String.class, partner);
  }

  /** Writes on to a file when it was read to its end for the first time. */
  private static final class Appender implements SftpEventListener {

    private final AtomicBoolean done = new AtomicBoolean();

    @Override
    public void closing(ServerSession session, String remoteHandle, Handle localHandle) throws IOException {
      String name = localHandle instanceof FileHandle ? localHandle.getFile().getFileName().toString() : "";
      if (name.startsWith("thay-doi") && !done.getAndSet(true)) {
        Files.writeString(sftp.home("agribank").resolve("out").resolve(name), "dòng viết thêm\n", StandardOpenOption.APPEND);
      }
    }
  }
}
