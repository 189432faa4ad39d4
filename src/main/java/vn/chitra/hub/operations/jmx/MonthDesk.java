package vn.chitra.hub.operations.jmx;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.reconciliation.Settlement;
import vn.chitra.hub.reconciliation.SettlementRow;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/** The months on the console: what keeps them open, the settlement by partner and programme, and the payouts by channel. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Months", description = "Quyết toán tháng")
public class MonthDesk {

  private static final String BY_CHANNEL = SqlText.of("operations/sum-payouts-by-channel");

  private static final String OPEN = SqlText.of("operations/show-open-months");

  private final Settlement settlement;
  private final JdbcClient jdbc;
  private final Clock businessClock;

  MonthDesk(Settlement settlement, JdbcClient jdbc, Clock businessClock) {
    this.settlement = settlement;
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @ManagedAttribute(description = "Các kỳ có phát sinh")
  public List<String> getPeriods() {
    return settlement.periods().stream().map(YearMonth::toString).toList();
  }

  @ManagedAttribute(description = "Tháng chưa khoá: vì bảng nào, khoản nào, và cách xử lý")
  public List<Map<String, String>> getOpen() {
    return Table.of(jdbc.sql(OPEN).param("today", Date.valueOf(LocalDate.ofInstant(businessClock.instant(), Zone.VIETNAM))));
  }

  @ManagedOperation(description = "Quyết toán một kỳ: số khoản / số đồng; chênh lệch phải bằng 0")
  @ManagedOperationParameter(name = "period", description = "kỳ, ví dụ 2026-11")
  public List<Map<String, String>> settlement(String period) {
    return settlement.of(YearMonth.parse(period.strip())).stream().map(MonthDesk::shown).toList();
  }

  @ManagedOperation(description = "Khoản chi của một kỳ theo kênh, đối tác và trạng thái")
  @ManagedOperationParameter(name = "period", description = "kỳ, ví dụ 2026-11")
  public List<Map<String, String>> byChannel(String period) {
    return Table.of(jdbc.sql(BY_CHANNEL).param("period", Date.valueOf(YearMonth.parse(period.strip()).atDay(1))));
  }

  private static Map<String, String> shown(SettlementRow row) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("đối tác", row.partner());
    shown.put("chương trình", row.programme());
    shown.put("giao", figure(row.handedOver()));
    shown.put("kỳ trước chuyển sang", figure(row.carriedIn()));
    shown.put("chuyển kênh đến", figure(row.movedIn()));
    shown.put("trả về", figure(row.cameBack()));
    shown.put("đã chi", figure(row.paid()));
    shown.put("chuyển kỳ sau", figure(row.carriedOut()));
    shown.put("chuyển kênh đi", figure(row.movedOut()));
    shown.put("nộp trả", figure(row.handedBack()));
    shown.put("còn mở", figure(row.open()));
    shown.put("chênh lệch", figure(row.difference()));
    return shown;
  }

  private static String figure(Figure figure) {
    return figure.count() + " / " + Shown.dong(figure.dong());
  }
}
