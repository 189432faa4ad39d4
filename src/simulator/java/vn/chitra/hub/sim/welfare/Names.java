package vn.chitra.hub.sim.welfare;

import java.text.Normalizer;
import java.util.Locale;
import vn.chitra.hub.sim.Decisions;

/** Vietnamese names and places as they occur in the province. */
final class Names {

  private static final String[] FAMILIES = {"Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Hoàng", "Bùi",
      "Bùi", "Đinh", "Đinh", "Đỗ", "Đặng", "Đào", "Hà", "Quách", "Vũ", "Phùng", "Lương", "Triệu", "Xa", "Bạch", "Khổng", "Tạ", "Cù"};
  private static final String[] MIDDLES_M = {"Văn", "Văn", "Đức", "Hữu", "Công", "Đình", "Quang", "Xuân", "Ngọc", "Bá", "Mạnh", "Tiến"};
  private static final String[] MIDDLES_F = {"Thị", "Thị", "Thị", "Thị Ngọc", "Thị Kim", "Thị Đức", "Thuý", "Thị Bích", "Thị Hồng"};
  private static final String[] GIVENS_M = {"Hùng", "Hưng", "Dũng", "Đạt", "Đông", "Sơn", "Thắng", "Chiến", "Lợi", "Phúc", "Thuận", "Tâm",
      "Khoẻ", "Bình", "An", "Đoàn", "Toản", "Nghĩa", "Điện", "Quý", "Tuyến", "Vượng"};
  private static final String[] GIVENS_F = {"Huyền", "Hoà", "Hoa", "Lan", "Đào", "Nga", "Thuỷ", "Hương", "Bích", "Loan", "Đượm", "Mến",
      "Nhài", "Thơm", "Yến", "Lụa", "Điểm", "Sáu", "Tuyết", "Mỹ", "Lý"};

  private final Decisions decisions;

  Names(Decisions decisions) {
    this.decisions = decisions;
  }

  String full(boolean male, Object whose) {
    return decisions.oneOf("family", whose, FAMILIES) + " " + decisions.oneOf("middle", whose, male ? MIDDLES_M : MIDDLES_F) + " "
        + decisions.oneOf("given", whose, male ? GIVENS_M : GIVENS_F);
  }

  String address(String communeName, Object whose) {
    String part = decisions.oneOf("part", whose, "Khu", "Xóm", "Thôn", "Tổ dân phố");
    return part + " " + (1 + decisions.below(18, "which part", whose)) + ", " + communeName;
  }

  /** As banks hold it: upper case, no diacritics, đ by hand because it does not decompose. */
  static String asBanksHoldIt(String name) {
    String bare = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    return bare.replace('đ', 'd').replace('Đ', 'D').toUpperCase(Locale.ROOT);
  }
}
