package vn.chitra.hub.operations.jmx;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.support.SqlText;

/** Open cases on the console, the most urgent first. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Cases", description = "Các vụ việc chờ người")
public class CaseDesk {

  private static final String OPEN = SqlText.of("operations/show-open-cases");
  private static final String ABOUT = SqlText.of("operations/show-cases-about");

  private final JdbcClient jdbc;

  CaseDesk(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @ManagedAttribute(description = "Vụ việc đang mở, gấp nhất trước (200 vụ đầu)")
  public List<Map<String, String>> getOpen() {
    return withActions(Table.of(jdbc.sql(OPEN)));
  }

  @ManagedAttribute(description = "Số vụ việc đang mở theo loại")
  public Map<String, String> getOpenByKind() {
    Map<String, String> open = new LinkedHashMap<>();
    jdbc.sql("select kind, count(*) from case_record where state = 'OPEN' group by kind order by count(*) desc").query(r -> {
      open.put(title(r.getString(1)), r.getString(2));
    });
    return open;
  }

  @ManagedOperation(description = "Mọi vụ việc, cả đã đóng, về một đối tượng như payout:12 hay batch:3")
  @ManagedOperationParameter(name = "subject", description = "payroll:…, payout:…, batch:…, file:…, queue:…")
  public List<Map<String, String>> about(String subject) {
    return Table.of(jdbc.sql(ABOUT).param("subject", subject.strip()));
  }

  /** Each row says which actions answer a case of its kind. */
  private static List<Map<String, String>> withActions(List<Map<String, String>> rows) {
    rows.forEach(row -> row.put("việc", Arrays.stream(RepairAction.values())
        .filter(action -> action.replies().stream().anyMatch(kind -> kind.name().equals(row.get("loại")))).map(RepairAction::name)
        .collect(Collectors.joining(", "))));
    return rows;
  }

  private static String title(String kind) {
    return Arrays.stream(CaseKind.values()).filter(one -> one.name().equals(kind)).map(CaseKind::title).findFirst().orElse(kind);
  }
}
