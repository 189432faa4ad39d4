package vn.chitra.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.repair.HubRows;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.running.RunningHub;
import vn.chitra.hub.sim.AgreedPartner;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.SftpSandbox;
import vn.chitra.hub.support.EndToEndId;
import vn.chitra.hub.support.Zone;

/** Each page of the console as a browser without scripts sees it, against a running hub. */
class ConsolePagesIT {

  private static final String POLICY = "Content-Security-Policy";
  /** tân hoà, đỗ thị hường */
  private static final String SEARCHED = "/search?q=T%C3%A2n%20ho%C3%A0%2C%20%C4%91%E1%BB%97%20th%E1%BB%8B";
  private static final String DRAFT = "BTXH-04792-2026-12";
  /** Longer than a page, and than what a workbook is written out at once. */
  private static final String LONG_DRAFT = "BTXH-04792-2027-01";
  private static final String AGRIBANK = "Agribank Chi nhánh tỉnh Phú Thọ";

  private static final Pattern TAGS = Pattern.compile("<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>");
  private static final Pattern VIETNAMESE = Pattern.compile("[\\u00C0-\\u01B0\\u1EA0-\\u1EF9]+");
  private static final List<String> NAMES = List.of("Chi Trả Hub", "Phường Tân Hoà", "Tân Hoà", "Lê Văn An",
      "Tiếng Việt", AGRIBANK, "BIDV Chi nhánh Phú Thọ", "Bưu điện tỉnh Phú Thọ", "MB Chi nhánh Phú Thọ",
      "Vietcombank Chi nhánh Phú Thọ", "Uỷ ban nhân dân cấp xã");

  @TempDir
  private static Path data;

  private static SftpSandbox sftp;
  private static RunningHub hub;
  private static String base;
  private static final long ARCHIVED = 900_001;
  private static final String ARCHIVED_ID = EndToEndId.of("BTXH-04792-2026-09", 7, 1);

  private static long held;
  private static long sent;
  private static long hostile;
  private static long batch;
  private static long caseId;
  private static long hostileCase;
  private static long proposal;
  private static long groupCase;
  private static long cash;
  private static long received;

