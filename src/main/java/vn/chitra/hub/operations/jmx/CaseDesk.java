package vn.chitra.hub.operations.jmx;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;

/** What waits for a person, the most urgent first. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Cases", description = "Các vụ việc chờ người")
public class CaseDesk {

  private static final String SELECT = """
      select case_id as "số", kind as "loại", subject as "về", partner as "đối tác", evidence as "bằng chứng", item_count as "số khoản",
        to_char(amount_vnd, 'FM999,999,999,999,990') as "đồng",
        to_char(opened_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') as "mở lúc",
        to_char(due_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') as "hạn", state as "trạng thái", closed_by as "người đóng",
        resolution as "kết luận"
      from case_record""";

  private final JdbcTemplate jdbc;

  CaseDesk(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @ManagedAttribute(description = "Vụ việc đang mở, gấp nhất trước (200 vụ đầu)")
  public List<Map<String, String>> getOpen() {
    return Table.of(jdbc, SELECT + " where state = 'OPEN' order by due_at nulls last, case_id limit 200");
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
    return Table.of(jdbc, SELECT + " where subject = ? order by case_id desc limit 200", subject.strip());
  }

  private static String title(String kind) {
    return Arrays.stream(CaseKind.values()).filter(one -> one.name().equals(kind)).map(CaseKind::title).findFirst().orElse(kind);
  }
}
