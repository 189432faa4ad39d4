package vn.chitra.hub.channel.commune;

import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.cash.CashReportMapping.Label;
import vn.chitra.hub.support.AmountSum;
import vn.chitra.hub.support.AmountText;

/** The three amounts under a list, dong; null where a cell is not readable. */
record SettlementBlock(@Nullable Long received, @Nullable Long paid, @Nullable Long left) {

  static SettlementBlock of(SheetOutline outline) {
    return new SettlementBlock(figure(outline, Label.RECEIVED), figure(outline, Label.PAID), figure(outline, Label.LEFT));
  }

  /** The contradiction between the block and the rows, or within the block, in Vietnamese; null when there is none. */
  @Nullable String complaint(AmountSum paidInRows, AmountSum othersInRows) {
    if (received == null || paid == null || left == null) {
      return "Phần quyết toán thiếu số hoặc có số không đọc được (Đã nhận, Đã chi, Còn lại nộp trả)";
    }
    if (!paidInRows.fits(paid)) {
      return "Đã chi ghi " + paid + ", các dòng đánh dấu X cộng lại " + paidInRows.total();
    }
    if (!othersInRows.fits(left)) {
      return "Còn lại nộp trả ghi " + left + ", các dòng khác cộng lại " + othersInRows.total();
    }
    return received == paid + left ? null : "Đã nhận ghi " + received + ", Đã chi và Còn lại nộp trả cộng lại " + (paid + left);
  }

  private static @Nullable Long figure(SheetOutline outline, Label label) {
    return AmountText.read(outline.value(label)).map(AmountText.Amount::vnd).orElse(null);
  }
}
