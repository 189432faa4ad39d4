package vn.chitra.hub.operations.jmx;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.support.SqlText;

/**
 * Describes the history of one payout in Vietnamese: the reason for its channel, each payment and the partner's statuses, the result in the
 * welfare database, and the event that it waits for. Initials instead of names; no personal number, account or benefit code.
 */
@Component
class PayoutStory {

  private static final String PAYMENTS = SqlText.of("operations/read-payments-of-payout");
  private static final String STATUSES = SqlText.of("operations/read-statuses-of-payment");
  private static final String RESULTS = SqlText.of("operations/read-results-of-payout");

  private final JdbcClient jdbc;

  PayoutStory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(readOnly = true)
  String notify(long payoutId) {
    List<String> story = new ArrayList<>();
    List<String> waits = new ArrayList<>();
    jdbc.sql("select * from payout where payout_id = :payout").param("payout", payoutId).query(r -> {
      head(r, story);
      payments(payoutId, story, waits);
      result(payoutId, story);
      cases(payoutId, story);
      story.add("Đang chờ: " + waitsFor(r, waits.isEmpty() ? null : waits.get(waits.size() - 1)));
    });
    return String.join("\n", story);
  }

  private static void head(ResultSet r, List<String> story) throws SQLException {
    boolean revived = !r.getString("payroll_id").equals(r.getString("current_payroll_id"));
    String from = revived ? " (chuyển từ bảng " + r.getString("payroll_id") + " dòng " + r.getInt("line_no") + ")" : "";
    story.add("Khoản chi số " + r.getLong("payout_id") + ": bảng " + r.getString("current_payroll_id") + " dòng "
        + r.getInt("current_line_no") + from);
    story.add("Nội dung: " + Words.kind(r.getString("kind")) + " tháng " + Shown.months(day(r, "for_from"), day(r, "for_to")) + ", "
        + Shown.dong(r.getLong("amount_vnd")) + ", chương trình " + r.getString("programme") + ", xã " + r.getString("commune_code"));
    story.add("Người hưởng: " + Shown.name(r.getString("beneficiary_name")) + " Người nhận: " + Shown.name(r.getString("payee_name"))
        + " (" + Words.relation(r.getString("payee_relation")) + ")");
    story.add("Vì sao kênh này: " + (r.getString("explanation") == null ? "chưa chọn kênh" : Shown.harmless(r.getString("explanation"))));
    story.add("Trạng thái: " + Words.payout(r.getString("state")));
  }

  private void payments(long payoutId, List<String> story, List<String> waits) {
    jdbc.sql(PAYMENTS).param("payout", payoutId).query(r -> {
      story.add("Lần chi " + r.getInt("attempt") + ": mã " + r.getString("end_to_end_id") + ", " + Words.channel(r.getString("channel"))
          + " qua " + place(r) + ", " + Words.payment(r.getString("state")) + tail(r));
      statuses(r.getLong("payment_id"), story);
      waits.add(paymentWaitsFor(r));
    });
  }

  private static String place(ResultSet r) throws SQLException {
    return r.getString("folder").isEmpty() ? r.getString("partner") : r.getString("partner") + "/" + r.getString("folder");
  }

  private static String tail(ResultSet r) throws SQLException {
    String provisional = r.getString("provisional");
    String text = provisional == null ? "" : "PAID".equals(provisional) ? " (tạm báo đã chi)" : " (tạm báo chưa chi)";
    text += r.getDate("paid_on") == null ? "" : " ngày " + Shown.day(day(r, "paid_on"));
    text += r.getString("reason_code") == null ? "" : ", lý do " + Shown.words(r.getString("reason_code"));
    return text + (r.getString("file_name") == null ? "" : ", tệp " + Shown.harmless(r.getString("file_name")));
  }

  private void statuses(long paymentId, List<String> story) {
    jdbc.sql(STATUSES).param("payment", paymentId).query(r -> {
      String code = r.getString("code") == null ? "" : " mã " + Shown.words(r.getString("code"));
      String when = r.getDate("happened_on") == null ? "" : " ngày " + Shown.day(day(r, "happened_on"));
      String text = r.getString("reason_text") == null ? "" : ": " + Shown.words(r.getString("reason_text"));
      story.add("  – đối tác nói: " + Words.status(r.getString("reported")) + (r.getBoolean("provisional") ? " (tạm)" : "") + code + when
          + text + ("APPLIED".equals(r.getString("effect")) ? "" : " [không đổi trạng thái]"));
    });
  }

  private void result(long payoutId, List<String> story) {
    jdbc.sql(RESULTS).param("payout", payoutId).query(r -> {
      story.add("Kết quả báo tỉnh: " + r.getString("payroll_id") + " dòng " + r.getInt("line_no") + " = " + r.getString("outcome")
          + (r.getBoolean("written") ? "" : " (chưa ghi xong)"));
    });
  }

  private void cases(long payoutId, List<String> story) {
    jdbc.sql("select case_id, kind, evidence from case_record where subject = :subject and state = 'OPEN' order by case_id")
        .param("subject", "payout:" + payoutId).query(r -> {
          story.add("Vụ việc " + r.getLong("case_id") + ": " + CaseKind.valueOf(r.getString("kind")).title() + ". "
              + Shown.harmless(r.getString("evidence")));
        });
  }

  private static String paymentWaitsFor(ResultSet r) throws SQLException {
    return switch (r.getString("state")) {
      case "PLANNED" -> r.getBoolean("frozen") ? "người quyết định: lần chi đang bị giữ"
          : r.getTimestamp("released_at") == null ? "được cho đi (bảng chưa duyệt, hoặc tệp trước bị từ chối)"
          : "giờ gửi kế tiếp của " + r.getString("partner");
      case "BATCHED" -> "tệp được tạo và gửi";
      case "SENT", "ACCEPTED" -> batchWaitsFor(r);
      case "REJECTED", "UNCOLLECTED", "CANCELLED" -> "hết ngày chi để chuyển kỳ sau, hoặc người quyết định chi lại";
      case "RETURNED" -> "tiền trả về trên sao kê, rồi hai người quyết định";
      default -> "";
    };
  }

  private static String batchWaitsFor(ResultSet r) throws SQLException {
    return switch (r.getString("batch_state")) {
      case "WAITING_FUNDS" -> "tiền về tài khoản nguồn của đối tác";
      case "IN_DOUBT", "SENDING" -> "bằng chứng đối tác đã giữ tệp";
      default -> "trả lời của " + place(r) + (r.getDate("answer_due_on") == null ? "" : ", hạn " + Shown.day(day(r, "answer_due_on")));
    };
  }

  private static String waitsFor(ResultSet r, @Nullable String newestPayment) throws SQLException {
    return switch (r.getString("state")) {
      case "OPEN" -> newestPayment == null || newestPayment.isEmpty() ? "lập kế hoạch chi" : newestPayment;
      case "HELD" -> "người quyết định (" + Shown.words(r.getString("hold_reason")) + ")";
      case "CARRIED_OVER" -> "dòng chuyển kỳ của bảng sau";
      default -> "không gì nữa";
    };
  }

  private static LocalDate day(ResultSet r, String column) throws SQLException {
    Date day = r.getDate(column);
    return day.toLocalDate();
  }
}
