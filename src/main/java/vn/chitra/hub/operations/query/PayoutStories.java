package vn.chitra.hub.operations.query;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.support.SqlText;

/** Reads the history of one payout: its payments and the partner's statuses, the result at the province, and the event it waits for. */
@Component
public class PayoutStories {

  private static final String PAYMENTS = SqlText.of("operations/read-payments-of-payout");
  private static final String STATUSES = SqlText.of("operations/read-statuses-of-payment");
  private static final String RESULTS = SqlText.of("operations/read-results-of-payout");
  private static final String CASES = SqlText.of("operations/read-open-cases-of-payout");
  private static final String DECISIONS = SqlText.of("operations/read-decisions-about");

  private final JdbcClient jdbc;
  private final Names names;

  PayoutStories(JdbcClient jdbc, Names names) {
    this.jdbc = jdbc;
    this.names = names;
  }

  /** Empty when there is no such payout. */
  @Transactional(readOnly = true)
  public Optional<Story> of(long payoutId) {
    List<String> waits = new ArrayList<>();
    List<Story.Attempt> attempts = jdbc.sql(PAYMENTS).param("payout", payoutId).query((r, n) -> {
      waits.add(paymentWaitsFor(r));
      return attempt(r);
    }).list();
    return jdbc.sql("select * from payout where payout_id = :payout").param("payout", payoutId)
        .query((r, n) -> story(r, attempts, waits.isEmpty() ? null : waits.get(waits.size() - 1))).optional();
  }

  private Story story(ResultSet r, List<Story.Attempt> attempts, @Nullable String newestPayment) throws SQLException {
    long id = r.getLong("payout_id");
    boolean revived = !r.getString("payroll_id").equals(r.getString("current_payroll_id"));
    String explanation = r.getString("explanation");
    return new Story(id, line(r, "current_payroll_id", "current_line_no"), revived ? line(r, "payroll_id", "line_no") : "",
        StateNames.kind(r.getString("kind")), Shown.months(day(r, "for_from"), day(r, "for_to")), Shown.dong(r.getLong("amount_vnd")),
        names.programme(r.getString("programme")), names.commune(r.getString("commune_code"), day(r, "period")),
        Shown.name(r.getString("beneficiary_name")), Shown.name(r.getString("payee_name")),
        StateNames.relation(r.getString("payee_relation")), explanation == null ? "chưa chọn kênh" : names.plain(explanation),
        StateNames.payout(r.getString("state")),
        "HELD".equals(r.getString("state")) ? names.hold(r.getString("hold_reason")) : "", attempts, results(id), cases(id), decisions(id),
        waitsFor(r, newestPayment));
  }

  private static String line(ResultSet r, String payroll, String line) throws SQLException {
    return "bảng " + Shown.harmless(r.getString(payroll)) + " dòng " + r.getInt(line);
  }

  private Story.Attempt attempt(ResultSet r) throws SQLException {
    String provisional = r.getString("provisional");
    String reason = r.getString("reason_code");
    return new Story.Attempt(r.getInt("attempt"), r.getString("end_to_end_id"), StateNames.channel(r.getString("channel")), place(r),
        StateNames.payment(r.getString("state")) + (r.getBoolean("frozen") ? ", đang bị giữ" : ""),
        provisional == null ? "" : "PAID".equals(provisional) ? "tạm báo đã chi" : "tạm báo chưa chi",
        r.getDate("paid_on") == null ? "" : Shown.day(day(r, "paid_on")), reason == null ? "" : names.reason(reason),
        r.getLong("batch_id"), Shown.harmless(r.getString("file_name")), steps(r),
        statuses(r.getLong("payment_id"), r.getString("partner")));
  }

  private static List<Story.Step> steps(ResultSet r) throws SQLException {
    List<Story.Step> steps = new ArrayList<>();
    step(steps, Shown.time(r.getTimestamp("released_at")), "được cho đi");
    step(steps, Shown.time(r.getTimestamp("opened_at")), "vào tệp");
    step(steps, Shown.time(r.getTimestamp("built_at")), "tệp được tạo và kiểm tra");
    step(steps, Shown.time(r.getTimestamp("sent_at")), "tệp được gửi");
    step(steps, Shown.time(r.getTimestamp("acknowledged_at")), "đối tác xác nhận đã nhận tệp");
    return steps;
  }

  private static void step(List<Story.Step> steps, String at, String text) {
    if (!at.isEmpty()) {
      steps.add(new Story.Step(at, text));
    }
  }

