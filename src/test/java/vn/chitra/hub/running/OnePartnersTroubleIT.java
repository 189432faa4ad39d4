package vn.chitra.hub.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.PartnerBook;
import vn.chitra.hub.sim.bank.FileBanks;
import vn.chitra.hub.sim.bankapi.BankApiServer;
import vn.chitra.hub.sim.bankapi.BankApiSimulator;

/**
 * Every trouble that a partner or a payroll can make, at once and lasting: what every other partner is due is done meanwhile. Each trouble
 * is a case of its own.
 */
class OnePartnersTroubleIT {

  /** Longer than a lost send keeps its lease (2 minutes) and a silent server its connection (1 minute). */
  private static final Duration SOON = Duration.ofMinutes(5);
  private static final String API_BANK = "mb";
  private static final String AGRIBANK_ACCOUNT = "2700201012345";
  private static final String BIDV_ACCOUNT = "4210000123456";

  @TempDir
  Path folder;

  private HubWorld world;

  /** @param refused refuses the login; the bank of the other format is among those that finish */
  @ParameterizedTest
  @ValueSource(strings = {"vietcombank", "bidv"})
  void whatEveryOtherPartnerIsDueIsDoneWhileTheTroublesLast(String refused) throws Exception {
    Path mappings = folder.resolve("mappings");
    FileSystemUtils.copyRecursively(Path.of("mappings"), mappings);
    Path communes = mappings.resolve("partners/xa.yaml");
    assertThat(Files.readString(communes)).contains("renames-into-place: true\n");
    Files.writeString(communes, Files.readString(communes).replace("renames-into-place: true\n", ""));
    try (HubWorld opened = new HubWorld(folder); BankApiServer api = bankWithAnApi()) {
      world = opened;
      Path slow = fileStillBeingWritten();
      ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
      writer.scheduleWithFixedDelay(() -> grow(slow), 0, 20, TimeUnit.MILLISECONDS);
      List<String> settings = new ArrayList<>(List.of("hub.mappings=" + mappings.toUri()));
      api.settings(API_BANK).forEach((name, value) -> settings.add(name + "=" + value));
      try (RunningHub hub = world.startRefusedBy(refused, settings.toArray(String[]::new))) {
        troubles();
        whatIsDue();

        theOthersAreDone(refused);
        everyTroubleStandsAndIsACase(refused, slow);
        assertThat(hub.due()).as("nothing waits but what is in trouble").doesNotContainKeys("batches to build", "files to read");
      } finally {
        writer.shutdownNow();
      }
    }
  }

  /** It holds every account for the person that the world pays, and keeps its bulks in progress. */
  private BankApiServer bankWithAnApi() throws Exception {
    AgreedPartner agreed = AgreedPartner.all().stream().filter(one -> one.id().equals(API_BANK)).findFirst().orElseThrow();
    BankApiSimulator bank = new BankApiSimulator(API_BANK, new PartnerBook(EmbeddedDatabases.temporary().freshPartners()),
        new BankApiSimulator.Settings(agreed.sender(), String.valueOf(agreed.fundingAccount()), FileBanks.bins(),
        (bin, account) -> "DO THI NGOC ANH", Map.of(), 0, HubWorld.FIRST_DAY.minusDays(1)), new Decisions(3), BusinessDays.vietnam(),
        BankApiServer.events());
    bank.tick(HubWorld.FIRST_DAY.atTime(10, 0).atZone(BusinessDays.ZONE).toInstant());
    return BankApiServer.open(folder.resolve(API_BANK), bank);
  }

  private void troubles() throws IOException {
    world.sql().execute("alter table payroll add constraint broken check (payroll_id <> 'A-HONG')");
    approved("A-HONG", 1);
    world.taken("BL-XA", "BANK", 1, "970405", LocalDate.of(2062, 11, 5));
    world.taken("BL-VCB", "BANK", 1, "970436", LocalDate.of(2026, 11, 1));
    Path blocked = world.sftp().home("buu-dien").resolve("BD2511/out");
    Files.writeString(blocked.resolve("done"), "một tệp đứng chỗ thư mục");
    Files.writeString(blocked.resolve("a.csv"), "không theo hợp đồng: a");
    Files.writeString(world.sftp().home("agribank").resolve("out/SK_PTCTXH_20621103.csv"),
        "H|1|" + AGRIBANK_ACCOUNT + "|20621103|0|0\nT|0|0|0\n");
  }

