package vn.chitra.hub.payroll;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payroll that was read, with its lines judged and staged.
 *
 * @param totals of its lines
 * @param warnings Vietnamese sentences, without personal data
 */
public record JudgedPayroll(PayrollHeader header, ControlTotals totals, List<String> warnings) {

  private static final int LATE_PAY_DAY = 17;

  /** Whether its control totals are those of its header; otherwise intake holds it whole. */
  public boolean balanced() {
    return totals.fit(header);
  }

  /** Why a payroll that does not balance is held, in Vietnamese. */
  public String difference() {
    return "Đầu bảng ghi " + header.itemCount() + " dòng, " + header.totalVnd() + " đồng; cộng các dòng được "
        + totals.count() + " dòng, " + totals.vnd() + " đồng. Chưa nhận dòng nào; đề nghị gửi bảng khác đã sửa.";
  }

  /** The receipt's message to the agency, in Vietnamese; null where there is nothing to tell. */
  public @Nullable String remark(LineStage.Booked booked) {
    List<String> sentences = new ArrayList<>();
    if (booked.refused().count() > 0) {
      sentences.add("Từ chối " + booked.refused().count() + " dòng; lý do ghi theo từng dòng.");
    }
    if (header.payUntil().isAfter(header.periodToBookUnder().to().atDay(LATE_PAY_DAY))) {
      sentences.add("Lưu ý: ngày chi cuối " + header.payUntil() + " sau ngày " + LATE_PAY_DAY + ", khó kịp báo cáo trước ngày 20.");
    }
    sentences.addAll(warnings);
    return sentences.isEmpty() ? null : String.join(" ", sentences);
  }
}
