package vn.chitra.hub.operations.query;

import java.util.Map;

/** The Vietnamese names of the hub's states. */
public final class StateNames {

  private static final Map<String, String> PAYOUT = Map.of("OPEN", "đang chi", "HELD", "tạm giữ", "PAID", "đã chi", "CARRIED_OVER",
      "chuyển kỳ sau", "HANDED_BACK", "nộp trả", "STOPPED", "dừng, không phải chi", "CANCELLED", "huỷ");
  private static final Map<String, String> PAYMENT = Map.of("PLANNED", "đã lập, chưa vào tệp", "BATCHED", "đã vào tệp, chưa gửi", "SENT",
      "đã gửi", "ACCEPTED", "đối tác đang xử lý", "PAID", "đã chi", "REJECTED", "bị từ chối", "UNCOLLECTED", "không đến nhận", "CANCELLED",
      "đã huỷ", "RETURNED", "bị trả về", "PAID_IN_ERROR", "chi nhầm");
  private static final Map<String, String> CHANNEL = Map.of("BANK", "chuyển khoản", "POST_CASH", "tiền mặt qua bưu điện", "COMMUNE_CASH",
      "tiền mặt qua xã");
  private static final Map<String, String> RELATION = Map.of("SELF", "chính người hưởng", "GUARDIAN", "người giám hộ", "CARER",
      "người chăm sóc", "AUTHORISED", "người được uỷ quyền", "RELATIVE", "người thân", "FUNERAL", "người lo mai táng");
  private static final Map<String, String> KIND = Map.of("REGULAR", "trợ cấp hằng tháng", "ARREARS", "truy lĩnh", "ONE_OFF", "một lần",
      "FUNERAL", "mai táng phí");
  private static final Map<String, String> STATUS = Map.of("ACCEPTED", "đang xử lý", "PAID", "đã chi", "REJECTED", "từ chối", "RETURNED",
      "trả về", "UNCOLLECTED", "không đến nhận", "UNKNOWN", "mã lạ");

  private static final Map<String, String> BATCH = Map.of("OPEN", "đang gom", "CANCELLED", "đã bỏ, không gửi", "BUILT", "đã tạo, chưa gửi",
      "SENDING", "đang gửi", "IN_DOUBT", "chưa rõ đối tác đã giữ hay chưa", "SENT", "đã gửi", "ACKNOWLEDGED", "đối tác đã nhận",
      "REFUSED", "đối tác từ chối cả tệp", "WAITING_FUNDS", "đối tác chờ tiền");
  private static final Map<String, String> FILE = Map.of("ARCHIVED", "chờ đọc", "DONE", "đã đọc", "IGNORED", "không phải đọc", "SET_ASIDE",
      "để riêng, không đọc được");
  private static final Map<String, String> OUTCOME = Map.of("PAID", "đã chi", "REOPENED", "mở lại", "CARRIED_OVER", "chuyển kỳ sau",
      "HANDED_BACK", "nộp trả", "STOPPED", "dừng, không phải chi");

  private static final Map<String, String> PAYROLL = Map.of("TAKEN", "đã nhận", "PLANNED", "đã lập kế hoạch, chưa cho đi", "RELEASED",
      "đã cho đi", "HELD", "đang giữ", "REFUSED", "bị từ chối", "CANCELLED", "huỷ");

  private StateNames() {}

  public static String payroll(String state) {
    return PAYROLL.getOrDefault(state, state);
  }

  public static String payout(String state) {
    return PAYOUT.getOrDefault(state, state);
  }

  public static String payment(String state) {
    return PAYMENT.getOrDefault(state, state);
  }

  public static String channel(String channel) {
    return CHANNEL.getOrDefault(channel, channel);
  }

  public static String relation(String relation) {
    return RELATION.getOrDefault(relation, relation);
  }

  public static String kind(String kind) {
    return KIND.getOrDefault(kind, kind);
  }

  /** A status that a partner reported. */
  public static String status(String reported) {
    return STATUS.getOrDefault(reported, reported);
  }

  public static String batch(String state) {
    return BATCH.getOrDefault(state, state);
  }

  /** A file of a partner. */
  public static String file(String state) {
    return FILE.getOrDefault(state, state);
  }

  /** The result that the welfare database is told. */
  public static String outcome(String outcome) {
    return OUTCOME.getOrDefault(outcome, outcome);
  }
}
