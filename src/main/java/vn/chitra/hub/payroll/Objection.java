package vn.chitra.hub.payroll;

import vn.chitra.hub.support.Word;

/**
 * A reason in the agency's current data against a payment whose line was accepted earlier.
 *
 * @param reason the hub's reason code, at most 20 characters, as in {@code mappings/reroute-policy.yaml}
 * @param sentence Vietnamese, no personal data
 */
public record Objection(PaymentUnderWay payment, String reason, String sentence) {

  /** The sentence and what the agency must change before the payment can be made. */
  public String explanation() {
    return sentence + " " + remedy();
  }

  private String remedy() {
    return "Muốn chi, cơ quan phải " + switch (reason) {
      case "DECEASED", "MOVED", "SUSPENDED", "STOPPED" -> "sửa tình trạng của người hưởng hoặc ngày của tình trạng ấy";
      case "STATUS_WITHOUT_DATE" -> "ghi ngày của tình trạng ấy";
      case "NOT_ENTITLED" -> "sửa thời hạn của chế độ";
      case "SOME_MONTHS_NOT_OWED" -> "sửa tình trạng của người hưởng hoặc thời hạn của chế độ; nếu dữ liệu đúng thì trả khoản chi lại,"
          + " cơ quan lập dòng khác cho các tháng được hưởng";
      case "DEAD_ONE_OFF" -> "sửa ngày mất";
      case "NO_DEATH" -> "ghi người hưởng đã mất và ngày mất";
      case Objections.ACCOUNT_CLOSED -> "ghi một tài khoản đang mở; hoặc chọn kênh tiền mặt";
      default -> "sửa dữ liệu ấy";
    } + ".";
  }

  /** The sentence; in English what the reason means, without its days and months. */
  Word cause() {
    return new Word(sentence, switch (reason) {
      case "DECEASED" -> "By the agency's data the beneficiary had died.";
      case "MOVED" -> "By the agency's data the beneficiary had moved away.";
      case "SUSPENDED" -> "By the agency's data the entitlement was suspended.";
      case "STOPPED" -> "By the agency's data the entitlement was stopped.";
      case "STATUS_WITHOUT_DATE" -> "The agency's data have no day for the beneficiary's status.";
      case "NOT_ENTITLED" -> "By the agency's data nothing is owed for these months.";
      case "SOME_MONTHS_NOT_OWED" -> "By the agency's data nothing is owed for some of these months.";
      case "DEAD_ONE_OFF" -> "The payment is once only, and by the agency's data the beneficiary has died.";
      case "NO_DEATH" -> "The payment is for a funeral, and the agency's data know no death.";
      case Objections.ACCOUNT_CLOSED -> "By the agency's data the account is closed or no longer there.";
      default -> "The agency's data forbid the payment.";
    });
  }

  /** The cause and what the agency must change before the payment can be made. */
  Word words() {
    return new Word(explanation(), cause().english() + " To pay, the agency must " + switch (reason) {
      case "DECEASED", "MOVED", "SUSPENDED", "STOPPED" -> "correct the beneficiary's status or its day";
      case "STATUS_WITHOUT_DATE" -> "note the day of that status";
      case "NOT_ENTITLED" -> "correct the entitlement's term";
      case "SOME_MONTHS_NOT_OWED" -> "correct the beneficiary's status or the entitlement's term; if the data are right, hand the payout"
          + " back and let the agency make another line for the months that are owed";
      case "DEAD_ONE_OFF" -> "correct the day of death";
      case "NO_DEATH" -> "note that the beneficiary died, and the day";
      case Objections.ACCOUNT_CLOSED -> "note an open account; or a channel of cash is chosen";
      default -> "correct those data";
    } + ".");
  }
}
