package vn.chitra.hub.console;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitra.hub.repair.HubRows.AMOUNT;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.repair.HubRows;

/** Persons act by the pages: a viewer never, an operator proposes, an approver decides about what another proposed. */
abstract class ConsoleActions {

  private static final String VIEWER = "an";
  private static final String OPERATOR = "huong";
  private static final String APPROVER = "dat";
  private static final String CARRY_OVER = "CARRY_OVER_PAYOUT";
  private static final String WHY = "theo công văn của xã";
  private static int line = 10;
  /** Of cases about hundreds of payouts, behind the lines of the other tests. */
  private static int farLine = 1000;

  private final ConsoleClient console;
  private final JdbcTemplate jdbc;
  private final HubRows rows;

  ConsoleActions(ConsoleClient console, JdbcTemplate jdbc) {
    this.console = console;
    this.jdbc = jdbc;
    this.rows = new HubRows(jdbc);
  }

  @BeforeEach
  void noProposalWaits() {
    jdbc.update("update repair_proposal set state = 'REJECTED', decided_by = 'hub', decided_at = now() where state = 'PROPOSED'");
  }

  @Test
  void aPayoutAndItsCaseOfferWhatIsPossibleWithItsEffect() throws Exception {
    long payout = held();
    long caseId = rows.openCase("PAYOUT_HELD", "payout:" + payout);

    for (String page : List.of("/payouts/" + payout, "/cases/" + caseId)) {
      String seen = console.get(OPERATOR, page).body();
      assertThat(seen).as(page).contains("action=" + CARRY_OVER + "&amp;about=payout:" + payout, "Khoản chi ghi chuyển kỳ sau",
          "500.000 đồng → chuyển kỳ sau", "hai người: một người đề nghị, người khác duyệt");
      assertThat(visible(seen)).doesNotContain("CARR", "HELD", "STOPPED", "500000");
      assertThat(console.get(VIEWER, page).body()).as(page).doesNotContain("/actions");
    }
    assertThat(console.get(OPERATOR, "/payouts/" + payout).body()).doesNotContain("action=UNFREEZE_PAYOUT", "action=WRITE_OFF_ERROR");
    assertThat(console.get(OPERATOR, "/cases/" + caseId).body()).contains("Bây giờ chưa làm được: Khoản chi số " + payout
        + " không có lần chi nào đang bị giữ", "Vụ việc còn nguyên nhân");
  }

  @Test
  void aViewersCallIsRefusedByTheServer() throws Exception {
    long payout = held();
    String about = "payout:" + payout;
    assertThat(console.get(VIEWER, "/actions?action=" + CARRY_OVER + "&about=" + about).statusCode()).isEqualTo(403);
    assertThat(propose(VIEWER, about, WHY).statusCode()).isEqualTo(403);
    assertThat(waiting()).isZero();
    long proposal = proposed(about);

    for (String login : List.of(VIEWER, OPERATOR)) {
      assertThat(console.post(login, "/approvals/" + proposal + "/approve").statusCode()).as(login).isEqualTo(403);
    }
    assertThat(console.post(VIEWER, "/approvals/" + proposal + "/reject", "reason", WHY).statusCode()).isEqualTo(403);
    assertThat(console.post("", "/approvals/" + proposal + "/approve").statusCode()).isIn(401, 403);
    assertThat(state(payout)).isEqualTo("HELD");
    assertThat(waiting()).isOne();
  }

  @Test
  void aReasonIsCompulsoryAndTheNextPageSaysWhatWaits() throws Exception {
    long payout = held();
    HttpResponse<String> refused = propose(OPERATOR, "payout:" + payout, "  ");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("role=\"alert\"", "Cần nêu lý do", "<label for=\"reason\"");
    assertThat(waiting()).isZero();

    HttpResponse<String> done = propose(OPERATOR, "payout:" + payout, WHY);

    assertThat(done.statusCode()).isEqualTo(302);
    assertThat(done.headers().firstValue("Location")).hasValue("/payouts/" + payout);
    assertThat(console.get(VIEWER, "/payouts/" + payout).body()).contains("huong đề nghị, chờ người thứ hai duyệt", WHY);
    assertThat(propose(OPERATOR, "payout:" + payout, WHY).body()).contains("đã có và đang chờ duyệt");
  }

