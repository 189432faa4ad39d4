package vn.chitra.hub.operations.jmx;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;

/** Payrolls: what was taken, refused, released. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Payrolls", description = "Các bảng chi")
public class PayrollDesk {

  private static final String SELECT = """
      select payroll_id as "bảng", programme as "chương trình", commune_code as "xã", to_char(period, 'MM/YYYY') as "kỳ",
        state as "trạng thái", receipt_status as "phiếu nhận", item_count as "số dòng", accepted_count as "nhận",
        refused_count as "từ chối", message as "lưu ý"
      from payroll""";

  private final JdbcTemplate jdbc;

  PayrollDesk(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @ManagedAttribute(description = "Bảng chi chưa được cho đi")
  public List<Map<String, String>> getWaiting() {
    return Table.of(jdbc, SELECT + " where state in ('TAKEN', 'PLANNED', 'HELD') order by payroll_id limit 200");
  }

  @ManagedOperation(description = "Một bảng chi, hoặc các bảng có mã bắt đầu như vậy")
  @ManagedOperationParameter(name = "payrollId", description = "mã bảng hoặc phần đầu của mã")
  public List<Map<String, String>> find(String payrollId) {
    return Table.of(jdbc, SELECT + " where starts_with(payroll_id, ?) order by payroll_id limit 200", payrollId.strip());
  }
}