  private List<Story.Status> statuses(long paymentId, String partner) {
    return jdbc.sql(STATUSES).param("payment", paymentId).query((r, n) -> {
      String file = r.getString("file_name") == null ? "" : Shown.harmless(r.getString("file_name")) + " dòng " + r.getInt("line_no");
      String code = r.getString("code");
      String shown = code == null || code.isBlank() ? ""
          : Shown.words(code) + names.meaning(partner, code).map(meaning -> " (" + meaning + ")").orElse("");
      return new Story.Status(Shown.time(r.getTimestamp("received_at")), StateNames.status(r.getString("reported")),
          r.getBoolean("provisional"), shown, r.getDate("happened_on") == null ? "" : Shown.day(day(r, "happened_on")),
          Shown.words(r.getString("reason_text")), file, "APPLIED".equals(r.getString("effect")));
    }).list();
  }

  private List<Story.Result> results(long payoutId) {
    return jdbc.sql(RESULTS).param("payout", payoutId).query((r, n) -> new Story.Result(line(r, "payroll_id", "line_no"),
        StateNames.outcome(r.getString("outcome")), r.getBoolean("written"))).list();
  }

  private List<Story.Case> cases(long payoutId) {
    return jdbc.sql(CASES).param("subject", "payout:" + payoutId).param("payout", payoutId)
        .query((r, n) -> new Story.Case(r.getLong("case_id"), Names.kind(r.getString("kind")), names.plain(r.getString("evidence")),
            Shown.time(r.getTimestamp("due_at")))).list();
  }

  private List<Story.Decision> decisions(long payoutId) {
    return jdbc.sql(DECISIONS).param("subject", "payout:" + payoutId).query((r, n) -> {
      String decided = switch (r.getString("state")) {
        case "DONE" -> ", " + Shown.harmless(r.getString("decided_by")) + " duyệt lúc " + Shown.time(r.getTimestamp("decided_at"));
        case "REJECTED" -> ", " + Shown.harmless(r.getString("decided_by")) + " bỏ lúc " + Shown.time(r.getTimestamp("decided_at"));
        default -> ", chờ người thứ hai duyệt";
      };
      return new Story.Decision(Shown.time(r.getTimestamp("proposed_at")), RepairAction.valueOf(r.getString("action")).title() + ": "
          + Shown.harmless(r.getString("proposed_by")) + " đề nghị" + decided, Shown.words(r.getString("reason")));
    }).list();
  }

  private String place(ResultSet r) throws SQLException {
    return names.place(r.getString("partner"), r.getString("folder"));
  }

  private String paymentWaitsFor(ResultSet r) throws SQLException {
    return switch (r.getString("state")) {
      case "PLANNED" -> r.getBoolean("frozen") ? "người quyết định: lần chi đang bị giữ"
          : r.getTimestamp("released_at") == null ? "được cho đi (bảng chưa duyệt, hoặc tệp trước bị từ chối)"
          : "giờ gửi kế tiếp của " + names.partner(r.getString("partner"));
      case "BATCHED" -> "tệp được tạo và gửi";
      case "SENT", "ACCEPTED" -> batchWaitsFor(r);
      case "REJECTED", "UNCOLLECTED", "CANCELLED" -> "hết ngày chi để chuyển kỳ sau, hoặc người quyết định chi lại";
      case "RETURNED" -> "tiền trả về trên sao kê, rồi hai người quyết định";
      default -> "";
    };
  }

  private String batchWaitsFor(ResultSet r) throws SQLException {
    return switch (r.getString("batch_state")) {
      case "WAITING_FUNDS" -> "tiền về tài khoản nguồn của đối tác";
      case "IN_DOUBT", "SENDING" -> "bằng chứng đối tác đã giữ tệp";
      default -> "trả lời của " + place(r) + (r.getDate("answer_due_on") == null ? "" : ", hạn " + Shown.day(day(r, "answer_due_on")));
    };
  }

  private String waitsFor(ResultSet r, @Nullable String newestPayment) throws SQLException {
    return switch (r.getString("state")) {
      case "OPEN" -> newestPayment == null || newestPayment.isEmpty() ? "lập kế hoạch chi" : newestPayment;
      case "HELD" -> "người quyết định (" + names.hold(r.getString("hold_reason")) + ")";
      case "CARRIED_OVER" -> "dòng chuyển kỳ của bảng sau";
      default -> "không gì nữa";
    };
  }

  private static LocalDate day(ResultSet r, String column) throws SQLException {
    Date day = r.getDate(column);
    return day.toLocalDate();
  }
}