  @Test
  void anApproverSeesTheEffectAndDecidesAboutWhatAnotherProposed() throws Exception {
    long payout = held();
    long proposal = proposed("payout:" + payout);
    assertThat(console.get(APPROVER, "/approvals").body()).contains("Chờ bạn duyệt: 1", "/approvals/" + proposal);
    assertThat(console.get(APPROVER, "/approvals/" + proposal).body()).contains("Khoản chi ghi chuyển kỳ sau", "1 khoản, 500.000 đồng",
        "→ chuyển kỳ sau", WHY, "action=\"/approvals/" + proposal + "/approve\"");
    assertThat(console.get(OPERATOR, "/approvals/" + proposal).body()).contains("của chính bạn", "/reject\"").doesNotContain("/approve\"");
    assertThat(console.get(VIEWER, "/approvals/" + proposal).body()).doesNotContain("/approve\"", "/reject\"");

    HttpResponse<String> approved = console.post(APPROVER, "/approvals/" + proposal + "/approve");

    assertThat(approved.statusCode()).isEqualTo(302);
    assertThat(state(payout)).isEqualTo("CARRIED_OVER");
    assertThat(events("payout:" + payout)).containsExactly("huong PROPOSE_CARRY_OVER_PAYOUT", "dat CARRY_OVER_PAYOUT");
    assertThat(console.get(APPROVER, "/approvals/" + proposal).headers().firstValue("Location")).hasValue("/approvals");
  }

  @Test
  void nobodyApprovesHisOwnProposal() throws Exception {
    long payout = held();
    propose(APPROVER, "payout:" + payout, WHY);
    long proposal = newest();
    assertThat(console.get(APPROVER, "/approvals").body()).contains("Chờ bạn duyệt: 0", "của chính bạn");

    HttpResponse<String> own = console.post(APPROVER, "/approvals/" + proposal + "/approve");

    assertThat(own.statusCode()).isEqualTo(409);
    assertThat(own.body()).contains("không được tự duyệt");
    assertThat(state(payout)).isEqualTo("HELD");
    assertThat(console.post("tam", "/approvals/" + proposal + "/approve").statusCode()).isEqualTo(302);
    assertThat(state(payout)).isEqualTo("CARRIED_OVER");
  }

  @Test
  void aRejectionNeedsAReasonAndChangesNothingElse() throws Exception {
    long payout = held();
    long proposal = proposed("payout:" + payout);

    assertThat(console.post(APPROVER, "/approvals/" + proposal + "/reject", "reason", "").statusCode()).isEqualTo(409);
    assertThat(console.post(APPROVER, "/approvals/" + proposal + "/reject", "reason", "chưa đủ giấy tờ").statusCode()).isEqualTo(302);

    assertThat(state(payout)).isEqualTo("HELD");
    assertThat(events("payout:" + payout)).containsExactly("huong PROPOSE_CARRY_OVER_PAYOUT", "dat REJECT_CARRY_OVER_PAYOUT");
  }

  @Test
  void oneProposalTakesTwentyCasesAndOneApprovalDoesThemAll() throws Exception {
    List<Long> payouts = IntStream.range(0, 20).mapToObj(n -> held()).toList();
    List<Long> cases = payouts.stream().map(payout -> rows.openCase("PAYEE_DECEASED", "payout:" + payout)).toList();
    String list = console.get(OPERATOR, "/cases?kind=PAYEE_DECEASED&all=true").body();
    assertThat(list).contains("<option value=\"" + CARRY_OVER + "\"").doesNotContain("<option value=\"SEND_AGAIN\"");
    assertThat(cases).allSatisfy(one -> assertThat(list).containsPattern("name=\"cases\" value=\"" + one + "\"[^>]* checked"));
    String chosen = "action=" + CARRY_OVER + String.join("", cases.stream().map(one -> "&cases=" + one).toList());

    String preview = console.get(OPERATOR, "/actions?" + chosen).body();

    assertThat(preview).contains("20 khoản, 10.000.000 đồng", "Đề nghị, chờ người thứ hai duyệt");
    assertThat(payouts).allSatisfy(payout -> assertThat(preview).contains("name=\"about\" value=\"payout:" + payout + "\""));
    HttpResponse<String> proposed = console.post(OPERATOR, "/actions", form(payouts, 20, 20 * AMOUNT));
    long proposal = newest();
    assertThat(proposed.headers().firstValue("Location")).hasValue("/approvals/" + proposal);
    assertThat(console.get(APPROVER, "/approvals/" + proposal).body()).contains("20 khoản, 10.000.000 đồng", "khoản chi số "
        + payouts.get(19));
    assertThat(console.get(VIEWER, "/payouts/" + payouts.get(0)).body()).contains("huong đề nghị, chờ người thứ hai duyệt");
    assertThat(payouts).extracting(this::state).containsOnly("HELD");

    assertThat(console.post(APPROVER, "/approvals/" + proposal + "/approve").statusCode()).isEqualTo(302);

    assertThat(payouts).extracting(this::state).containsOnly("CARRIED_OVER");
    assertThat(events("proposal:" + proposal)).containsExactly("huong PROPOSE_CARRY_OVER_PAYOUT", "dat CARRY_OVER_PAYOUT");
    assertThat(cases).allSatisfy(one -> assertThat(rows.row("case_record", "case_id", one)).containsEntry("state", "CLOSED")
        .containsEntry("closed_by", APPROVER));
  }

