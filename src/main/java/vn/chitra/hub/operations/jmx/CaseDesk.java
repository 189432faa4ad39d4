package vn.chitra.hub.operations.jmx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.query.CaseLists;
import vn.chitra.hub.operations.query.Names;
import vn.chitra.hub.repair.RepairAction;

/** Open cases on the console, the most urgent first. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Cases", description = "Các vụ việc chờ người")
public class CaseDesk {

  private static final int MOST = 201;

  private final CaseLists cases;

  CaseDesk(CaseLists cases) {
    this.cases = cases;
  }

  @ManagedAttribute(description = "Vụ việc đang mở, gấp nhất trước (200 vụ đầu)")
  public List<Map<String, String>> getOpen() {
    return withActions(cases.open(null, null));
  }

  @ManagedAttribute(description = "Số vụ việc đang mở theo loại")
  public Map<String, String> getOpenByKind() {
    Map<String, String> open = new LinkedHashMap<>();
    cases.openByKind().forEach((kind, count) -> open.put(Names.kind(kind), String.valueOf(count)));
    return open;
  }

  @ManagedOperation(description = "Mọi vụ việc, cả đã đóng, về một đối tượng như payout:12 hay batch:3")
  @ManagedOperationParameter(name = "subject", description = "payroll:…, payout:…, batch:…, file:…, queue:…")
  public List<Map<String, String>> about(String subject) {
    return cases.about(subject.strip());
  }

  @ManagedOperation(description = "Từng khoản của một vụ việc về nhiều khoản (201 khoản đầu)")
  @ManagedOperationParameter(name = "caseId", description = "số của vụ việc")
  public List<Map<String, String>> payouts(long caseId) {
    return cases.payouts(caseId, 0, MOST);
  }

  /** Each row says which actions answer a case of its kind. */
  private static List<Map<String, String>> withActions(List<Map<String, String>> rows) {
    rows.forEach(row -> row.put("việc", CaseLists.actions(row.getOrDefault("loại", "")).stream().map(RepairAction::name)
        .collect(Collectors.joining(", "))));
    return rows;
  }
}
