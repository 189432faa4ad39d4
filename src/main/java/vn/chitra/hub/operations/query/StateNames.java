package vn.chitra.hub.operations.query;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.chitra.hub.batch.BatchState;
import vn.chitra.hub.payout.PaymentState;
import vn.chitra.hub.support.Word;

/** The names of the hub's states, in the language of the page that is being made. */
public final class StateNames {

  private static final Map<String, Word> PAYOUT = Map.ofEntries(
      word("OPEN", "đang chi", "being paid"),
      word("HELD", "tạm giữ", "held"),
      word("PAID", "đã chi", "paid"),
      word("CARRIED_OVER", "chuyển kỳ sau", "carried over"),
      word("HANDED_BACK", "nộp trả", "handed back"),
      word("STOPPED", "dừng, không phải chi", "stopped, not owed"),
      word("CANCELLED", "huỷ", "cancelled"));
  private static final Map<String, Word> PAYMENT = Arrays.stream(PaymentState.values())
      .collect(Collectors.toUnmodifiableMap(PaymentState::name, PaymentState::word));
  private static final Map<String, Word> CHANNEL = Map.ofEntries(
      word("BANK", "chuyển khoản", "bank transfer"),
      word("POST_CASH", "tiền mặt qua bưu điện", "cash through the post office"),
      word("COMMUNE_CASH", "tiền mặt qua xã", "cash through the commune"));
  private static final Map<String, Word> RELATION = Map.ofEntries(
      word("SELF", "chính người hưởng", "the beneficiary"),
      word("GUARDIAN", "người giám hộ", "guardian"),
      word("CARER", "người chăm sóc", "carer"),
      word("AUTHORISED", "người được uỷ quyền", "authorised person"),
      word("RELATIVE", "người thân", "relative"),
      word("FUNERAL", "người lo mai táng", "arranges the funeral"));
  private static final Map<String, Word> KIND = Map.ofEntries(
      word("REGULAR", "trợ cấp hằng tháng", "monthly benefit"),
      word("ARREARS", "truy lĩnh", "arrears"),
      word("ONE_OFF", "một lần", "one-off benefit"),
      word("FUNERAL", "mai táng phí", "funeral grant"));
  private static final Map<String, Word> STATUS = Map.ofEntries(
      word("ACCEPTED", "đang xử lý", "in progress"),
      word("PAID", "đã chi", "paid"),
      word("REJECTED", "từ chối", "rejected"),
      word("RETURNED", "trả về", "returned"),
      word("UNCOLLECTED", "không đến nhận", "not collected"),
      word("UNKNOWN", "mã lạ", "unknown code"));
  private static final Map<String, Word> BATCH = Arrays.stream(BatchState.values())
      .collect(Collectors.toUnmodifiableMap(BatchState::name, BatchState::word));
  private static final Map<String, Word> FILE = Map.ofEntries(
      word("ARCHIVED", "chờ đọc", "waits to be read"),
      word("DONE", "đã đọc", "read"),
      word("IGNORED", "không phải đọc", "not for reading"),
      word("SET_ASIDE", "để riêng, không đọc được", "set aside, not readable"));
  private static final Map<String, Word> OUTCOME = Map.ofEntries(
      word("PAID", "đã chi", "paid"),
      word("REOPENED", "mở lại", "opened again"),
      word("CARRIED_OVER", "chuyển kỳ sau", "carried over"),
      word("HANDED_BACK", "nộp trả", "handed back"),
      word("STOPPED", "dừng, không phải chi", "stopped, not owed"));
  private static final Map<String, Word> PAYROLL = Map.ofEntries(
      word("TAKEN", "đã nhận", "taken"),
      word("PLANNED", "đã lập kế hoạch, chưa cho đi", "planned, not released"),
      word("RELEASED", "đã cho đi", "released"),
      word("HELD", "đang giữ", "held"),
      word("REFUSED", "bị từ chối", "refused"),
      word("CANCELLED", "huỷ", "cancelled"));
  private static final Map<String, Word> RECEIPT = Map.ofEntries(
      word("TAKEN", "đã nhận", "taken"),
      word("HELD", "đang giữ", "held"),
      word("REFUSED", "bị từ chối", "refused"),
      word("CANCELLED", "huỷ", "cancelled"),
      word("DISPATCHED", "đã gửi hết", "all sent"),
      word("SETTLED", "đã có kết quả mọi khoản", "every payout has its result"));
  private static final Map<String, Word> EFFECT = Map.ofEntries(
      word("APPLIED", "đã tính", "counted"),
      word("NO_CHANGE", "không đổi gì", "changed nothing"),
      word("AMOUNT_DIFFERS", "số tiền khác, chờ người xem", "another amount, for a person"),
      word("CONTRADICTS", "trái kết quả trước, chờ người xem", "contradicts what was known, for a person"),
      word("CODE_UNKNOWN", "mã lạ, chờ người xem", "unknown code, for a person"),
      word("REFUSED_FILE", "về tệp đã bị từ chối", "about a refused file"),
      word("PAID_TWICE", "chi hai lần", "paid twice"),
      word("RECOVERED", "thu hồi được", "recovered"));
  private static final Map<String, Word> ENTRY = Map.ofEntries(
      word("FILE", "chi theo tệp", "payment of a file"),
      word("RETURN", "tiền trả về", "returned payment"),
      word("FUNDING", "cấp tiền", "funding"),
      word("CREDIT", "ghi có chưa rõ", "credit that names no purpose"),
      word("FEE", "phí", "fee"),
      word("OTHER", "khác", "other"));
  private static final Map<String, Word> STATEMENT = Map.ofEntries(
      word("WAITING", "chờ sổ phụ ngày trước", "waits for the day before"),
      word("CHAINED", "đã tính, nối tiếp ngày trước", "counts, follows the day before"),
      word("CONFLICT", "trái với sổ phụ khác", "contradicts another statement"),
      word("REPEATED", "gửi lại, không tính", "repeated, does not count"),
      word("WRONG_DAY", "sai ngày, không tính", "wrong day, does not count"));

