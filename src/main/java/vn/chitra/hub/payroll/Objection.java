package vn.chitra.hub.payroll;

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
}