  @Test
  void aCaseOfSeveralPayoutsOffersThoseThatWaitAndEndsWithThem() throws Exception {
    List<Long> payouts = List.of(held(), held());
    long decided = held();
    long caseId = groupCase(payouts, decided);
    String page = console.get(OPERATOR, "/cases/" + caseId).body();
    assertThat(payouts).allSatisfy(payout -> assertThat(page)
        .containsPattern("name=\"about\" value=\"payout:" + payout + "\"[^>]* checked[^>]*aria-label=\"Chọn khoản chi " + payout + "\""));
    assertThat(page).contains("<option value=\"" + CARRY_OVER + "\"", "<option value=\"HAND_BACK_PAYOUT\"", "Việc cho các khoản đã chọn")
        .doesNotContain("<option value=\"CLOSE_CASE\"", "value=\"payout:" + decided + "\"");
    assertThat(console.get(VIEWER, "/cases/" + caseId).body()).doesNotContain("name=\"about\"", "/actions");

    String preview = console.get(OPERATOR, "/actions?action=" + CARRY_OVER + "&cases=" + caseId).body();

    assertThat(preview).contains("2 khoản, 1.000.000 đồng").doesNotContain("không làm cho đối tượng ấy", "payout:" + decided + "\"");
    console.post(OPERATOR, "/actions", form(payouts, 2, 2 * AMOUNT));
    assertThat(console.post(APPROVER, "/approvals/" + newest() + "/approve").statusCode()).isEqualTo(302);
    assertThat(payouts).extracting(this::state).containsOnly("CARRIED_OVER");
    assertThat(rows.row("case_record", "case_id", caseId)).containsEntry("state", "CLOSED").containsEntry("closed_by", APPROVER);
  }

  @Test
  void aCaseOfMorePayoutsThanAPageIsChosenAsAWholeAndFrozen() throws Exception {
    List<Long> payouts = IntStream.range(0, 230).mapToObj(n -> heldFar()).toList();
    long caseId = groupCase(payouts, heldFar());
    String page = console.get(OPERATOR, "/cases/" + caseId).body();
    assertThat(page).contains("Phần 1/2 của 231 dòng", "Việc cho cả 230 khoản đang chờ của vụ việc", "/cases/" + caseId + "?page=2")
        .contains("<input type=\"hidden\" name=\"cases\" value=\"" + caseId + "\"");
    assertThat(console.get(OPERATOR, "/cases/" + caseId + "?page=2").body())
        .contains("Phần 2/2 của 231 dòng", "khoản chi số " + payouts.get(229)).doesNotContain("khoản chi số " + payouts.get(0) + "<");

    String preview = console.get(OPERATOR, "/actions?action=" + CARRY_OVER + "&cases=" + caseId).body();

    assertThat(preview).contains("230 khoản, 115.000.000 đồng", "Phần 1/2 của 230 dòng", "khoản chi số " + payouts.get(0) + "<")
        .doesNotContain("name=\"about\"", "khoản chi số " + payouts.get(229) + "<");
    String address = "/actions?action=" + CARRY_OVER + "&cases=" + caseId + "&parameter=&page=2";
    assertThat(preview).contains(address.replace("&", "&amp;"));
    assertThat(console.get(OPERATOR, address).body()).contains("Phần 2/2", "khoản chi số " + payouts.get(229) + "<");
    String set = Pattern.compile("name=\"set\" value=\"([0-9a-f]{64})\"").matcher(preview).results().findFirst().orElseThrow()
        .group(1);
    List<Object> seen = List.of("action", CARRY_OVER, "cases", caseId, "parameter", "", "reason", WHY, "payouts", 230, "dong", 230 * AMOUNT);

    long late = heldFar();
    jdbc.update("update case_payout set payout_id = ? where case_id = ? and payout_id = ?", late, caseId, payouts.get(5));
    HttpResponse<String> others = console.post(OPERATOR, "/actions", with(seen, set));
    assertThat(others.statusCode()).as("as many payouts and the same sum, but not those that were seen").isEqualTo(409);
    assertThat(others.body()).contains("Các khoản của vụ việc đã khác lúc xem");
    jdbc.update("update case_payout set payout_id = ? where case_id = ? and payout_id = ?", payouts.get(5), caseId, late);

    HttpResponse<String> proposed = console.post(OPERATOR, "/actions", with(seen, set));
    long proposal = newest();
    assertThat(proposed.headers().firstValue("Location")).hasValue("/approvals/" + proposal);
    assertThat(console.get(APPROVER, "/approvals/" + proposal + "?page=2").body()).contains("Phần 2/2 của 230 dòng", "khoản chi số "
        + payouts.get(229) + "<");
    assertThat(console.post(APPROVER, "/approvals/" + proposal + "/approve").statusCode()).isEqualTo(302);
    assertThat(payouts).extracting(this::state).containsOnly("CARRIED_OVER");
    assertThat(jdbc.queryForObject("select detail from audit_event where action = ? and subject = ?", String.class, CARRY_OVER.toString(),
        "proposal:" + proposal)).as("each payout").contains(payouts.stream().map(String::valueOf).toArray(String[]::new));
    assertThat(rows.row("case_record", "case_id", caseId)).containsEntry("state", "CLOSED");
  }

