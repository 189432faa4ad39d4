package vn.chitra.hub.channel.commune;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.cash.CashReportMapping.Label;
import vn.chitra.hub.support.AmountText;

/** The three figures under a list, dong; null where nothing readable stands. */
record SettlementBlock(@Nullable Long received, @Nullable Long paid, @Nullable Long left) {

  static SettlementBlock of(SheetOutline outline) {
    return new SettlementBlock(figure(outline, Label.RECEIVED), figure(outline, Label.PAID), figure(outline, Label.LEFT));
  }

  /** Where the block contradicts the rows or itself, in Vietnamese; null when it fits. */
  @Nullable String complaint(long paidInRows, long othersInRows) {
    if (received == null || paid == null || left == null) {
      return "Phần quyết toán thiếu số hoặc có số không đọc được (Đã nhận, Đã chi, Còn lại nộp trả)";
    }
    if (paid != paidInRows) {
      return "Đã chi ghi " + paid + ", các dòng đánh dấu X cộng lại " + paidInRows;
    }
    if (left != othersInRows) {
      return "Còn lại nộp trả ghi " + left + ", các dòng khác cộng lại " + othersInRows;
    }
    return received == paid + left ? null : "Đã nhận ghi " + received + ", Đã chi và Còn lại nộp trả cộng lại " + (paid + left);
  }

  private static @Nullable Long figure(SheetOutline outline, Label label) {
    OptionalLong amount = AmountText.parse(outline.value(label));
    return amount.isPresent() ? amount.getAsLong() : null;
  }
}