  @BeforeAll
  static void aHubWithFourPayouts() throws Exception {
    Map<String, String> users = AgreedPartner.passwords();
    sftp = SftpSandbox.open(data.resolve("sftp"), users);
    EmbeddedDatabases databases = EmbeddedDatabases.temporary();
    EmbeddedDatabases.Welfare welfare = databases.freshWelfare();
    HubRows.atTheProvince(new JdbcTemplate(welfare.owner().dataSource()), 80);
    draft(new JdbcTemplate(welfare.owner().dataSource()));
    hub = RunningHub.start(Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), Zone.VIETNAM), databases.freshHub(), welfare.guest(), sftp,
        data.resolve("hub"), List.copyOf(users.keySet()), "hub.logins.an.password={noop}mật-khẩu-an", "hub.logins.an.role=viewer",
        "hub.logins.huong.password={noop}mật-khẩu-huong", "hub.logins.huong.role=operator",
        "hub.logins.dat.password={noop}mật-khẩu-dat", "hub.logins.dat.role=approver", "hub.logins.tam.password={noop}mật-khẩu-tam",
        "hub.logins.tam.role=approver");
    base = "http://localhost:" + hub.bean(Environment.class).getRequiredProperty("local.server.port");
    rows(hub.bean(JdbcTemplate.class));
  }

  /** A draft of December: a new account and amount, a negative amount, a person who is not in November's. */
  private static void draft(JdbcTemplate province) {
    province.update("insert into welfare.payroll select ?, programme, agency_code, commune_code, '2026-12', '2026-12', '2026-11-15',"
        + " '2026-12-05', '2026-12-15', 3, 1200000, 'DRAFT' from welfare.payroll where payroll_id = ?", DRAFT, HubRows.PAYROLL);
    province.update("insert into welfare.payment_account (entitlement_id, bank_bin, account_no, account_name, source, registered_on)"
        + " values ('QD-2026-2', '970405', '2700205111222', 'NGUYEN THI DUC HUYEN', 'REGISTERED', '2026-11-01')");
    province.update("insert into welfare.payroll_item (payroll_id, line_no, entitlement_id, kind, for_from, for_to, amount_vnd) values"
        + " (?, 1, 'QD-2026-2', 'REGULAR', '2026-12', '2026-12', 700000), (?, 2, 'QD-2026-1', 'REGULAR', '2026-12', '2026-12', -5),"
        + " (?, 3, 'QD-2026-70', 'REGULAR', '2026-12', '2026-12', 500005)", DRAFT, DRAFT, DRAFT);
    province.update("insert into welfare.payroll select ?, programme, agency_code, commune_code, '2027-01', '2027-01', '2026-12-15',"
        + " '2027-01-05', '2027-01-15', 2500, -2500, 'DRAFT' from welfare.payroll where payroll_id = ?", LONG_DRAFT, HubRows.PAYROLL);
    province.update("insert into welfare.payroll_item (payroll_id, line_no, entitlement_id, kind, for_from, for_to, amount_vnd)"
        + " select ?, line, 'QD-2026-1', 'REGULAR', '2027-01', '2027-01', -1 from generate_series(1, 2500) line", LONG_DRAFT);
  }

  private static void rows(JdbcTemplate jdbc) {
    HubRows rows = new HubRows(jdbc).payroll("RELEASED", 4);
    held = rows.payout(1, "HELD", "DEAD_ONE_OFF", null);
    caseId = rows.openCase("PAYOUT_HELD", "payout:" + held);
    jdbc.update("update case_record set due_at = '2026-11-17 02:00Z', amount_vnd = 500000 where case_id = ?", caseId);
    sent = rows.payout(2, "OPEN", null, "agribank");
    long payment = rows.payment(sent, "SENT", true);
    batch = jdbc.queryForObject("select batch_id from payment where payment_id = ?", Long.class, payment);
    jdbc.update("update batch set sent_at = '2026-11-05 03:00Z', answer_due_on = '2026-11-12' where batch_id = ?", batch);
    hostile = rows.payout(3, "HELD", "TWO_ACCOUNTS", null);
    jdbc.update("update payout set beneficiary_name = '<script>alert(1)</script>', payee_name = '<img src=x> Huyền',"
        + " explanation = 'tài khoản 2700205198765 <script>alert(2)</script>', birth_year = 1950 where payout_id = ?", hostile);
    jdbc.update("insert into payment_status (payment_id, line_no, reported, provisional, amount_vnd, code, reason_text, effect,"
        + " status_hash, received_at) values (?, 1, 'ACCEPTED', false, 500000, '05', 'đang xử lý 2700205198765 <script>', 'APPLIED',"
        + " repeat('b', 32), '2026-11-06 02:00Z')", payment);
    jdbc.update("insert into period_close (programme, period, closed_at) values ('NCC', '2026-10-01', '2026-10-30 02:00Z')");
    jdbc.update("insert into payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from,"
        + " pay_until, item_count, total_vnd, state, taken_at, accepted_count, accepted_vnd, receipt_status) values ('NCC-04792-2026-10',"
        + " 'NCC', 'XA04792', '04792', '2026-10-01', '2026-10-01', '2026-09-15', '2026-10-05', '2026-10-25', 1000, 2000000000, 'RELEASED',"
        + " '2026-09-24 02:00Z', 1000, 2000000000, 'SETTLED')");
    jdbc.update("insert into archived_month (period, state, last_month, began_at) values ('2026-09-01', 'MOVING', '2026-09-01', now())");
    jdbc.update("insert into archived_payout (payout_id, period, payroll_id, line_no, current_payroll_id, current_line_no, programme,"
        + " commune_code, entitlement_key, kind, for_from, for_to, amount_vnd, state, channel, partner, content_md5) values (?, '2026-09-01',"
        + " 'BTXH-04792-2026-09', 7, 'BTXH-04792-2026-09', 7, 'BTXH', '04792', md5('QD-2026-97')::uuid, 'REGULAR', '2026-09-01', '2026-09-01',"
        + " 640000, 'PAID', 'BANK', 'agribank', repeat('c', 32))", ARCHIVED);
    jdbc.update("insert into archived_payment (payment_id, payout_id, end_to_end_id, channel, partner, amount_vnd, state, batch_id) values"
        + " (900001, ?, ?, 'BANK', 'agribank', 640000, 'PAID', ?)", ARCHIVED, ARCHIVED_ID, batch);
    jdbc.update("insert into cashless_share values ('NCC', '2026-10-01', '04792', 900, 1710000000, 1000, 2000000000)");
    cash = rows.payout(4, "OPEN", null, "buu-dien");
    jdbc.update("update payout set channel = 'POST_CASH', beneficiary_name = 'Phạm Văn Cường'"
        + " where payout_id = ?", cash);
    received = jdbc.queryForObject("insert into file (direction, partner, name, sha256, size_bytes, content_key, state, message, received_at)"
        + " values ('IN', 'buu-dien', 'BC_<b>_025145678901.csv', repeat('e', 64), 12, 'e', 'SET_ASIDE', 'Dòng 2: <script> 2700205198765',"
        + " '2026-11-06 03:00Z') returning file_id", Long.class);
    groupCase = rows.openCase("PAYOUT_HELD", "agency:XA04792/TWO_ACCOUNTS/9");
    jdbc.update("update case_record set item_count = 2, agency = 'XA04792', cause = 'TWO_ACCOUNTS' where case_id = ?", groupCase);
    jdbc.update("insert into case_payout (case_id, payout_id, amount_vnd, evidence, joined_at) select ?, payout_id, 500000, 'Khoản số '"
        + " || payout_id, now() from payout where payout_id in (?, ?)", groupCase, sent, hostile);
    hostileCase = rows.openCase("LINE_UNKNOWN", "batch:" + batch);
    jdbc.update("update case_record set partner = 'agribank', evidence = 'Dòng 3: <script>alert(3)</script>, số 025145678901'"
        + " where case_id = ?", hostileCase);
    proposal = jdbc.queryForObject("insert into repair_proposal (action, subject, reason, item_count, amount_vnd, proposed_by, proposed_at,"
        + " state) values ('CARRY_OVER_PAYOUT', ?, 'vắng <b>mặt</b>', 1, 500000, 'huong', '2026-11-18 01:00Z', 'PROPOSED')"
        + " returning proposal_id", Long.class, "payout:" + held);
  }

  @AfterAll
  static void stop() throws Exception {
    hub.close();
    sftp.close();
  }

  static List<String> pages() {
    return List.of("/", "/payouts/" + held, "/payouts/" + sent, "/payouts/" + hostile, "/payouts/" + ARCHIVED, "/search",
        "/search?q=" + ARCHIVED_ID, SEARCHED, "/cases",
        "/cases?kind=PAYOUT_HELD", "/cases/" + caseId, "/cases/" + hostileCase, "/cases/" + groupCase, "/months",
        "/months/2026-11", "/payrolls?month=2026-11", "/payrolls/" + HubRows.PAYROLL, "/search?q=" + HubRows.PAYROLL, "/cashless/2026-11", "/cashless/2026-11/04792", "/batches", "/batches?file=CT_", "/batches/" + batch, "/files",
        "/files?partner=agribank&day=2026-11-06", "/files/" + received,
        "/approvals", "/approvals/" + proposal, "/audit", "/audit?check=true", "/dead-letters", "/expected", "/health", "/dry-runs",
        "/dry-runs/payroll?id=" + DRAFT, "/dry-runs/payroll?id=" + LONG_DRAFT, "/dry-runs/payroll?id=" + HubRows.PAYROLL);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageIsThereForEachRoleAndForNobodyElse(String page) throws Exception {
    assertThat(get("", page).statusCode()).isEqualTo(401);
    for (String login : List.of("an", "huong", "dat")) {
      assertThat(get(login, page).statusCode()).as(login).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageIsWholeForReadersAndForbidsScripts(String page) throws Exception {
    HttpResponse<String> shown = get("an", page);
    assertThat(shown.headers().firstValue(POLICY)).hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
    assertThat(shown.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(shown.body()).contains("<html lang=\"vi\"", "href=\"#content\"", "id=\"content\"", "<label for=\"q\"", "/actuator/hawtio/")
        .containsOnlyOnce("<h1").doesNotContain("<script", "style=\"", "onclick", "th:");
    assertThat(shown.body()).contains("href=\"/audit\"", "href=\"/dead-letters\"");
    assertThat(count(shown.body(), "<table")).isEqualTo(count(shown.body(), "<caption"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noPageNamesAPersonAnAccountOrACode(String page) throws Exception {
    // the value of a filter is not shown, nor is the address of the language switch
    String seen = get("an", page).body().replaceAll("<option value=\"[A-Z_]+\"", "<option").replaceAll("href=\"\\?[^\"]*\"", "");
    assertThat(seen).doesNotContain("Hường", "Huyền", "HUYEN", "2700205198765", "198765", "025145678901", "DEAD_ONE_OFF",
        "PAYOUT_HELD", "CARRY_OVER", "<img", "<b>", "alert(1)</");
  }

  /** A month is {@code 11/2026}, a time {@code 10:00 05/11/2026}; one partner word; no number of four digits without its point. */
  @ParameterizedTest
  @MethodSource("pages")
  void everyPageWritesMonthsTimesAndCountsOneWay(String page) throws Exception {
    String seen = TAGS.matcher(get("an", page).body()).replaceAll("|").replaceAll("[A-Z]{2,}[A-Z0-9_-]*-[0-9-]+", "");
    assertThat(seen).doesNotContainPattern("\\b20\\d\\d-(0[1-9]|1[0-2])\\b").doesNotContainPattern("\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d")
        .doesNotContainPattern("\\|\\s*[1-9]\\d{3}(?<!19\\d\\d)(?<!20\\d\\d)\\s*\\|").doesNotContain("đơn vị chi trả", "chưa có đối tác");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageIsEnglishWhenThePersonChoseIt(String page) throws Exception {
    HttpResponse<String> shown = new ConsoleClient(base).get("huong", page, "en");
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body()).contains("<html lang=\"en\"", "Log out", "hreflang=\"vi\"").doesNotContain("??", "style=\"");
    assertThat(VIETNAMESE.matcher(ownTexts(shown.body())).results().map(MatchResult::group)).isEmpty();
  }

  static List<String> previews() {
    Map<String, List<String>> subjects = Map.of("payout", List.of("payout:" + held, "payout:" + sent, "payout:" + hostile, "payout:999999"),
        "batch", List.of("batch:" + batch), "payroll", List.of("payroll:" + HubRows.PAYROLL), "case", List.of("case:" + caseId,
            "case:" + hostileCase, "case:" + groupCase));
    return Arrays.stream(RepairAction.values()).flatMap(action -> subjects.getOrDefault(action.subject(), List.of(action.subject() + ":hub"))
        .stream().map(subject -> "/actions?action=" + action + "&about=" + subject
            + (action == RepairAction.PLAN_AGAIN ? "&parameter=POST_CASH" : ""))).toList();
  }

  @ParameterizedTest
  @MethodSource("previews")
  void everyPreviewIsEnglishWhenThePersonChoseIt(String page) throws Exception {
    HttpResponse<String> shown = new ConsoleClient(base).get("huong", page, "en");
    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(VIETNAMESE.matcher(ownTexts(shown.body())).results().map(MatchResult::group)).isEmpty();
  }

  /** Without the parts that are marked as Vietnamese, and without names of places and partners. */
  private static String ownTexts(String page) {
    String own = page.replaceAll("(?s)<(\\w+)[^>]* lang=\"vi\"[^>]*>.*?</\\1>", "").replaceAll("value=\"[^\"]*\"|href=\"[^\"]*\"", "");
    for (String name : NAMES) {
      own = own.replace(name, "");
    }
    return own.replaceAll("\\p{Lu}\\.", "");
  }

  @Test
  void anArchivedPayoutIsFoundByEachKeyAndItsPageNamesItsMonth() throws Exception {
    for (String key : List.of(ARCHIVED_ID, String.valueOf(ARCHIVED), "QD-2026-97", "BTXH-04792-2026-09%2F7")) {
      assertThat(get("huong", "/search?q=" + key).body()).as(key).contains("href=\"/payouts/" + ARCHIVED + "\"", "640.000 đồng",
          "trong kho lưu trữ").doesNotContain("value=\"payout:" + ARCHIVED);
    }
    assertThat(get("an", "/payouts/" + ARCHIVED).body()).contains("Khoản chi của tháng 09/2026, trong kho lưu trữ", ARCHIVED_ID,
        "640.000 đồng", "href=\"/batches/" + batch + "\"").doesNotContain("/actions");
  }

  @Test
  void theSwitchShowsTheSamePageAndIsRemembered() throws Exception {
    HttpResponse<String> vietnamese = get("an", "/search?q=QD-2026-1");
    assertThat(vietnamese.body()).contains("href=\"?q=QD-2026-1&amp;lang=en\"", "aria-current=\"true\">Tiếng Việt", "aria-label=\"Ngôn ngữ\"");
    HttpResponse<String> english = get("an", "/search?q=QD-2026-1&lang=en");
    assertThat(english.statusCode()).isEqualTo(200);
    assertThat(english.body()).contains("<html lang=\"en\"", "1 payout, the newest first", "href=\"?q=QD-2026-1&amp;lang=vi\"",
        "aria-current=\"true\">English", "500,000 dong");
    assertThat(english.headers().allValues("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
        .contains("CHITRAHUB_LANG=en", "Path=/", "Max-Age=31536000", "HttpOnly", "SameSite=Lax"));
    assertThat(new ConsoleClient(base).get("an", "/months/2026-11", "en").body()).contains("Why it is not closed", "until 30/11/2026",
        "decide each payout");
  }

  @Test
  void withoutAChoicePagesAreVietnameseWhateverTheBrowserPrefers() throws Exception {
    for (String cookie : List.of("", "fr", "vi", "en<script>", "x".repeat(300))) {
      assertThat(new ConsoleClient(base).get("an", "/", cookie).body()).as(cookie).contains("<html lang=\"vi\"", "Tổng quan");
    }
    assertThat(get("an", "/?lang=fr").body()).contains("<html lang=\"vi\"");
    assertThat(new ConsoleClient(base).get("an", "/months/1999-01", "en").body()).contains("<html lang=\"en\"", "There is no such page");
  }

  @Test
  void aPreviewIsInTheLanguageOfThePersonAndTheAuditTrailInVietnamese() throws Exception {
    ConsoleClient client = new ConsoleClient(base);
    String preview = client.get("huong", "/actions?action=CARRY_OVER_PAYOUT&about=payout:" + sent, "en").body();
    assertThat(preview).contains("Preview: Carry an unpaid payout over to the next period", "Payment 1 is active (sent)",
        "href=\"/actions?action=CARRY_OVER_PAYOUT&amp;about=payout%3A" + sent + "&amp;parameter=&amp;lang=vi\"");
    assertThat(client.get("huong", "/cases/" + caseId, "en").body()).contains("two persons: one proposes, another approves");
  }

  @Test
  void aCaseOfSeveralPayoutsNamesThemAndEachOfThemNamesIt() throws Exception {
    assertThat(get("an", "/cases/" + groupCase).body()).contains("các khoản chi của Phường Tân Hoà (XA04792)",
        "href=\"/payouts/" + sent + "\"", "href=\"/payouts/" + hostile + "\"", "Khoản số " + sent, "chờ quyết định", "500.000 đồng");
    assertThat(get("an", "/payouts/" + sent).body()).contains("href=\"/cases/" + groupCase + "\"", "Khoản số " + sent);
  }

  @Test
  void theFirstPageShowsTheMonthTheCasesTheProposalsAndThePartners() throws Exception {
    String home = get("an", "/").body();
    assertThat(home).contains("href=\"/months/2026-11\"", AGRIBANK, "chuyển khoản", "500.000 đồng", "1.000.000 đồng", "class=\"bar\"",
        "href=\"/cases/" + caseId + "\"", "Khoản chi tạm giữ", "quá hạn", "href=\"/payouts/" + held + "\"",
        "Chuyển khoản chưa chi sang kỳ sau", "huong", "Bưu điện tỉnh Phú Thọ", "bình thường");
    assertThat(home).doesNotContain("của chính bạn");
    assertThat(get("huong", "/").body()).contains("của chính bạn").doesNotContain("Chờ bạn duyệt");
    assertThat(get("dat", "/").body()).contains("Chờ bạn duyệt: 1", "Duyệt (1)", "href=\"/approvals/" + proposal + "\"");
  }

  @Test
  void theHealthStandsInWordsAndTheFootLeadsToIt() throws Exception {
    assertThat(get("an", "/").body()).contains("href=\"/health\"").doesNotContain("href=\"/actuator/health\"");
    String page = get("an", "/health").body().replaceAll("\\s+", " ");
    assertThat(page).as("each part has a name").doesNotContainPattern("<th scope=\"row\">[a-z]+[A-Z]");
    assertThat(page).contains("Cổng gửi", "cổng gửi mở", "Máy chủ thư", "máy chủ thư không từ chối đăng nhập", "Cơ sở dữ liệu trợ cấp",
        "trả lời, đủ quyền", AGRIBANK, "không nợ trả lời nào", "href=\"/actuator/health\"")
        .doesNotContain("hubMail", "livenessState", ">UP<");
    assertThat(new ConsoleClient(base).get("an", "/health", "en").body()).contains("Send gate", "the send gate is open", "Mail server");
  }

  @Test
  void theHealthInEnglishNamesTheFaultItself() throws Exception {
    CamelContext camel = hub.bean(CamelContext.class);
    camel.getRouteController().stopRoute("alerts-machine");
    try {
      assertThat(new ConsoleClient(base).get("an", "/health", "en").body()).contains("alerts-machine is stopped, a person stopped it");
      assertThat(get("an", "/health").body()).contains("alerts-machine đang dừng, có người đã dừng nó");
      assertThat(hub.bean(HealthEndpoint.class).healthForPath("timers")).as("for machines").isInstanceOfSatisfying(Health.class,
          timers -> assertThat(timers.getDetails().get("words")).isEqualTo("alerts-machine đang dừng, có người đã dừng nó"));
    } finally {
      camel.getRouteController().startRoute("alerts-machine");
    }
  }

  @Test
  void whatIsExpectedStandsByItsTimeAndTheLawsDaysAreWarnedOf() throws Exception {
    String rows = get("an", "/expected").body().replaceAll("\\s+", " ");
    assertThat(rows).containsSubsequence("quá hạn", AGRIBANK, "xác nhận đã nhận tệp", "href=\"/batches/" + batch + "\"",
        "17:00 12/11/2026", "kết quả cuối cùng của tệp", "href=\"/batches/" + batch + "\"", "18:15 18/11/2026", "hôm nay", "sổ phụ", "17:00 19/11/2026", "còn 1 ngày", "Pháp luật",
        "báo cáo, quyết toán trước ngày 20", "href=\"/months/2026-11\"", "18:15 20/11/2026", "18:15 23/11/2026", "17:00 24/11/2026",
        "còn 6 ngày", "bàn giao tiền", "18:15 25/11/2026");
    assertThat(count(rows, ">sổ phụ<")).as("banking days").isEqualTo(5);
    assertThat(count(rows, "class=\"late\"")).as("two overdue replies and the day of the law within five days").isEqualTo(3);
    assertThat(count(get("an", "/").body(), ">sổ phụ<")).as("the first page").isEqualTo(1);
    assertThat(get("an", "/").body()).contains("báo cáo, quyết toán trước ngày 20", "href=\"/expected\"");
  }

  @Test
  void aCashListIsAwaitedFromItsPostOffice() throws Exception {
    JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
    long list = jdbc.queryForObject("insert into batch overriding system value select (jsonb_populate_record(b, ?::jsonb)).* from batch b where batch_id = ?"
        + " returning batch_id", Long.class, "{\"batch_id\": 990001, \"partner\": \"buu-dien\", \"folder\": \"BD2511\","
        + " \"file_name\": \"DS_BD2511.csv\", \"state\": \"ACKNOWLEDGED\", \"answer_due_on\": \"2026-11-27\"}", batch);
    try {
      assertThat(get("an", "/expected").body().replaceAll("\\s+", " ")).containsSubsequence("17:00 27/11/2026",
          "Bưu điện tỉnh Phú Thọ, bưu cục BD2511", "kết quả cuối cùng của danh sách chi tiền mặt", "DS_BD2511.csv");
    } finally {
      jdbc.update("update batch set answered = true where batch_id = ?", list);
    }
  }

  /** It is nine; the bank acknowledges within four hours. */
  @Test
  void aReplyIsLateAQuarterOfAnHourAfterItWasDue() throws Exception {
    JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
    String sentBefore = jdbc.queryForObject("select sent_at::text from batch where batch_id = ?", String.class, batch);
    try {
      jdbc.update("update batch set sent_at = '2026-11-17 21:50Z', answer_due_on = '2026-11-30' where batch_id = ?", batch);
      assertThat(get("an", "/expected").body().replaceAll("\\s+", " ")).contains("08:50 18/11/2026").doesNotContain("quá hạn");
      jdbc.update("update batch set sent_at = '2026-11-17 21:40Z' where batch_id = ?", batch);
      assertThat(get("an", "/expected").body().replaceAll("\\s+", " ")).contains("08:40 18/11/2026", "quá hạn");
    } finally {
      jdbc.update("update batch set sent_at = ?::timestamptz, answer_due_on = '2026-11-12' where batch_id = ?", sentBefore, batch);
    }
  }

  @Test
  void thePageOfAPayoutShowsItsStory() throws Exception {
    assertThat(get("an", "/payouts/" + sent).body()).contains("Khoản chi số " + sent, "500.000 đồng", "có tài khoản đến 15/10",
        "Đ. T. H.", "N. T. Đ. H. (người chăm sóc)", EndToEndId.of(HubRows.PAYROLL, 2, 1), "chuyển khoản qua " + AGRIBANK,
        "10:00 05/11/2026", "tệp được gửi", "href=\"/batches/" + batch + "\"", "đối tác báo", "đang xử lý ******",
        "trả lời của " + AGRIBANK + ", hạn 12/11/2026", "Phường Tân Hoà", "Bảo trợ xã hội");
    assertThat(get("an", "/payouts/" + held).body()).contains("người quyết định (trợ cấp một lần cho người đã mất)",
        "href=\"/cases/" + caseId + "\"", "Cần người quyết định.", "Chưa lập lần chi nào", "huong đề nghị, chờ người thứ hai duyệt");
  }

  @Test
  void theBoxFindsByKeyAndByCommuneNameAndYear() throws Exception {
    assertThat(found(EndToEndId.of(HubRows.PAYROLL, 2, 1).toLowerCase(Locale.ROOT))).containsExactly(sent);
    assertThat(found("QD-2026-1")).containsExactly(held);
    assertThat(found(HubRows.PAYROLL + "/2")).containsExactly(sent);
    assertThat(found("phuong Tan Hoa, DO THI HUONG")).containsExactly(sent, held);
    assertThat(found("Tân Hòa, huyền, 1950")).containsExactly(hostile);
    assertThat(found("Tân Hoà, 1950")).containsExactly(hostile);
    assertThat(found("Tân Hoà, Đỗ Thị Hư")).isEmpty();
    assertThat(found("Hoà Bình, Đỗ Thị Hường")).isEmpty();
    for (String text : List.of("huyen 1950 phuong tan hoa", "Tân Hòa Huyền 1950", "Huyền 1950", "1950 huyen", "1950 tan hoa", "Huyền, 1950")) {
      assertThat(found(text)).as(text).containsExactly(hostile);
    }
    assertThat(found("do thi huong tan hoa")).containsExactly(sent, held);
    assertThat(found("Huyền 1951")).isEmpty();
    assertThat(found("Huyền")).as("a name alone would read the whole province").isEmpty();
    assertThat(get("an", "/search?q=huyen+phuong+tan+hoa").body()).contains("Ô tìm hiểu theo 2 cách", "Phường Tân Hoà, họ tên HUYEN<",
        "Phường Tân Hoà, họ tên HUYEN PHUONG<");
    assertThat(found("'; drop table payout; --")).isEmpty();
    assertThat(get("an", SEARCHED).body()).contains("Đ. T. H.", "Phường Tân Hoà", "11/2026", "500.000 đồng", "tạm giữ");
    assertThat(get("an", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E").body())
        .contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;\"")
        .doesNotContain("<script");
  }

  private static List<Long> found(String text) throws Exception {
    String page = get("an", "/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8)).body();
    return Pattern.compile("href=\"/payouts/(\\d+)\"").matcher(page).results().map(one -> Long.valueOf(one.group(1))).toList();
  }

  @Test
  void casesAreFilteredAndEachSaysWhatToDo() throws Exception {
    assertThat(get("an", "/cases").body()).contains("href=\"/cases/" + caseId + "\"", "href=\"/cases/" + hostileCase + "\"",
        "Khoản chi tạm giữ, chờ người quyết định (2)");
    assertThat(get("an", "/cases?partner=agribank").body()).contains("href=\"/cases/" + hostileCase)
        .doesNotContain("/cases/" + caseId + "\"");
    assertThat(get("an", "/cases?kind=PAYOUT_HELD").body()).contains("/cases/" + caseId + "\"")
        .doesNotContain("/cases/" + hostileCase + "\"");
    assertThat(get("an", "/cases/" + caseId).body()).contains("Khoản chi tạm giữ", "đang mở", "09:00 17/11/2026", "quá hạn", "500.000 đồng",
        "href=\"/payouts/" + held + "\"", "Nộp trả khoản chưa chi", "hai người", "vai trò của bạn chỉ được xem");
    assertThat(get("an", "/cases/" + hostileCase).body()).contains(AGRIBANK, "href=\"/batches/" + batch + "\"", "đóng vụ việc với lý do");
  }

  @Test
  void aMonthShowsItsSettlementAndWhatKeepsItOpen() throws Exception {
    assertThat(get("an", "/months").body()).contains("href=\"/months/2026-11\"", "Bảo trợ xã hội", "2.000.000 đồng", "chưa đóng");
    assertThat(get("an", "/months/2026-11").body()).contains("Quyết toán", AGRIBANK, "Chưa giao đối tác", "Chênh lệch",
        "khoản tạm giữ, chờ người quyết định", "quyết định từng khoản", "còn ngày chi", "đến 30/11/2026", "1.000.000 đồng");
  }

  @Test
  void aPayrollThatIsNotTakenIsRunAndComparedAndNothingIsKept() throws Exception {
    JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
    int payouts = jdbc.queryForObject("select count(*) from payout", Integer.class);
    int payrolls = jdbc.queryForObject("select count(*) from payroll", Integer.class);
    assertThat(get("an", "/months").body()).contains("href=\"/dry-runs\"");
    assertThat(get("an", "/").body()).contains("href=\"/dry-runs\"");
    assertThat(get("an", "/dry-runs").body()).contains("href=\"/dry-runs/payroll?id=" + DRAFT + "\"", "bản thảo", "12/2026",
        "1.200.000 đồng", "Phường Tân Hoà").doesNotContain("id=" + HubRows.PAYROLL + "\"");

    String run = get("an", "/dry-runs/payroll?id=" + DRAFT).body().replaceAll("\\s+", " ");

    assertThat(run).contains("So với tháng 11/2026", "số tiền thay đổi nhiều: 1 (cảnh báo)", "700.000", "người nhận mới: 1 (cảnh báo)",
        "người nhận không còn: 2 (cảnh báo)", "QD-2026-70", "QD-2026-3", "Số tiền phải lớn hơn 0 đồng", "<td>số tiền</td>", AGRIBANK,
        "đã kiểm, đúng", "ngân hàng 970405, số *************", "payroll.xlsx?id=" + DRAFT).doesNotContain("111222");
    assertThat(get("an", "/dry-runs/payroll?id=" + HubRows.PAYROLL).body()).contains("Hub đã nhận bảng này");
    assertThat(count(get("an", "/dry-runs/payroll?id=" + LONG_DRAFT).body(), "dòng ghi -1 đồng")).isEqualTo(200);
    assertThat(new ConsoleClient(base).get("an", "/dry-runs/payroll?id=" + DRAFT, "en").body().replaceAll("\\s+", " "))
        .contains("Compared with month 11/2026", "amount much different: 1 (warning)", "700,000", "<td>amount</td>", "checked, right",
            "bank 970405, number *************").doesNotContain("111222");
    assertThat(jdbc.queryForObject("select count(*) from payout", Integer.class)).isEqualTo(payouts);
    assertThat(jdbc.queryForObject("select count(*) from payroll", Integer.class)).isEqualTo(payrolls);
  }

  @Test
  void theMonthsShowTheCashlessShareAsAChartAndAsATable() throws Exception {
    String months = get("an", "/months").body();
    assertThat(months).contains("role=\"img\"", "<polyline points=\"50,", "Tỷ lệ chi trả không dùng tiền mặt", "90,0 %", "85,5 %",
        "href=\"/cashless/2026-10\"", "tạm tính, tháng chưa đóng");
    assertThat(new ConsoleClient(base).get("an", "/months", "en").body()).contains("90.0%", "Share paid without cash", "so far, not closed");
    assertThat(get("an", "/cashless/2026-10").body()).contains("Phường Tân Hoà", "href=\"/cashless/2026-10/04792\"", "90,0 %",
        "Còn 100 khoản nhận tiền mặt");
    assertThat(get("an", "/cashless/1999-01").statusCode()).isEqualTo(404);
  }

  @Test
  void theListOfACommuneNamesThePeopleWithoutAnAccountMasked() throws Exception {
    assertThat(get("an", "/cashless/2026-11/04792").body()).contains("1 người, 1 khoản chi nhận bằng tiền mặt", "P. V. C.",
        "href=\"/payouts/" + cash + "\"", "tiền mặt qua bưu điện").doesNotContain("href=\"/payouts/" + sent + "\"");
  }

  @Test
  void thePageOfACommuneShowsItsShareOverTheMonths() throws Exception {
    String page = get("an", "/cashless/2026-11/04792").body().replaceAll("\\s+", " ");
    assertThat(page).contains("Tỷ lệ khoản chi qua tài khoản theo tháng, Phường Tân Hoà", "role=\"img\"", "Cả xã, phường")
        .containsSubsequence("<polyline points=\"50,", "10/2026", "90,0 %", "85,5 %", "100");
    assertThat(page).as("of an open month nothing is paid yet").containsSubsequence("11/2026", "tạm tính, tháng chưa đóng", "–");
    assertThat(new ConsoleClient(base).get("an", "/cashless/2026-11/04792", "en").body()).contains("Cashless share over the months", "90.0%");
    assertThat(get("an", "/cashless/2026-11/04795").body()).as("nothing of this commune").doesNotContain("role=\"img\"");
  }

  @Test
  void aBatchShowsItsProofItsPaymentsAndItsCases() throws Exception {
    assertThat(get("an", "/batches").body()).contains("href=\"/batches/" + batch + "\"", AGRIBANK, "CT_PTCTXH_20261105_000002.csv",
        "chưa, hạn 12/11/2026", "Mới nhất");
    assertThat(get("an", "/batches?file=CT_PTCTXH_20261105").body()).contains("/batches/" + batch).doesNotContain("Mới nhất");
    assertThat(get("an", "/batches/" + batch).body()).contains("10:00 05/11/2026", "đã gửi", "500.000 đồng", "/cases/" + hostileCase,
        "a".repeat(64), "Chưa có tệp trả lời nào");
  }

  @Test
  void aListNamesItsCommune() throws Exception {
    JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
    assertThat(get("an", "/batches/" + list(jdbc, "04792")).body()).contains(", Phường Tân Hoà").doesNotContain("xã 04792");
    assertThat(get("an", "/batches/" + list(jdbc, "99999")).body()).contains(", xã 99999");
  }

  private static long list(JdbcTemplate jdbc, String folder) {
    return jdbc.queryForObject("insert into batch (partner, kind, folder, programme, period, state, payment_count, total_vnd, opened_at)"
        + " values ('xa', 'PAYMENT', ?, 'BTXH', '2026-11-01', 'CANCELLED', 0, 0, '2026-11-04 02:00Z') returning batch_id", Long.class,
        folder);
  }

  @Test
  void anAddressOfNothingIsNotFound() throws Exception {
    for (String page : List.of("/payouts/999999", "/payouts/x", "/cases/999999", "/batches/999999", "/months/2026-13", "/months/1999-01",
        "/dry-runs/payroll?id=none", "/dry-runs/payroll")) {
      HttpResponse<String> shown = get("an", page);
      assertThat(shown.statusCode()).as(page).isEqualTo(404);
      assertThat(shown.body()).contains("Không có trang này");
    }
  }

  @Test
  void aLoginLeadsToTheFirstPageAndItsButtonOutAgain() throws Exception {
    CookieManager cookies = new CookieManager();
    HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    HttpResponse<String> login = send(browser, HttpRequest.newBuilder(URI.create(base + "/login")));
    assertThat(login.headers().firstValue(POLICY)).isPresent();
    assertThat(send(browser, HttpRequest.newBuilder(URI.create(base + "/console.css"))).statusCode()).isEqualTo(200);
    HttpResponse<String> in = post(browser, "/login", "username=an&password=m%E1%BA%ADt-kh%E1%BA%A9u-an&_csrf=" + token(cookies));
    assertThat(in.headers().firstValue("Location")).hasValue("/");

    String home = send(browser, HttpRequest.newBuilder(URI.create(base + "/")).header("Accept", "text/html")).body();
    assertThat(home).contains("an (người xem)", "action=\"/logout\"", "name=\"_csrf\"");
    HttpResponse<String> out = post(browser, "/logout", "_csrf=" + home.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1"));
    assertThat(out.headers().firstValue("Location").orElse("")).endsWith("/login?logout");
    assertThat(send(browser, HttpRequest.newBuilder(URI.create(base + "/")).header("Accept", "text/html")).statusCode()).isEqualTo(302);
  }

  @Nested
  class PersonsDecide extends ConsoleActions {

    PersonsDecide() {
      super(new ConsoleClient(base), hub.bean(JdbcTemplate.class));
    }
  }

  @Nested
  class StoriesAreWhole extends ConsoleStories {

    StoriesAreWhole() {
      super(new ConsoleClient(base), hub.bean(JdbcTemplate.class));
    }
  }

  @Nested
  class PayrollsHavePages extends ConsolePayrolls {

    PayrollsHavePages() {
      super(new ConsoleClient(base), hub.bean(JdbcTemplate.class));
    }
  }

  @Nested
  class ReceivedFilesHavePages extends ConsoleFiles {

    ReceivedFilesHavePages() {
      super(new ConsoleClient(base), hub, batch);
    }
  }

  @Nested
  class PersonsTakeAwayAndRetry extends ConsoleRecords {

    PersonsTakeAwayAndRetry() {
      super(new ConsoleClient(base), hub);
    }
  }

  private static HttpResponse<String> get(String login, String path) throws Exception {
    return new ConsoleClient(base).get(login, path);
  }

  private static HttpResponse<String> post(HttpClient browser, String path, String form) throws Exception {
    return send(browser, HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "text/html").POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request) throws Exception {
    return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String token(CookieManager cookies) {
    return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue).findFirst().orElseThrow();
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }
}
