package vn.chitra.hub.operations.jmx;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.repair.RepairAction;

/** What waits for a person, the most urgent first. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Cases", description = "Các vụ việc chờ người")
public class CaseDesk {

  private static final String SELECT = """
      select c.case_id as "số", c.kind as "loại", c.subject as "về", c.partner as "đối tác", c.evidence as "bằng chứng",
        f.name as "tệp", c.line_no as "dòng", f.sha256 as "sha256 trong kho", c.item_count as "số khoản",
        to_char(c.amount_vnd, 'FM999,999,999,999,990') as "đồng",
        to_char(c.opened_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') as "mở lúc",
        to_char(c.due_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') as "hạn", c.state as "trạng thái",
        c.closed_by as "người đóng", c.resolution as "kết luận"
      from case_record c left join file f using (file_id)""";

  private final JdbcTemplate jdbc;

  CaseDesk(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @ManagedAttribute(description = "Vụ việc đang mở, gấp nhất trước (200 vụ đầu)")
  public List<Map<String, String>> getOpen() {
    return withActions(Table.of(jdbc, SELECT + " where c.state = 'OPEN' order by c.due_at nulls last, c.case_id limit 200"));
  }

  @ManagedAttribute(description = "Số vụ việc đang mở theo loại")
  public Map<String, String> getOpenByKind() {
    Map<String, String> open = new LinkedHashMap<>();
    jdbc.query("select kind, count(*) from case_record where state = 'OPEN' group by kind order by count(*) desc",
        r -> {
          open.put(title(r.getString(1)), r.getString(2));
        });
    return open;
  }

  @ManagedOperation(description = "Mọi vụ việc, cả đã đóng, về một đối tượng như payout:12 hay batch:3")
  @ManagedOperationParameter(name = "subject", description = "payroll:…, payout:…, batch:…, file:…, queue:…")
  public List<Map<String, String>> about(String subject) {
    return Table.of(jdbc, SELECT + " where c.subject = ? order by c.case_id desc limit 200", subject.strip());
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