  private StateNames() {}

  public static String payroll(String state) {
    return shown(PAYROLL, state);
  }

  /** The effect of a status that a partner reported. */
  static String effect(String effect) {
    return shown(EFFECT, effect);
  }

  /** The kind of an entry of a statement. */
  static String entry(String kind) {
    return shown(ENTRY, kind);
  }

  static String statement(String state) {
    return shown(STATEMENT, state);
  }

  /** The receipt of a payroll in the welfare database. */
  public static String receipt(String status) {
    return shown(RECEIPT, status);
  }

  public static String payout(String state) {
    return shown(PAYOUT, state);
  }

  public static String payment(String state) {
    return shown(PAYMENT, state);
  }

  public static String channel(String channel) {
    return shown(CHANNEL, channel);
  }

  /** @throws NullPointerException for what is no channel */
  static Word channelWord(String channel) {
    return Objects.requireNonNull(CHANNEL.get(channel), channel);
  }

  public static String relation(String relation) {
    return shown(RELATION, relation);
  }

  public static String kind(String kind) {
    return shown(KIND, kind);
  }

  /** A status that a partner reported. */
  public static String status(String reported) {
    return shown(STATUS, reported);
  }

  public static String batch(String state) {
    return shown(BATCH, state);
  }

  /** A file of a partner. */
  public static String file(String state) {
    return shown(FILE, state);
  }

  /** The result that the welfare database is told. */
  public static String outcome(String outcome) {
    return shown(OUTCOME, outcome);
  }

  private static Map.Entry<String, Word> word(String code, String vietnamese, String english) {
    return Map.entry(code, new Word(vietnamese, english));
  }

  /** A code without a word is shown as it is. */
  private static String shown(Map<String, Word> words, String code) {
    Word word = words.get(code);
    return word == null ? code : word.shown();
  }
}
