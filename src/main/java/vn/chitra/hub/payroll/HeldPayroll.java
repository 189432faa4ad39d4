package vn.chitra.hub.payroll;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.NewCase;

/** A payroll that is held because its control totals differ from its lines: it keeps its programme's month open. */
public final class HeldPayroll {

  private HeldPayroll() {}

  /** @param period the first day of the month that it keeps open, @param why Vietnamese: the two totals */
  public static NewCase about(String payrollId, String programme, LocalDate period, int items, long dong, String why) {
    return NewCase.about(CaseKind.PAYROLL_TOTALS, "payroll:" + payrollId, why + " Tháng " + MonthRange.spoken(YearMonth.from(period)) + " của chương trình "
        + programme + " chưa đóng được chừng nào bảng này còn giữ: cơ quan rút bảng; hoặc gửi bảng khác cùng chương trình, cùng xã,"
        + " cùng kỳ; hoặc hai người bỏ bảng.").over(items, dong);
  }
}
