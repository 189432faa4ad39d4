package vn.chitra.hub.reconciliation.camel;

import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.RepeatedWork;
import vn.chitra.hub.reconciliation.AdvanceReceipts;
import vn.chitra.hub.reconciliation.CloseMonth;
import vn.chitra.hub.reconciliation.WatchCalendar;
import vn.chitra.hub.reconciliation.WatchReplies;

/** Route beans for reconciliation. */
@Component("reconciliationSteps")
public final class ReconciliationSteps {

  private final AdvanceReceipts receipts;
  private final WatchReplies replies;
  private final CloseMonth months;
  private final WatchCalendar calendar;
  private final RepeatedWork work;

  ReconciliationSteps(AdvanceReceipts receipts, WatchReplies replies, CloseMonth months, WatchCalendar calendar, RepeatedWork work) {
    this.receipts = receipts;
    this.replies = replies;
    this.months = months;
    this.calendar = calendar;
    this.work = work;
  }

  public int advanceReceipts() {
    return receipts.advance();
  }

  /** The ids of all partners. */
  public List<String> partners() {
    return replies.partners();
  }

  public void watchReplies(@Body String partner) {
    work.attempt("work:xem trả lời quá hạn của " + partner, "Xem trả lời quá hạn của " + partner, () -> replies.watch(partner));
  }

  public List<CloseMonth.Month> closableMonths() {
    return months.due();
  }

  public void closeMonth(@Body CloseMonth.Month month) {
    work.attempt("period:" + month.period() + "/" + month.programme(), "Đóng tháng " + month.period() + " chương trình "
        + month.programme(), () -> months.close(month));
  }

  public void watchCalendar() {
    calendar.watch();
  }
}
