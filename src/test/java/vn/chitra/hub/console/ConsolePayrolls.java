package vn.chitra.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.repair.HubRows;
import vn.chitra.hub.support.EndToEndId;

/** The page of a payroll, from wherever a payroll is named; long lists by pages. */
abstract class ConsolePayrolls {

  private static final String VIEWER = "an";
  /** Of a closed month, so that no figure of an open one changes. */
  static final String LONG = "BTXH-04792-2026-08";
  private static final int LINES = 120;

  private final ConsoleClient console;
  private final JdbcTemplate jdbc;
  private final HubRows rows;

  ConsolePayrolls(ConsoleClient console, JdbcTemplate jdbc) {
    this.console = console;
    this.jdbc = jdbc;
    this.rows = new HubRows(jdbc);
  }

  @BeforeEach
  void aLongPayroll() {
    if (jdbc.queryForObject("select count(*) from payroll where payroll_id = ?", Integer.class, LONG) == 0) {
      longPayroll(jdbc);
    }
  }

  /** 120 payouts, paid but for the last two, in one file of the bank; 60 refused lines behind them. */
  static void longPayroll(JdbcTemplate jdbc) {
    jdbc.update("insert into period_close (programme, period, closed_at) values ('BTXH', '2026-08-01', '2026-08-30 02:00Z')");
    jdbc.update("insert into payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from,"
        + " pay_until, item_count, total_vnd, state, approved_at, taken_at, released_at, accepted_count, accepted_vnd, refused_count,"
        + " refused_vnd, receipt_status, receipt_written) values (?, 'BTXH', 'XA04792', '04792', '2026-08-01', '2026-08-01', '2026-07-15',"
        + " '2026-08-05', '2026-08-25', 180, 90000000, 'RELEASED', '2026-07-23 01:00Z', '2026-07-24 02:00Z', '2026-07-26 03:00Z', 120,"
        + " 60000000, 60, 30000000, 'DISPATCHED', 1)", LONG);
    jdbc.update("insert into payout (payroll_id, line_no, current_payroll_id, current_line_no, programme, commune_code, period,"
        + " entitlement_id, beneficiary_id, kind, for_from, for_to, amount_vnd, state, hold_reason, channel, partner, beneficiary_name,"
        + " circumstance, no_transfer, cash_place, payee_name, payee_relation, pay_from, pay_until, updated_at)"
        + " select ?, n, ?, n, 'BTXH', '04792', '2026-08-01', 'QD-2020-' || n, 'NH-8-' || n, 'REGULAR', '2026-08-01', '2026-08-01', 500000,"
        + " case n when 119 then 'OPEN' when 120 then 'HELD' else 'PAID' end, case n when 120 then 'TWO_ACCOUNTS' end, 'BANK', 'bidv',"
        + " 'Đỗ Thị Hường', 'NONE', false, 'COUNTER', 'Nguyễn Thị Đức Huyền', 'CARER', '2026-08-05', '2026-08-25', now()"
        + " from generate_series(1, ?) n", LONG, LONG, LINES);
    jdbc.update("insert into payroll_refusal (payroll_id, line_no, amount_vnd, reason_code, reason_text) select ?, n, 500000,"
        + " case when n <= 170 then 'AMOUNT_DIFFERS' else 'MOVED' end, 'Dòng ' || n || ' sai, số 2700205198765' from"
        + " generate_series(121, 180) n", LONG);
    long batch = jdbc.queryForObject("insert into batch (proof, partner, kind, state, seq, file_name, file_sha256, file_size,"
        + " payment_count, total_vnd, value_date, opened_at, sent_at) values ('ACK', 'bidv', 'PAYMENT', 'ACKNOWLEDGED', 801,"
        + " 'CT_PTCTXH_20260805_000801.csv', repeat('8', 64), 100, 119, 59500000, '2026-08-05', '2026-08-04 02:00Z', '2026-08-05 02:00Z')"
        + " returning batch_id", Long.class);
    for (int line = 1; line < LINES; line++) {
      jdbc.update("insert into payment (payout_id, attempt, end_to_end_id, channel, partner, amount_vnd, bank_bin, account_no, account_name,"
          + " state, batch_id, batch_line, paid_on, updated_at) select payout_id, 1, ?, 'BANK', 'bidv', 500000, '970418', '2700205198765',"
          + " 'DO THI HUONG', case when state = 'OPEN' then 'SENT' else 'PAID' end, ?, current_line_no,"
          + " case when state = 'PAID' then date '2026-08-06' end, now() from payout where payroll_id = ? and line_no = ?",
          EndToEndId.of(LONG, line, 1), batch, LONG, line);
    }
    long change = jdbc.queryForObject("insert into result_change (written) values (true) returning change_id", Long.class);
    jdbc.update("insert into payout_result (payroll_id, line_no, payout_id, outcome, channel, partner, amount_vnd, paid_on, revision,"
        + " change_id, updated_at) select payroll_id, line_no, payout_id, 'PAID', 'BANK', 'bidv', 500000, '2026-08-06', 1, ?,"
        + " '2026-08-06 02:00Z' from payout where payroll_id = ? and state = 'PAID'", change, LONG);
  }

