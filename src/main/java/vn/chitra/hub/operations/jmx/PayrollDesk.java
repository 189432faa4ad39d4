package vn.chitra.hub.operations.jmx;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.query.Table;
import vn.chitra.hub.support.SqlText;

/** Payrolls on the console: taken, refused, released. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Payrolls", description = "Các bảng chi")
public class PayrollDesk {

  private static final String WAITING = SqlText.of("operations/show-waiting-payrolls");
  private static final String BY_ID = SqlText.of("operations/show-payrolls-by-id");

  private final JdbcClient jdbc;

  PayrollDesk(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @ManagedAttribute(description = "Bảng chi chưa được cho đi")
  public List<Map<String, String>> getWaiting() {
    return Table.of(jdbc.sql(WAITING));
  }

  @ManagedOperation(description = "Một bảng chi, hoặc các bảng có mã bắt đầu như vậy")
  @ManagedOperationParameter(name = "payrollId", description = "mã bảng hoặc phần đầu của mã")
  public List<Map<String, String>> find(String payrollId) {
    return Table.of(jdbc.sql(BY_ID).param("start", payrollId.strip()));
  }
}