  @Test
  void ofAWholeCaseOnlyThePossiblePayoutsMayBeKept() throws Exception {
    List<Long> payouts = new ArrayList<>(IntStream.range(0, 205).mapToObj(n -> heldFar()).toList());
    payouts.add(rows.payout(farLine++, "PAID", null, "agribank"));
    long caseId = groupCase(payouts, heldFar());

    String preview = console.get(OPERATOR, "/actions?action=" + CARRY_OVER + "&cases=" + caseId).body();
    assertThat(preview).contains("Không làm được: Khoản chi đang ở trạng thái “đã chi”", "Chỉ giữ các khoản làm được")
        .doesNotContain("method=\"post\" action=\"/actions\"");
    assertThat(console.get(OPERATOR, "/actions?action=" + CARRY_OVER + "&cases=" + caseId + "&fit=true").body())
        .contains("205 khoản, 102.500.000 đồng", "name=\"fit\" value=\"true\"", "Đề nghị, chờ người thứ hai duyệt");
  }

  @Test
  void tooManyLinesChosenByHandAreCounted() throws Exception {
    String many = IntStream.rangeClosed(1, 201).mapToObj(n -> "&about=payout:" + n).collect(Collectors.joining());
    assertThat(console.get(OPERATOR, "/actions?action=" + CARRY_OVER + many).body()).contains("Chọn 201 dòng", "nhiều nhất 200");
  }

  private static Object[] with(List<Object> seen, String set) {
    return Stream.concat(seen.stream(), Stream.of("set", set)).toArray();
  }

  @Test
  void aCaseAboutMissingRepliesOffersThePayoutsWithoutOne() throws Exception {
    long waits = rows.payout(line++, "OPEN", null, "agribank");
    long payment = rows.payment(waits, "SENT", true);
    long batch = jdbc.queryForObject("update batch set answered = true where batch_id = (select batch_id from payment where payment_id = ?)"
        + " returning batch_id", Long.class, payment);
    long caseId = rows.openCase("PAYMENT_UNNAMED", "batch:" + batch);

    assertThat(console.get(OPERATOR, "/cases/" + caseId).body()).contains("name=\"about\" value=\"payout:" + waits + "\"",
        "<option value=\"RECORD_PAID\"", "<option value=\"RECORD_UNPAID\"", "chưa có kết quả");

    for (String chosen : List.of("about=payout:" + waits, "cases=" + caseId)) {
      assertThat(console.get(OPERATOR, "/actions?action=RECORD_UNPAID&" + chosen).body()).as(chosen)
          .contains("ghi nhận không chi", "1 khoản, 500.000 đồng", "Đề nghị, chờ người thứ hai duyệt");
    }
    assertThat(console.get(OPERATOR, "/cases?kind=PAYMENT_UNNAMED").body()).contains("<option value=\"RECORD_PAID\"");
  }