  @Test
  void aPayrollShowsItsLinesSumsDatesCasesAndFilesInWords() throws Exception {
    long held = payout(120);
    long ofPayroll = rows.openCase("RELEASE_LIMIT", "payroll:" + LONG);
    long ofPayout = rows.openCase("PAYOUT_HELD", "payout:" + held);
    long ofSeveral = rows.openCase("PAYOUT_HELD", "agency:XA04792/TWO_ACCOUNTS/802");
    jdbc.update("update case_record set agency = 'XA04792', cause = 'TWO_ACCOUNTS' where case_id = ?", ofSeveral);
    jdbc.update("insert into case_payout (case_id, payout_id, amount_vnd, evidence, joined_at) values (?, ?, 500000, 'Hai.', now())",
        ofSeveral, payout(119));
    long batch = jdbc.queryForObject("select batch_id from batch where seq = 801", Long.class);

    String page = page("/payrolls/" + LONG);

    assertThat(page).contains("Bảng chi " + LONG, "đã cho đi", "Bảo trợ xã hội", "href=\"/months/2026-08\"", "Phường Tân Hoà (XA04792)",
        "180 dòng, 90.000.000 đồng", "120 dòng, 60.000.000 đồng", "60 dòng, 30.000.000 đồng", "08:00 23/07/2026", "09:00 24/07/2026",
        "10:00 26/07/2026", "đã gửi hết", "118 trên 118 dòng có kết quả", "09:00 06/08/2026", "trợ cấp hằng tháng",
        "59.000.000 đồng", "tạm giữ</span><span>: ", "số tiền", "tình trạng người hưởng", "25.000.000 đồng",
        "Dòng 121 sai, số *************", "CT_PTCTXH_20260805_000801.csv", "href=\"/batches/" + batch + "\"", "119");
    assertThat(List.of(ofPayroll, ofPayout, ofSeveral)).allSatisfy(one -> assertThat(page).contains("href=\"/cases/" + one + "\""));
    assertThat(page).doesNotContain("Hường", "2700205198765", "TWO_ACCOUNTS", "AMOUNT_DIFFERS", "DISPATCHED");
    jdbc.update("update case_record set state = 'CLOSED', closed_at = now(), closed_by = 'hub' where case_id in (?, ?, ?)", ofPayroll,
        ofPayout, ofSeveral);
    assertThat(page("/payrolls/" + LONG)).contains("Không có vụ việc nào đang mở về bảng này");
  }

  @Test
  void thePayoutsOfAPayrollAreReadInPages() throws Exception {
    String first = page("/payrolls/" + LONG);
    assertThat(payouts(first)).hasSize(50).startsWith(payout(1)).endsWith(payout(50));
    assertThat(first).contains("href=\"?after=50\"", "Trang sau").doesNotContain("Trang đầu");
    assertThat(payouts(page("/payrolls/" + LONG + "?after=50"))).startsWith(payout(51)).endsWith(payout(100));
    String last = page("/payrolls/" + LONG + "?after=100");
    assertThat(payouts(last)).hasSize(20).endsWith(payout(120));
    assertThat(last).contains("Trang đầu").doesNotContain("href=\"?after=120\"");
    assertThat(first).contains("Dòng 170 sai", "href=\"?refused=170\"").doesNotContain("Dòng 171 sai");
    assertThat(page("/payrolls/" + LONG + "?refused=170")).contains("Dòng 171 sai", "Dòng 180 sai").doesNotContain("Dòng 170 sai");
    assertThat(console.get(VIEWER, "/payrolls/" + LONG + "?after=x").statusCode()).isEqualTo(400);
  }

