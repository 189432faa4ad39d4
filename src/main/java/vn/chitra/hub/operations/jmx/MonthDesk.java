package vn.chitra.hub.operations.jmx;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.query.MonthLists;
import vn.chitra.hub.operations.query.Shown;
import vn.chitra.hub.reconciliation.Settlement;
import vn.chitra.hub.reconciliation.SettlementRow;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;

/** The months on the console: what keeps them open, the settlement by partner and programme, and the payouts by channel. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Months", description = "Quyết toán tháng")
public class MonthDesk {

  private final Settlement settlement;
  private final MonthLists months;

  MonthDesk(Settlement settlement, MonthLists months) {
    this.settlement = settlement;
    this.months = months;
  }

  @ManagedAttribute(description = "Các kỳ có phát sinh")
  public List<String> getPeriods() {
    return settlement.periods().stream().map(YearMonth::toString).toList();
  }

  @ManagedAttribute(description = "Tháng chưa đóng: vì bảng nào, khoản nào, và cách xử lý")
  public List<Map<String, String>> getOpen() {
    return months.open();
  }

  @ManagedOperation(description = "Quyết toán một kỳ: số khoản / số đồng; chênh lệch phải bằng 0")
  @ManagedOperationParameter(name = "period", description = "kỳ, ví dụ 2026-11")
  public List<Map<String, String>> settlement(String period) {
    return settlement.of(YearMonth.parse(period.strip())).stream().map(MonthDesk::shown).toList();
  }

  @ManagedOperation(description = "Khoản chi của một kỳ theo kênh, đối tác và trạng thái")
  @ManagedOperationParameter(name = "period", description = "kỳ, ví dụ 2026-11")
  public List<Map<String, String>> byChannel(String period) {
    return months.byChannel(YearMonth.parse(period.strip()));
  }

  private static Map<String, String> shown(SettlementRow row) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("đối tác", row.partner());
    shown.put("chương trình", row.programme());
    shown.put("bàn giao trong kỳ", figure(row.handedOver()));
    shown.put("kỳ trước chuyển sang", figure(row.carriedIn()));
    shown.put("nhận từ đối tác khác", figure(row.movedIn()));
    shown.put("bị trả về sau khi đóng", figure(row.cameBack()));
    shown.put("đã chi", figure(row.paid()));
    shown.put("chuyển kỳ sau", figure(row.carriedOut()));
    shown.put("chuyển đối tác khác", figure(row.movedOut()));
    shown.put("nộp trả cơ quan", figure(row.handedBack()));
    shown.put("còn mở", figure(row.open()));
    shown.put("chênh lệch", figure(row.difference()));
    return shown;
  }

  private static String figure(Figure figure) {
    return figure.count() + " / " + Shown.dong(figure.dong());
  }
}
