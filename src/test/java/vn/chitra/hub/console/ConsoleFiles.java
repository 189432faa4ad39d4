package vn.chitra.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.repair.HubRows;
import vn.chitra.hub.running.RunningHub;

/** The files that partners sent: by partner and day, one with what was understood, and its bytes for an approver. */
abstract class ConsoleFiles {

  private static final String VIEWER = "an";
  private static final String OPERATOR = "huong";
  private static final String APPROVER = "dat";
  private static final String WHY = "đối chiếu với ngân hàng";
  private static final String CONTENT = "H|Đỗ Thị Hường|2700205198765\r\n";

  private final ConsoleClient console;
  private final RunningHub hub;
  private final JdbcTemplate jdbc;
  private final HubRows rows;
  private final long batch;

  ConsoleFiles(ConsoleClient console, RunningHub hub, long batch) {
    this.console = console;
    this.hub = hub;
    this.jdbc = hub.bean(JdbcTemplate.class);
    this.rows = new HubRows(jdbc);
    this.batch = batch;
  }

  @Test
  void aReplyShowsWhatWasUnderstoodWithoutNamesAndAccounts() throws Exception {
    long file = file("agribank", "KQ_PTCTXH_20261105_000002.csv", "DONE", "2026-11-06 02:00Z", "KQ-1");
    jdbc.update("update file set batch_id = ?, line_count = 3, applied_count = 2, message = 'Dòng 3 lạ, số 2700205198765'"
        + " where file_id = ?", batch, file);
    long payment = jdbc.queryForObject("select payment_id from payment where batch_id = ?", Long.class, batch);
    jdbc.update("insert into payment_status (payment_id, file_id, line_no, reported, provisional, amount_vnd, effect, status_hash,"
        + " received_at) values (?, ?, 1, 'PAID', false, 400000, 'AMOUNT_DIFFERS', repeat('f', 32), '2026-11-06 02:00Z')", payment, file);
    long caseId = rows.openCase("LINE_UNKNOWN", "partner:agribank");
    jdbc.update("update case_record set file_id = ?, line_no = 3 where case_id = ?", file, caseId);

    String page = page("/files/" + file);

    assertThat(page).contains("Tệp nhận số " + file, "KQ_PTCTXH_20261105_000002.csv", "Agribank Chi nhánh tỉnh Phú Thọ",
        "trả lời về một tệp gửi", "09:00 06/11/2026", "đã đọc", "Dòng 3 lạ, số *************", "href=\"/batches/" + batch + "\"",
        "đã chi", "số tiền khác, chờ người xem", "400.000 đồng", "href=\"/cases/" + caseId + "\"")
        .doesNotContain("2700205198765", "AMOUNT_DIFFERS");
    assertThat(page("/batches/" + batch)).contains("href=\"/files/" + file + "\"");
    assertThat(page("/cases/" + caseId)).contains("href=\"/files/" + file + "\"");
    jdbc.update("update case_record set state = 'CLOSED', closed_at = now(), closed_by = 'hub' where case_id = ?", caseId);
  }

  @Test
  void aStatementShowsItsDayBalancesAndEntries() throws Exception {
    long file = file("bidv", "SP_20261020.xml", "DONE", "2026-10-21 02:00Z", "SP-1");
    jdbc.update("update file set kind = 'STATEMENT' where file_id = ?", file);
    long statement = jdbc.queryForObject("insert into statement (partner, account, day, opening_vnd, closing_vnd, file_id, state,"
        + " taken_at) values ('bidv', '2700205198765', '2026-10-20', 7000000, 6500000, ?, 'REPEATED', now()) returning statement_id",
        Long.class, file);
    jdbc.update("insert into statement_entry (statement_id, line_no, no, side, amount_vnd, reference, kind, seq)"
        + " values (?, 1, 1, 'D', 500000, 'F2', 'FILE', 2)", statement);

    assertThat(page("/files/" + file)).contains("sổ phụ", "20/10/2026", "7.000.000 đồng", "6.500.000 đồng", "gửi lại, không tính",
        "chi theo tệp (ghi nợ)", "chưa khớp", "500.000 đồng").doesNotContain("2700205198765");
  }