  @Test
  void aPayrollIsReachedFromItsMonthTheSearchAPayoutAndACase() throws Exception {
    String link = "href=\"/payrolls/" + LONG + "\"";
    assertThat(page("/months/2026-11")).contains("href=\"/payrolls?month=2026-11\"");
    assertThat(page("/payrolls?month=2026-08")).contains(link, "Bảng chi tháng 08/2026", "90.000.000 đồng");
    assertThat(console.get(VIEWER, "/payrolls?month=1999-01").statusCode()).isEqualTo(404);
    for (String text : List.of(LONG, "btxh-04792-2026-08", "BTXH-04792-2026")) {
      assertThat(page("/search?q=" + text)).as(text).contains(link).doesNotContain("Không tìm thấy");
    }
    assertThat(page("/search?q=QD-2026-1")).doesNotContain("/payrolls/");
    assertThat(page("/payouts/" + payout(3))).contains(link);
    long about = rows.openCase("RELEASE_LIMIT", "payroll:" + LONG);
    long naming = rows.openCase("CODE_UNKNOWN", "partner:bidv");
    jdbc.update("update case_record set evidence = 'Bảng " + LONG + " và bảng BTXH-04792-2020-01.' where case_id = ?", naming);
    assertThat(page("/cases/" + about)).contains(link);
    assertThat(page("/cases/" + naming)).contains(link, "BTXH-04792-2020-01").doesNotContain("/payrolls/BTXH-04792-2020-01");
    jdbc.update("update case_record set state = 'CLOSED', closed_at = now(), closed_by = 'hub' where case_id in (?, ?)", about, naming);
  }

  @Test
  void eachReasonThatKeepsAMonthOpenLeadsToWhatItNamesAndToItsCase() throws Exception {
    String totals = openMonth("HTXH-04792-2026-07", "HELD");
    String unreleased = openMonth("HTXH-04792-2026-07-2", "TAKEN");
    long payout = jdbc.queryForObject("insert into payout (payroll_id, line_no, current_payroll_id, current_line_no, programme, commune_code,"
        + " period, entitlement_id, beneficiary_id, kind, for_from, for_to, amount_vnd, state, channel, partner, beneficiary_name,"
        + " circumstance, no_transfer, cash_place, payee_name, payee_relation, pay_from, pay_until, updated_at) values (?, 1, ?, 1, 'HTXH',"
        + " '04792', '2026-07-01', 'QD-7', 'NH-7', 'REGULAR', '2026-07-01', '2026-07-01', 500000, 'OPEN', 'COMMUNE_CASH', 'xa', 'Lê Văn An',"
        + " 'NONE', false, 'COUNTER', 'Lê Văn An', 'SELF', '2026-07-05', '2026-07-25', now()) returning payout_id", Long.class, unreleased,
        unreleased);
    long list = jdbc.queryForObject("insert into batch (proof, partner, kind, folder, programme, period, state, seq, file_name, file_sha256,"
        + " file_size, payment_count, total_vnd, opened_at) values ('ACK', 'xa', 'PAYMENT', '04792', 'HTXH', '2026-07-01', 'SENT', 1,"
        + " 'DS_04792_202607_01.csv', repeat('7', 64), 100, 1, 500000, '2026-07-04 02:00Z') returning batch_id", Long.class);
    jdbc.update("insert into payment (payout_id, attempt, end_to_end_id, channel, partner, folder, amount_vnd, state, batch_id, batch_line,"
        + " updated_at) values (?, 1, ?, 'COMMUNE_CASH', 'xa', '04792', 500000, 'SENT', ?, 1, now())", payout,
        EndToEndId.of(unreleased, 1, 1), list);
    List<Long> about = List.of(rows.openCase("PAYROLL_TOTALS", "payroll:" + totals), rows.openCase("RELEASE_LIMIT", "payroll:" + unreleased),
        rows.openCase("CODE_UNKNOWN", "batch:" + list), rows.openCase("SETTLEMENT_DIFFERENCE", "period:2026-07/HTXH"));

    String page = page("/months/2026-07");

    assertThat(page).contains("href=\"/payrolls/" + totals + "\">" + totals + ", Phường Tân Hoà</a>",
        "href=\"/payrolls/" + unreleased + "\"", "href=\"/batches/" + list + "\">DS_04792_202607_01.csv</a>", "href=\"/payouts/" + payout + "\"", "1 bảng",
        "hai người duyệt bảng vượt mức", "bưu điện, xã gửi báo cáo");
    assertThat(about).allSatisfy(one -> assertThat(page).contains("href=\"/cases/" + one + "\""));
    assertThat(page.split("href=\"/cases/" + about.get(2) + "\"", -1)).as("at the list and at its payout").hasSize(3);
    assertThat(page("/months/2026-11")).contains("href=\"/payouts/").doesNotContain(totals, "DS_04792_202607");
    about.forEach(one -> jdbc.update("update case_record set state = 'CLOSED', closed_at = now(), closed_by = 'hub' where case_id = ?", one));
    String closed = page("/months/2026-07");
    assertThat(closed).contains("href=\"/payrolls/" + totals + "\"");
    assertThat(about).allSatisfy(one -> assertThat(closed).doesNotContain("href=\"/cases/" + one + "\""));
    jdbc.update("update payroll set superseded_by = ? where payroll_id = ?", unreleased, totals);
    jdbc.update("insert into period_close (programme, period, closed_at) values ('HTXH', '2026-07-01', '2026-07-30 02:00Z')");
    jdbc.update("update batch set list_closed = true, answered = true where batch_id = ?", list);
  }

