package vn.chitra.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitra.hub.repair.HubRows.AMOUNT;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.repair.HubRows;

/** The page of a payout tells of what happened to its file and its payroll, and of every decision of persons. */
abstract class ConsoleStories {

  private static final String VIEWER = "an";
  private static final String OPERATOR = "huong";
  private static final String WHY = "theo công văn của xã";
  private static int line = 60;

  private final ConsoleClient console;
  private final JdbcTemplate jdbc;
  private final HubRows rows;

  ConsoleStories(ConsoleClient console, JdbcTemplate jdbc) {
    this.console = console;
    this.jdbc = jdbc;
    this.rows = new HubRows(jdbc);
  }

  @Test
  void aStoryGoesThroughARefusedFile() throws Exception {
    long payout = rows.payout(line++, "OPEN", null, "agribank");
    long payment = rows.payment(payout, "PLANNED", false);
    long refused = rows.batch("REFUSED", 500);
    jdbc.update("update batch set built_at = '2026-11-04 03:00Z', sent_at = '2026-11-04 04:00Z' where batch_id = ?", refused);
    jdbc.update("update payment set came_back_from = ? where payment_id = ?", refused, payment);
    long caseId = rows.openCase("BATCH_REFUSED", "batch:" + refused);
    jdbc.update("update case_record set opened_at = '2026-11-04 06:00Z', due_at = '2026-11-20 02:00Z', evidence = 'Mã R01 (sai chữ ký)'"
        + " where case_id = ?", caseId);

    String page = story(payout);
    assertThat(page).contains("hai người cho đi lại: tệp trước CT_PTCTXH_20261105_000500.csv", "href=\"/cases/" + caseId + "\"",
        "Hạn 09:00 20/11/2026", "href=\"/batches/" + refused + "\"");
    assertThat(page).containsSubsequence("10:00 04/11/2026", "tệp trước CT_PTCTXH_20261105_000500.csv được tạo", "11:00 04/11/2026",
        "tệp trước CT_PTCTXH_20261105_000500.csv được gửi", "13:00 04/11/2026", "Đối tác từ chối cả tệp", "Mã R01 (sai chữ ký)");

    request("RELEASE_REFUSED_BATCH", List.of("batch:" + refused));
    assertThat(story(payout)).contains("Cho đi lại các khoản của tệp bị từ chối: huong đề nghị, chờ người thứ hai duyệt", WHY);
  }

  @Test
  void aPayrollThatWaitsForItsReleaseIsNamedWithItsCase() throws Exception {
    long payout = rows.payout(line++, "OPEN", null, "agribank");
    rows.payment(payout, "PLANNED", false);
    long caseId = rows.openCase("RELEASE_LIMIT", "payroll:" + HubRows.PAYROLL);
    try {
      assertThat(story(payout)).contains("bảng chi được duyệt để cho đi", "href=\"/cases/" + caseId + "\"").doesNotContain("tệp trước");
    } finally {
      jdbc.update("update case_record set state = 'CLOSED', closed_at = now(), closed_by = 'hub' where case_id = ?", caseId);
    }
  }

  @Test
  void theDecisionOfOnePersonStandsInTheStoryOfEachPayout() throws Exception {
    long alone = rows.payout(line++, "OPEN", null, "agribank");
    long one = rows.payout(line++, "OPEN", null, "agribank");
    long other = rows.payout(line++, "OPEN", null, "agribank");
    request("HOLD_PAYOUT", List.of("payout:" + alone));
    request("HOLD_PAYOUT", List.of("payout:" + one, "payout:" + other));

    for (long payout : List.of(alone, one, other)) {
      assertThat(story(payout)).containsOnlyOnce("Tạm giữ khoản chi chưa gửi: huong làm").contains("Lý do:", WHY);
    }
    long caseId = rows.openCase("CODE_UNKNOWN", "payout:" + alone);
    console.post(OPERATOR, "/actions", "action", "CLOSE_CASE", "about", "case:" + caseId, "reason", WHY, "payouts", 1, "dong", 0);
    assertThat(story(alone)).contains("Đóng vụ việc với lý do: huong làm");
    assertThat(story(one)).doesNotContain("Đóng vụ việc với lý do: huong làm");
  }

  /** The role stands in mappings/alerts.yaml. */
  @Test
  void eachCaseNamesWhoMustDoWhat() throws Exception {
    long payout = rows.payout(line++, "HELD", "TWO_ACCOUNTS", null);
    long forOperator = rows.openCase("PAYEE_DECEASED", "payout:" + payout);
    long forAccountant = rows.openCase("PAYMENT_RETURNED", "payout:" + payout);
    jdbc.update("update case_record set due_at = '2026-11-01 02:00Z' where case_id in (?, ?)", forOperator, forAccountant);

    for (String page : List.of("/", "/cases", "/cases/" + forOperator, "/payouts/" + payout)) {
      assertThat(console.get(VIEWER, page).body()).as(page).contains("Xác minh người nhận đã mất, cập nhật hồ sơ", "người vận hành");
    }
    for (String page : List.of("/", "/cases", "/cases/" + forAccountant, "/payouts/" + payout)) {
      assertThat(console.get(VIEWER, page).body()).as(page).contains("Sửa tài khoản hoặc chuyển kênh khoản bị trả về", "kế toán");
    }
    assertThat(console.get(VIEWER, "/payouts/" + payout).body()).contains("Việc phải làm (kế toán):");
    for (String page : List.of("/cases", "/cases/" + forOperator, "/payouts/" + payout)) {
      assertThat(console.get(VIEWER, page, "en").body()).as(page).contains("Check that the payee died, have the records updated")
          .doesNotContain("Xác minh người nhận đã mất, cập nhật hồ sơ");
    }
    jdbc.update("update case_record set state = 'CLOSED', closed_at = now(), closed_by = 'hub' where case_id in (?, ?)", forOperator,
        forAccountant);
  }

  private String story(long payout) throws Exception {
    return console.get(VIEWER, "/payouts/" + payout).body();
  }

  private void request(String action, List<String> about) throws Exception {
    long payouts = about.size();
    List<Object> form = new ArrayList<>(List.of("action", action, "reason", WHY, "payouts", payouts, "dong", payouts * AMOUNT));
    about.forEach(one -> form.addAll(List.of("about", one)));
    assertThat(console.post(OPERATOR, "/actions", form.toArray()).statusCode()).as(about.toString()).isEqualTo(302);
  }
}
