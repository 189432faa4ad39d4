package vn.chitra.hub.repair;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.support.Word;

/** The actions of persons: the subject, whether money moves (then two persons are needed), and the cases that the action closes. */
public enum RepairAction {
  RELEASE_PAYROLL("Cho chi bảng vượt mức tự động", "Release a payroll over the automatic limit",
      "payroll", true, List.of(CaseKind.RELEASE_LIMIT)),
  /** Nothing of it is paid and nothing more is awaited: the month may close without it. */
  DISMISS_PAYROLL("Bỏ bảng đang giữ vì sai tổng số", "Dismiss a payroll held for its totals",
      "payroll", true, List.of(CaseKind.PAYROLL_TOTALS)),
  RELEASE_REFUSED_BATCH("Cho đi lại các khoản của tệp bị từ chối", "Let the payments of a refused file travel again",
      "batch", true,
      List.of(CaseKind.BATCH_REFUSED, CaseKind.BATCH_UNVERIFIED)),
  /** The partner reported about a file after it had refused it: persons found out the outcome of its payments. */
  RELEASE_ANSWERED_BATCH("Cho đi tiếp các khoản của tệp bị từ chối mà đối tác vẫn trả lời",
      "Let payments of a refused file go on though the partner reported on it",
      "batch", true,
      List.of(CaseKind.REFUSED_FILE_ANSWERED)),
  TAKE_BACK_BULK("Rút các khoản của lô mà ngân hàng xác nhận không nhận",
      "Take back the payments of a bulk that the bank confirms not to hold",
      "batch", true, List.of(CaseKind.BATCH_IDS_STAND)),
  FUNDS_STAND("Xác nhận tiền đã về, gửi lại đúng tệp cũ", "Confirm that the funds are there, send the same file again",
      "batch", true, List.of(CaseKind.BATCH_WAITING_FUNDS)),
  /** Sends the same name and the same bytes: that cannot pay twice, so one person is enough (money rule 2). */
  SEND_AGAIN("Gửi lại đúng tệp cũ khi chưa rõ đối tác đã giữ", "Send the same file again while it is in doubt",
      "batch", false, List.of(CaseKind.BATCH_IN_DOUBT)),
  HOLD_PAYOUT("Tạm giữ khoản chi chưa gửi", "Hold a payout that is not sent",
      "payout", false, List.of()),
  /** A payment that a person or the hub froze may travel. */
  UNFREEZE_PAYOUT("Bỏ tạm giữ, cho khoản chi đi tiếp", "End the hold, let the payout travel",
      "payout", true, List.of(CaseKind.PAYOUT_HELD, CaseKind.PAYROLL_WITHDRAWN,
      CaseKind.NAME_MISMATCH)),
  CANCEL_PAYMENT("Huỷ lần chi chưa gửi", "Cancel a payment that is not sent",
      "payout", true, List.of(CaseKind.NAME_MISMATCH)),
  /** Parameter: the channel, or nothing for the one it had. */
  PLAN_AGAIN("Chi lại khoản đang giữ (có thể đổi kênh)", "Pay a held payout again (the channel may change)",
      "payout", true, List.of(CaseKind.PAYOUT_HELD, CaseKind.PAYMENT_RETURNED,
      CaseKind.PAYROLL_WITHDRAWN)),
  CARRY_OVER_PAYOUT("Chuyển khoản chưa chi sang kỳ sau", "Carry an unpaid payout over to the next period",
      "payout", true, List.of(CaseKind.PAYOUT_HELD, CaseKind.PAYMENT_RETURNED,
      CaseKind.PAYEE_DECEASED, CaseKind.PAYROLL_WITHDRAWN)),
  HAND_BACK_PAYOUT("Nộp trả khoản chưa chi", "Hand an unpaid payout back",
      "payout", true, List.of(CaseKind.PAYOUT_HELD, CaseKind.PAYMENT_RETURNED,
      CaseKind.PAYEE_DECEASED, CaseKind.PAYROLL_WITHDRAWN)),
  STOP_PAYOUT("Dừng hẳn khoản không còn phải chi", "Stop a payout that is no longer owed",
      "payout", true, List.of(CaseKind.PAYOUT_HELD, CaseKind.PAYMENT_RETURNED,
      CaseKind.PAYEE_DECEASED, CaseKind.PAYROLL_WITHDRAWN)),
  /** The persons hold the proof; the day of payment is the day of their decision. A partner's later report counts as always. */
  RECORD_PAID("Ghi nhận đã chi theo chứng từ của đối tác", "Record a payment as made, by the partner's proof",
      "payout", true, List.of()),
  RECORD_UNPAID("Ghi nhận không chi theo xác nhận của đối tác", "Record a payment as not made, by the partner's confirmation",
      "payout", true, List.of()),
  /** Parameter: the endToEndId of the returned payment. The subject is the case about the line of the statement; the action closes it. */
  MATCH_CREDIT("Khớp tay một dòng ghi có với lệnh đã bị trả về", "Match a credit with a returned payment by hand",
      "case", true, List.of()),
  /** The second booking was a repeat of the first. */
  NOT_PAID_TWICE("Xác nhận đối tác chỉ ghi có một lần", "Confirm that the partner credited once only",
      "payout", true, List.of()),
  /** The subject is the case about the line of the statement; it closes that one, and files that wait for funds may go again. */
  SETTLE_AS_FUNDING("Xác nhận một dòng ghi có là tiền cấp vào tài khoản nguồn", "Confirm that a credit funds the funding account",
      "case", true, List.of()),
  /** The bookings keep it: the money did leave. */
  WRITE_OFF_ERROR("Xoá khoản chi nhầm không thu hồi được", "Write off a payment in error that cannot be recovered",
      "payout", true, List.of(CaseKind.PAID_IN_ERROR)),
  /** Id: {@code hub}. */
  RELEASE_RESTORED("Cho gửi tiếp sau khi khôi phục cơ sở dữ liệu", "Resume sending after the database was restored",
      "database", true, List.of(CaseKind.RESTORED_DATABASE)),
  REDRIVE_DEAD_LETTERS("Xử lý lại thông điệp chết", "Process the dead letters again",
      "queue", false, List.of(CaseKind.MESSAGE_DEAD)),
  /** They stay in a queue of their own, which nothing consumes. */
  SET_ASIDE_DEAD_LETTERS("Cất thông điệp chết không cần nữa", "Set aside dead letters that are no longer needed",
      "queue", false, List.of(CaseKind.MESSAGE_DEAD)),
  CLOSE_CASE("Đóng vụ việc với lý do", "Close the case with a reason",
      "case", false, List.of());