  private String openMonth(String id, String state) {
    jdbc.update("insert into payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from,"
        + " pay_until, item_count, total_vnd, state, taken_at, accepted_count, accepted_vnd, receipt_status) values (?, 'HTXH', 'XA04792',"
        + " '04792', '2026-07-01', '2026-07-01', '2026-06-15', '2026-07-05', '2026-07-25', 1, 500000, ?, '2026-06-24 02:00Z', 1, 500000,"
        + " 'TAKEN')", id, state);
    return id;
  }

  @Test
  void thePayoutsOfAFileAreReadInPagesByLine() throws Exception {
    String batch = "/batches/" + jdbc.queryForObject("select batch_id from batch where seq = 801", Long.class);
    String first = page(batch);
    assertThat(payouts(first)).hasSize(50).startsWith(payout(1)).endsWith(payout(50));
    assertThat(first).contains("<td class=\"n\">50</td>", EndToEndId.of(LONG, 50, 1), "Đ. T. H.", "N. T. Đ. H.", "500.000 đồng", "đã chi",
        "href=\"?after=50\"").doesNotContain("Khoản chi đã ra khỏi tệp", "2700205198765");
    assertThat(payouts(page(batch + "?after=100"))).hasSize(19).endsWith(payout(119));
  }

  @Test
  void aRefusedFileNamesThePayoutsThatLeftIt() throws Exception {
    long payout = rows.payout(85, "OPEN", null, "agribank");
    long payment = rows.payment(payout, "PLANNED", false);
    long refused = rows.batch("REFUSED", 850);
    jdbc.update("update payment set came_back_from = ?, frozen = true where payment_id = ?", refused, payment);

    assertThat(page("/batches/" + refused)).contains("Khoản chi đã ra khỏi tệp", "href=\"/payouts/" + payout + "\"",
        EndToEndId.of(HubRows.PAYROLL, 85, 1));
  }

  @Test
  void aPayrollThatIsNotTakenShowsItsCaseAndAnUnknownOneIsNotFound() throws Exception {
    long caseId = rows.openCase("PAYROLL_NOT_TAKEN", "payroll:BTXH-04792-2027-02");
    assertThat(page("/payrolls/BTXH-04792-2027-02")).contains("Hệ thống chưa nhận bảng này", "href=\"/cases/" + caseId + "\"",
        "href=\"/dry-runs/payroll?id=BTXH-04792-2027-02\"");
    jdbc.update("update case_record set state = 'CLOSED', closed_at = now(), closed_by = 'hub' where case_id = ?", caseId);
    for (String none : List.of("/payrolls/NONE", "/payrolls/a%20b")) {
      assertThat(console.get(VIEWER, none).statusCode()).as(none).isEqualTo(404);
    }
  }

  private long payout(int line) {
    return jdbc.queryForObject("select payout_id from payout where payroll_id = ? and line_no = ?", Long.class, LONG, line);
  }

  private String page(String path) throws Exception {
    return console.get(VIEWER, path).body().replaceAll("\\s+", " ");
  }

  private static List<Long> payouts(String page) {
    return Pattern.compile("href=\"/payouts/(\\d+)\"").matcher(page).results().map(one -> Long.valueOf(one.group(1))).toList();
  }
}