  @Test
  void whatDoesNotFitIsNamedAndTheRestMayBeKept() throws Exception {
    long fits = held();
    long sent = rows.payout(line++, "PAID", null, "agribank");
    String preview = console.get(OPERATOR, "/actions?action=" + CARRY_OVER + "&about=payout:" + fits + "&about=payout:" + sent).body();

    assertThat(preview).contains("Không làm được: Khoản chi đang ở trạng thái “đã chi”", "Chỉ giữ 1 dòng làm được")
        .doesNotContain("method=\"post\" action=\"/actions\"");
    assertThat(console.post(OPERATOR, "/actions", form(List.of(fits, sent), 2, 2 * AMOUNT)).statusCode()).isEqualTo(409);
    assertThat(console.get(OPERATOR, "/actions?action=SEND_AGAIN&cases=" + rows.openCase("CODE_UNKNOWN", "payout:" + fits)).body())
        .contains("Việc này không làm cho đối tượng ấy");
    assertThat(console.get(OPERATOR, "/actions?action=" + CARRY_OVER).body()).contains("Chưa chọn dòng nào");
    assertThat(console.get(OPERATOR, "/actions?action=NONE&about=payout:1").statusCode()).isEqualTo(400);
    assertThat(waiting()).isZero();
  }

  @Test
  void anotherSumThanTheOneSeenIsNotProposed() throws Exception {
    long payout = held();

    HttpResponse<String> refused = console.post(OPERATOR, "/actions", form(List.of(payout), 1, AMOUNT - 1));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("đã khác lúc xem");
    assertThat(waiting()).isZero();
  }

  @Test
  void anActionOfOnePersonIsDoneAtOnce() throws Exception {
    List<Long> cases = IntStream.range(0, 3).mapToObj(n -> rows.openCase("CODE_UNKNOWN", "partner:c" + n)).toList();
    List<Object> form = new ArrayList<>(List.of("action", "CLOSE_CASE", "reason", WHY, "payouts", 3, "dong", 0));
    cases.forEach(one -> form.addAll(List.of("cases", one)));

    assertThat(console.post(OPERATOR, "/actions", form.toArray()).headers().firstValue("Location")).hasValue("/cases");

    assertThat(cases).allSatisfy(one -> assertThat(rows.row("case_record", "case_id", one)).containsEntry("state", "CLOSED")
        .containsEntry("closed_by", OPERATOR).containsEntry("resolution", WHY));
    assertThat(events("cases:3")).containsExactly("huong CLOSE_CASE");
  }

  private long heldFar() {
    return rows.payout(farLine++, "HELD", "TWO_ACCOUNTS", null);
  }

  private long held() {
    return rows.payout(line++, "HELD", "TWO_ACCOUNTS", null);
  }

  /** The payouts wait; the last one is decided already. */
  private long groupCase(List<Long> payouts, long decided) {
    long caseId = rows.openCase("PAYOUT_HELD", "agency:XA04792/TWO_ACCOUNTS/" + payouts.get(0));
    jdbc.update("update case_record set item_count = ?, amount_vnd = ?, agency = 'XA04792', cause = 'TWO_ACCOUNTS' where case_id = ?",
        payouts.size(), payouts.size() * AMOUNT, caseId);
    String join = "insert into case_payout (case_id, payout_id, amount_vnd, evidence, joined_at, ended_at) values (?, ?, ?,"
        + " 'Hai tài khoản.', now(), case when ? then now() end)";
    payouts.forEach(payout -> jdbc.update(join, caseId, payout, AMOUNT, false));
    jdbc.update(join, caseId, decided, AMOUNT, true);
    return caseId;
  }

  private HttpResponse<String> propose(String login, String about, String reason) throws Exception {
    return console.post(login, "/actions", "action", CARRY_OVER, "about", about, "parameter", "", "reason", reason, "payouts", 1, "dong",
        AMOUNT);
  }

  private long proposed(String about) throws Exception {
    assertThat(propose(OPERATOR, about, WHY).statusCode()).isEqualTo(302);
    return newest();
  }

  private static Object[] form(List<Long> payouts, int count, long dong) {
    List<Object> form = new ArrayList<>(List.of("action", CARRY_OVER, "parameter", "", "reason", WHY, "payouts", count, "dong", dong));
    payouts.forEach(payout -> form.addAll(List.of("about", "payout:" + payout)));
    return form.toArray();
  }

  /** The page without its addresses and the values of its fields. */
  private static String visible(String page) {
    return page.replaceAll("(?:href|value|action)=\"[^\"]*\"", "");
  }

  private long waiting() {
    return jdbc.queryForObject("select count(*) from repair_proposal where state = 'PROPOSED' and proposed_at > '2026-11-18 01:30Z'",
        Long.class);
  }

  private long newest() {
    return jdbc.queryForObject("select max(proposal_id) from repair_proposal", Long.class);
  }

  private String state(long payout) {
    return jdbc.queryForObject("select state from payout where payout_id = ?", String.class, payout);
  }

  private List<String> events(String subject) {
    return jdbc.queryForList("select actor || ' ' || action from audit_event where subject = ? order by audit_id", String.class, subject);
  }
}