  private void whatIsDue() throws IOException {
    approved("A-TOT", 2);
    world.taken("BL-AGR", "BANK", 1, "970405", LocalDate.of(2026, 11, 1));
    world.taken("BL-BIDV", "BANK", 1, "970418", LocalDate.of(2026, 11, 1));
    world.taken("BL-MB", "BANK", 1, "970422", LocalDate.of(2026, 11, 1));
    world.taken("BL-BD", "POST_CASH", 1);
    world.taken("BL-XA-04792", "COMMUNE_CASH", 1);
    Files.writeString(world.sftp().home("bidv").resolve("out/SK_PTCTXH_20261103.csv"), "H|1|" + BIDV_ACCOUNT + "|20261103|0|0\nT|0|0|0\n");
    Files.writeString(world.sftp().home("buu-dien").resolve("BD2512/out/b.csv"), "không theo hợp đồng: b");
    Files.writeString(world.sftp().home("xa").resolve("04792/ve/khac.xlsx"), "không phải bảng tính");
    world.areDue("BL-AGR", "BL-BIDV", "BL-BD", "BL-XA-04792", "BL-VCB", "BL-MB");
  }

  private void theOthersAreDone(String refused) {
    await().atMost(SOON).untilAsserted(() -> assertThat(world.sql().queryForList("select partner from batch where state in"
        + " ('SENT', 'ACKNOWLEDGED') order by 1", String.class)).containsExactlyElementsOf(Stream.of("agribank", "bidv", "buu-dien", API_BANK,
        "vietcombank", "xa").filter(partner -> !partner.equals(refused)).toList()));
    if (!refused.equals("bidv")) {
      await().atMost(SOON).until(() -> texts("select state from file where partner = 'bidv' and direction = 'IN'").equals(List.of("DONE")));
      await().atMost(SOON).until(() -> texts("select state from statement where partner = 'bidv'").equals(List.of("CHAINED")));
    }
    await().atMost(SOON).until(() -> arrivals("b.csv") == 1 && arrivals("khac.xlsx") == 1 && arrivals("a.csv") == 1);
    await().atMost(SOON).until(() -> !texts("select state from payroll where payroll_id = 'A-TOT'").isEmpty());
  }

  /** The province's database does not hold the payrolls that this world writes into the hub's: their receipts may be refused there. */
  private void everyTroubleStandsAndIsACase(String refused, Path slow) {
    assertThat(texts("select state from payroll where payroll_id in ('A-HONG', 'BL-XA')")).as("not taken, not released")
        .containsExactly("PLANNED");
    assertThat(texts("select state from batch where partner = '" + refused + "'")).as("not sent").isNotEmpty().doesNotContain("SENT");
    assertThat(arrivals(slow.getFileName().toString())).as("still being written").isZero();
    triedOften(refused);
    await().atMost(SOON).untilAsserted(() -> assertThat(texts("select distinct kind || ' ' || case when kind in ('STATEMENT_DAY_WRONG',"
        + " 'FILE_NOT_UNDERSTOOD') then partner else split_part(subject, '/', 1) end from case_record where state = 'OPEN'"
        + " and kind <> 'WELFARE_ROW_REFUSED' order by 1"))
        .as("no further case")
        .containsExactly("FILE_NOT_MOVED partner:buu-dien", "FILE_NOT_UNDERSTOOD buu-dien", "FILE_NOT_UNDERSTOOD xa",
            "LOGIN_REFUSED partner:" + refused, "PAYROLL_NOT_TAKEN payroll:A-HONG", "PAYROLL_OUTSIDE_CALENDAR payroll:BL-XA",
            "STATEMENT_DAY_WRONG agribank"));
  }

  /** Its file is due at once each time, as often as opens a case of doubt and more. */
  private void triedOften(String partner) {
    await().atMost(SOON).until(() -> {
      world.sql().update("update batch set retry_at = now() where partner = ? and state = 'IN_DOUBT'", partner);
      return world.sql().queryForObject("select min(upload_attempt) from batch where partner = ?", Integer.class, partner) >= 6;
    });
  }

  /** Approved in that order; without a line, so nothing of it is paid. */
  private void approved(String payroll, int order) {
    world.province().update("insert into welfare.payroll (payroll_id, programme, agency_code, commune_code, period_from, period_to,"
        + " account_cutoff, pay_from, pay_until, item_count, total_vnd, status, approved_at) values (?, 'BTXH', 'XA04792', '04792', '2026-11',"
        + " '2026-11', '2026-10-15', '2026-11-05', '2026-11-25', 0, 0, 'APPROVED', '2026-10-20 02:00Z'::timestamptz + ? * interval '1 hour')",
        payroll, order);
  }

  private Path fileStillBeingWritten() throws IOException {
    return Files.writeString(world.sftp().home("xa").resolve("04792/ve/dang-ghi.xlsx"), "đang ghi");
  }

  private final AtomicInteger grown = new AtomicInteger();

  private void grow(Path file) {
    try {
      Files.writeString(file, "dòng " + grown.incrementAndGet() + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int arrivals(String name) {
    return world.sql().queryForObject("select count(*) from file_arrival where name = ?", Integer.class, name);
  }

  private List<String> texts(String sql) {
    return world.sql().queryForList(sql, String.class);
  }
}