  private static final Set<RepairAction> END_OR_REPLACE = EnumSet.of(CANCEL_PAYMENT, PLAN_AGAIN, CARRY_OVER_PAYOUT, HAND_BACK_PAYOUT,
      STOP_PAYOUT, RECORD_UNPAID);
  private static final Set<String> SEVERAL = Set.of("payout", "batch", "case");

  private final Word title;
  private final String subject;
  private final boolean movesMoney;
  private final List<CaseKind> replies;

  RepairAction(String title, String english, String subject, boolean movesMoney, List<CaseKind> replies) {
    this.title = new Word(title, english);
    this.subject = subject;
    this.movesMoney = movesMoney;
    this.replies = replies;
  }

  /** Vietnamese. */
  public String title() {
    return title.vietnamese();
  }

  /** The title in both languages. */
  public Word word() {
    return title;
  }

  /** The kind of subject: {@code payout} means {@code payout:<id>}. */
  public String subject() {
    return subject;
  }

  /** Then one person proposes and another approves. */
  public boolean movesMoney() {
    return movesMoney;
  }

  /** Whether one request may be about several subjects, all or none. */
  public boolean takesSeveral() {
    return SEVERAL.contains(subject) && this != MATCH_CREDIT;
  }

  /** Whether it ends a payment, gives a payout back or starts another payment for it: not while a forgotten file may carry that one. */
  public boolean endsOrReplacesPayments() {
    return END_OR_REPLACE.contains(this);
  }

  /** Open cases of these kinds about the subject are closed by it. */
  public List<CaseKind> replies() {
    return replies;
  }
}