  @Test
  void filesAreFilteredByPartnerAndDayAndReadInPages() throws Exception {
    for (int n = 1; n <= 60; n++) {
      file("vietcombank", "N_" + n + ".csv", n == 60 ? "SET_ASIDE" : "IGNORED", "2026-09-03 0" + n % 10 + ":00Z", "N-" + n);
    }
    file("mb", "KHAC.csv", "DONE", "2026-09-03 18:30Z", "KHAC");
    assertThat(page("/batches")).contains("href=\"/files\"");

    String first = page("/files?partner=vietcombank&day=2026-09-03");
    assertThat(files(first)).hasSize(50).doesNotHaveDuplicates();
    assertThat(first).contains("Trang sau", "<option value=\"vietcombank\" selected=\"selected\">", "value=\"2026-09-03\"")
        .doesNotContain("KHAC.csv");
    String next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first).results().findFirst().orElseThrow().group(1)
        .replace("&amp;", "&");
    List<String> second = files(page("/files" + next));
    assertThat(second).hasSize(10).doesNotContainAnyElementsOf(files(first));
    assertThat(page("/files?day=2026-09-04")).as("01:30 in Vietnam").contains("KHAC.csv", "01:30 04/09/2026").doesNotContain("N_1.csv");
    assertThat(page("/files?partner=vietcombank&day=2026-09-04")).contains("Không có tệp nào");
    assertThat(console.get(VIEWER, "/files?day=2026-13-01").statusCode()).isEqualTo(400);
    assertThat(console.get(VIEWER, "/files/999999").statusCode()).isEqualTo(404);
  }

  @Test
  void theExactBytesOfAReceivedFileAreForAnApproverWithAReasonAndAnEvent() throws Exception {
    Archive.StoredBytes stored = hub.bean(Archive.class).store(new ByteArrayInputStream(CONTENT.getBytes(StandardCharsets.UTF_8)));
    long file = file("agribank", "KQ_LE_VAN_0251456789012.csv", "SET_ASIDE", "2026-11-07 02:00Z", stored.sha256());
    String address = "/files/" + file + "/file";

    for (String login : List.of(VIEWER, OPERATOR)) {
      assertThat(console.post(login, address, "reason", WHY).statusCode()).as(login).isEqualTo(403);
      assertThat(console.get(login, "/files/" + file).body()).doesNotContain(address);
    }
    assertThat(console.post("", address, "reason", WHY).statusCode()).isIn(401, 403);
    assertThat(console.post(APPROVER, address, "reason", " ").statusCode()).isEqualTo(400);
    assertThat(events(file)).isEmpty();
    assertThat(console.get(APPROVER, "/files/" + file).body()).contains("action=\"" + address + "\"", "<label for=\"reason\"",
        "name=\"_csrf\"");

    HttpResponse<byte[]> handed = console.postForBytes(APPROVER, address, "reason", WHY + " 2700205198765");

    assertThat(handed.statusCode()).isEqualTo(200);
    assertThat(new String(handed.body(), StandardCharsets.UTF_8)).isEqualTo(CONTENT);
    assertThat(handed.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", "KQ_LE_VAN");
    assertThat(events(file)).singleElement().asString().startsWith("dat DOWNLOAD_FILE " + WHY + " ************* tệp KQ_LE_VAN_")
        .contains(stored.sha256()).doesNotContain("0251456789012");
    long sent = jdbc.queryForObject("insert into file (direction, partner, name, sha256, size_bytes, content_key, state, received_at)"
        + " values ('OUT', 'agribank', 'CT.csv', ?, 31, 'out', 'DONE', now()) returning file_id", Long.class, stored.sha256());
    assertThat(console.post(APPROVER, "/files/" + sent + "/file", "reason", WHY).statusCode()).as("a sent file has its own page")
        .isEqualTo(404);
    assertThat(console.post(APPROVER, "/files/999999/file", "reason", WHY).statusCode()).isEqualTo(404);
  }

  /** @param key also stands for the hash of bytes that are not in the archive */
  private long file(String partner, String name, String state, String at, String key) {
    return jdbc.queryForObject("insert into file (direction, partner, name, sha256, size_bytes, content_key, state, received_at)"
        + " values ('IN', ?, ?, rpad(?, 64, '0'), 31, ?, ?, ?::timestamptz) returning file_id", Long.class, partner, name, key, key,
        state, at);
  }

  private List<String> events(long file) {
    return jdbc.queryForList("select actor || ' ' || action || ' ' || reason || ' ' || detail from audit_event where subject = ?"
        + " order by audit_id", String.class, "file:" + file);
  }

  private String page(String path) throws Exception {
    return console.get(VIEWER, path).body().replaceAll("\\s+", " ");
  }

  private static List<String> files(String page) {
    return Pattern.compile("href=\"/files/(\\d+)\"").matcher(page).results().map(one -> one.group(1)).toList();
  }
}
