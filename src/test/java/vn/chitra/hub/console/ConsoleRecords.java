package vn.chitra.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.reconciliation.report.PrintedSize;
import vn.chitra.hub.repair.HubRows;
import vn.chitra.hub.repair.jms.DeadLetterQueues;
import vn.chitra.hub.running.RunningHub;

/** What persons take away or retry by the pages: reports, exact bytes, the audit trail, dead letters. */
abstract class ConsoleRecords {

  private static final String VIEWER = "an";
  private static final String OPERATOR = "huong";
  private static final String APPROVER = "dat";
  private static final String WHY = "thanh tra tỉnh yêu cầu";

  private final ConsoleClient console;
  private final RunningHub hub;
  private final JdbcTemplate jdbc;

  ConsoleRecords(ConsoleClient console, RunningHub hub) {
    this.console = console;
    this.hub = hub;
    this.jdbc = hub.bean(JdbcTemplate.class);
  }

  @Test
  void aMonthsReportIsDownloadedAsWorkbookAndAsPage() throws Exception {
    assertThat(console.get(VIEWER, "/months/2026-11").body()).contains("href=\"/months/2026-11/report.xlsx\"", "report.html\"");

    HttpResponse<byte[]> workbook = console.download(VIEWER, "/months/2026-11/report.xlsx");
    HttpResponse<byte[]> page = console.download(VIEWER, "/months/2026-11/report.html");

    assertThat(workbook.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", "quyet-toan-2026-11.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook.body()))) {
      assertThat(book.getSheet("Quyết toán").getLastRowNum()).isGreaterThan(5);
    }
    assertThat(page.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", "quyet-toan-2026-11.html");
    assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("Agribank").doesNotContain("Hường", "2700205198765");
    assertThat(console.download("", "/months/2026-11/report.xlsx").statusCode()).isEqualTo(401);
    assertThat(console.download(VIEWER, "/months/2026-13/report.xlsx").statusCode()).isEqualTo(404);
  }

  @Test
  void aDryRunIsDownloadedAsVietnameseWorkbookWithoutNamesAndAccounts() throws Exception {
    HttpResponse<byte[]> workbook = console.download(VIEWER, "/dry-runs/payroll.xlsx?id=BTXH-04792-2026-12&lang=en");

    assertThat(workbook.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", "chay-thu-BTXH-04792-2026-12.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook.body()))) {
      assertThat(IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName))
          .containsExactly("Tổng hợp", "Dòng bị từ chối", "Dòng tạm giữ", "So với tháng trước", "Tệp sẽ gửi");
      assertThat(book.getSheet("So với tháng trước")).filteredOn(row -> row.getCell(8) != null && row.getCell(8).toString().length() > 40)
          .isNotEmpty().allSatisfy(row -> assertThat(row.getHeightInPoints()).as("its text has two lines").isGreaterThanOrEqualTo(30));
      assertThat(book).allSatisfy(sheet -> assertThat(PrintedSize.smallest((XSSFSheet) sheet)).as(sheet.getSheetName())
          .isGreaterThanOrEqualTo(9));
      assertThat(cells(book)).contains("Số tiền phải lớn hơn 0 đồng; dòng ghi -5 đồng.", "số tiền", "số tiền thay đổi nhiều", "700000.0",
          "đã kiểm, đúng", "ngân hàng 970405, số *************").isNotEmpty();
      assertThat(cells(book)).noneMatch(cell -> cell.contains("111222") || cell.contains("Hường") || cell.contains("Huyền"));
    }
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(
        console.download(VIEWER, "/dry-runs/payroll.xlsx?id=BTXH-04792-2027-01").body()))) {
      assertThat(book.getSheet("Dòng bị từ chối").getLastRowNum()).isEqualTo(3 + 2500);
      assertThat(book.getSheet("Dòng bị từ chối").getRow(3 + 2500).getCell(0).getNumericCellValue()).isEqualTo(2500);
    }
    assertThat(console.download("", "/dry-runs/payroll.xlsx?id=BTXH-04792-2026-12").statusCode()).isEqualTo(401);
    assertThat(console.download(VIEWER, "/dry-runs/payroll.xlsx?id=" + HubRows.PAYROLL).statusCode()).isEqualTo(409);
    assertThat(console.download(VIEWER, "/dry-runs/payroll.xlsx?id=none").statusCode()).isEqualTo(404);
  }

  private static List<String> cells(XSSFWorkbook book) {
    List<String> cells = new ArrayList<>();
    book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> cells.add(cell.toString()))));
    return cells;
  }

  @Test
  void theExactBytesOfAFileAreForAnApproverWithAReasonAndAnEvent() throws Exception {
    byte[] bytes = "H|Đỗ Thị Hường|2700205198765\r\n".getBytes(StandardCharsets.UTF_8);
    Archive.StoredBytes stored = hub.bean(Archive.class).store(new ByteArrayInputStream(bytes));
    long batch = jdbc.queryForObject("insert into batch (proof, partner, kind, state, seq, file_name, file_sha256, file_size,"
        + " payment_count, total_vnd, value_date, opened_at) values ('ACK', 'agribank', 'PAYMENT', 'SENT', 77,"
        + " 'CT_PTCTXH_20261105_000077.csv', ?, 100, 1, 500000, '2026-11-05', '2026-11-04 02:00Z') returning batch_id", Long.class,
        stored.sha256());
    String address = "/batches/" + batch + "/file";

    for (String login : List.of(VIEWER, OPERATOR)) {
      assertThat(console.post(login, address, "reason", WHY).statusCode()).as(login).isEqualTo(403);
      assertThat(console.get(login, "/batches/" + batch).body()).doesNotContain(address);
    }
    assertThat(console.post(APPROVER, address, "reason", " ").statusCode()).isEqualTo(400);
    assertThat(events("batch:" + batch)).isEmpty();
    assertThat(console.get(APPROVER, "/batches/" + batch).body()).contains("action=\"" + address + "\"", "<label for=\"reason\"");

    HttpResponse<byte[]> handed = console.postForBytes(APPROVER, address, "reason", WHY + " 2700205198765");

    assertThat(handed.statusCode()).isEqualTo(200);
    assertThat(handed.body()).isEqualTo(bytes);
    assertThat(handed.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", "CT_PTCTXH_20261105_000077.csv");
    assertThat(events("batch:" + batch)).containsExactly("dat DOWNLOAD_FILE " + WHY + " *************");
    assertThat(console.post(APPROVER, "/batches/999999/file", "reason", WHY).statusCode()).isEqualTo(404);
  }

  @Test
  void deadLettersAreShownWithTheirReasonAndRetriedByAnOperator() throws Exception {
    aDeadLetter();
    assertThat(console.get(VIEWER, "/dead-letters").body()).contains("Hàng đợi hub.payout.release", HubRows.PAYROLL, "không rõ")
        .doesNotContain("/actions");
    assertThat(console.get(OPERATOR, "/dead-letters").body()).contains("action=REDRIVE_DEAD_LETTERS&amp;about=queue:hub.payout.release");
    assertThat(console.get(OPERATOR, "/actions?action=REDRIVE_DEAD_LETTERS&about=queue:hub.payout.release").body())
        .contains("<dd>1 thông điệp</dd>").doesNotContain("0 đồng");
    Object[] retry = {"action", "REDRIVE_DEAD_LETTERS", "about", "queue:hub.payout.release", "reason", "đã sửa nguyên nhân", "payouts", 1,
        "dong", 0};
    assertThat(console.post(VIEWER, "/actions", retry).statusCode()).isEqualTo(403);

    assertThat(console.post(OPERATOR, "/actions", retry).headers().firstValue("Location")).hasValue("/dead-letters");

    await().atMost(Duration.ofSeconds(20)).until(() -> dead() == 0);
    assertThat(events("queue:hub.payout.release")).contains("huong REDRIVE_DEAD_LETTERS đã sửa nguyên nhân");
    assertThat(console.get(VIEWER, "/dead-letters").body()).contains("Không có thông điệp chết");
  }

  @Test
  void deadLettersThatNobodyNeedsAreSetAsideAndKept() throws Exception {
    aDeadLetter();
    assertThat(console.get(OPERATOR, "/dead-letters").body()).contains("action=SET_ASIDE_DEAD_LETTERS&amp;about=queue:hub.payout.release");
    Object[] aside = {"action", "SET_ASIDE_DEAD_LETTERS", "about", "queue:hub.payout.release", "reason", "bảng đã rút", "payouts", 1,
        "dong", 0};
    assertThat(console.post(VIEWER, "/actions", aside).statusCode()).isEqualTo(403);

    assertThat(console.post(OPERATOR, "/actions", aside).headers().firstValue("Location")).hasValue("/dead-letters");

    await().atMost(Duration.ofSeconds(20)).until(() -> dead() == 0);
    assertThat(events("queue:hub.payout.release")).endsWith("huong SET_ASIDE_DEAD_LETTERS bảng đã rút");
    try (JMSContext context = hub.bean(ConnectionFactory.class).createContext()) {
      assertThat(context.createConsumer(context.createQueue("ASIDE.hub.payout.release")).receive(10_000).getBody(String.class))
          .isEqualTo(HubRows.PAYROLL);
    }
  }

  @Test
  void oneDeadLetterIsRetriedOrSetAsideAndTheOthersStay() throws Exception {
    deadLetters(HubRows.PAYROLL, "KHONG-CO-1", "KHONG-CO-2");
    jdbc.update("insert into message_failure (queue, body, reason, exception, attempts, failed_at) values ('hub.payout.release',"
        + " 'KHONG-CO-1', 'DATABASE_AWAY', 'SQLException', 6, now())");
    new HubRows(jdbc).openCase("MESSAGE_DEAD", "queue:hub.payout.release");
    String about = "action=%s&amp;about=queue:hub.payout.release&amp;parameter=%s";
    assertThat(console.get(OPERATOR, "/dead-letters").body()).contains(about.formatted("REDRIVE_DEAD_LETTERS", HubRows.PAYROLL),
        about.formatted("SET_ASIDE_DEAD_LETTERS", "KHONG-CO-1"), "aria-label=\"Cất thông điệp KHONG-CO-2\"");
    assertThat(console.get(VIEWER, "/dead-letters").body()).doesNotContain("/actions");
    assertThat(console.get(OPERATOR, "/actions?action=SET_ASIDE_DEAD_LETTERS&about=queue:hub.payout.release&parameter=KHONG-CO-1").body())
        .contains("1 thông điệp chết của hub.payout.release: KHONG-CO-1.", "Vì sao không xử lý được", "SQLException");
    assertThat(console.get(OPERATOR, "/actions?action=REDRIVE_DEAD_LETTERS&about=queue:hub.payout.release&parameter=KHONG-CO-9").body())
        .contains("không có thông điệp chết KHONG-CO-9").doesNotContain("method=\"post\" action=\"/actions\"");
    assertThat(console.post(VIEWER, "/actions", one("SET_ASIDE_DEAD_LETTERS", "KHONG-CO-1", "bảng đã rút")).statusCode()).isEqualTo(403);
    int events = events("queue:hub.payout.release").size();

    assertThat(console.post(OPERATOR, "/actions", one("SET_ASIDE_DEAD_LETTERS", "KHONG-CO-1", "bảng đã rút")).statusCode()).isEqualTo(302);
    assertThat(console.post(OPERATOR, "/actions", one("REDRIVE_DEAD_LETTERS", HubRows.PAYROLL, "đã sửa lỗi")).statusCode()).isEqualTo(302);

    await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(hub.bean(DeadLetterQueues.class)
        .bodies(Destination.RELEASE_PAYROLL)).containsExactly("KHONG-CO-2"));
    assertThat(events("queue:hub.payout.release").subList(events, events + 2)).containsExactly(
        "huong SET_ASIDE_DEAD_LETTERS bảng đã rút", "huong REDRIVE_DEAD_LETTERS đã sửa lỗi");
    assertThat(jdbc.queryForList("select detail from audit_event where subject = 'queue:hub.payout.release' order by audit_id desc limit 1",
        String.class)).containsExactly("1 thông điệp chết của hub.payout.release: " + HubRows.PAYROLL + ".");
    assertThat(openDead()).as("another letter is there").isOne();
    try (JMSContext context = hub.bean(ConnectionFactory.class).createContext()) {
      assertThat(context.createConsumer(context.createQueue("ASIDE.hub.payout.release")).receive(10_000).getBody(String.class))
          .isEqualTo("KHONG-CO-1");
    }

    assertThat(console.post(OPERATOR, "/actions", one("SET_ASIDE_DEAD_LETTERS", "KHONG-CO-2", "bảng đã rút")).statusCode()).isEqualTo(302);

    await().atMost(Duration.ofSeconds(20)).until(() -> dead() == 0);
    assertThat(openDead()).as("none is left").isZero();
    try (JMSContext context = hub.bean(ConnectionFactory.class).createContext()) {
      context.createConsumer(context.createQueue("ASIDE.hub.payout.release")).receive(10_000);
    }
  }

  private static Object[] one(String action, String message, String reason) {
    return new Object[] {"action", action, "about", "queue:hub.payout.release", "parameter", message, "reason", reason, "payouts", 1, "dong",
        0};
  }

  private int openDead() {
    return jdbc.queryForObject("select count(*) from case_record where kind = 'MESSAGE_DEAD' and state = 'OPEN'"
        + " and subject = 'queue:hub.payout.release'", Integer.class);
  }

  private void aDeadLetter() throws Exception {
    deadLetters(HubRows.PAYROLL);
  }

  private void deadLetters(String... bodies) throws Exception {
    Queue queue = hub.bean(EmbeddedActiveMQ.class).getActiveMQServer().locateQueue(SimpleString.of("hub.payout.release"));
    queue.pause();
    try (JMSContext context = hub.bean(ConnectionFactory.class).createContext()) {
      for (String body : bodies) {
        context.createProducer().send(context.createQueue("hub.payout.release"), body);
      }
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> queue.getMessageCount() >= bodies.length);
    queue.sendMessagesToDeadLetterAddress(null);
    await().atMost(Duration.ofSeconds(20)).until(() -> dead() == bodies.length);
    queue.resume();
  }

  @Test
  void theAuditTrailIsSearchedCheckedAndExportedWithItsHashes() throws Exception {
    long payout = new HubRows(jdbc).payout(75, "HELD", "TWO_ACCOUNTS", null);
    console.post(OPERATOR, "/actions", "action", "HAND_BACK_PAYOUT", "about", "payout:" + payout, "reason", "thôi, \"hưởng\" <b>từ</b> 10/2026",
        "payouts", 1, "dong", HubRows.AMOUNT);

    assertThat(console.get(VIEWER, "/audit?actor=HUONG&text=payout:" + payout).body()).contains("đề nghị: Nộp trả khoản chưa chi", "huong",
        "500.000 đồng → nộp trả", "khoản chi số " + payout).doesNotContain("HANDED_BACK", "<b>từ");
    assertThat(console.get(VIEWER, "/audit?actor=tam&text=payout:" + payout).body()).contains("Không có việc nào");
    assertThat(console.get(VIEWER, "/audit?check=true").body()).contains("Nguyên vẹn: ");
    for (String login : List.of(VIEWER, OPERATOR)) {
      assertThat(console.post(login, "/audit/export", "reason", WHY).statusCode()).as(login).isEqualTo(403);
    }
    assertThat(console.post(APPROVER, "/audit/export", "reason", "").statusCode()).isEqualTo(400);

    console.postForBytes(APPROVER, "/audit/export", "reason", "=HYPERLINK(A1)");
    console.postForBytes(APPROVER, "/audit/export", "reason", "'nháy đơn");

    HttpResponse<byte[]> exported = console.postForBytes(APPROVER, "/audit/export", "reason", WHY);

    assertThat(exported.headers().firstValue("Content-Disposition").orElse("")).contains("nhat-ky-2026-11-18.csv");
    List<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(new String(exported.body(), StandardCharsets.UTF_8)).stream().toList();
    assertThat(lines.get(lines.size() - 1).getField("action")).isEqualTo("EXPORT_AUDIT");
    String before = "0".repeat(64);
    for (NamedCsvRecord one : lines) {
      assertThat(one.getField("prev_hash")).isEqualTo(before);
      before = one.getField("hash");
      assertThat(before).isEqualTo(recomputed(one));
    }
    assertThat(lines).allSatisfy(one -> assertThat(one.getFields()).noneMatch(cell -> cell.matches("(?s)[=+@-].*")));
    assertThat(lines.stream().map(one -> one.getField("reason"))).contains("'=HYPERLINK(A1)", "''nháy đơn",
        "thôi, \"hưởng\" <b>từ</b> 10/2026");
  }

  /** As docs/van-hanh.md tells inspectors. */
  private static String recomputed(NamedCsvRecord one) throws Exception {
    String text = Stream.of("prev_hash", "audit_id", "at", "actor", "action", "subject", "reason", "detail").map(one::getField)
        .map(field -> field.startsWith("'") ? field.substring(1) : field)
        .map(field -> field.isEmpty() ? "-" : field.length() + ":" + field).collect(Collectors.joining("\n"));
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private int dead() {
    return hub.bean(DeadLetterQueues.class).count(Destination.RELEASE_PAYROLL);
  }

  private List<String> events(String subject) {
    return jdbc.queryForList("select actor || ' ' || action || ' ' || reason from audit_event where subject = ? order by audit_id",
        String.class, subject);
  }
}
