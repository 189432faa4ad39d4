package vn.chitra.hub.operations.jmx;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** Batches on the console: active, in doubt or refused, with the proof that a partner holds the file. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Batches", description = "Các tệp gửi đối tác")
public class BatchDesk {

  private static final String UNANSWERED = SqlText.of("operations/show-unanswered-batches");
  private static final String TROUBLED = SqlText.of("operations/show-troubled-batches");
  private static final String BY_NAME = SqlText.of("operations/show-batches-by-name");

  private final JdbcClient jdbc;

  BatchDesk(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @ManagedAttribute(description = "Tệp đã gửi còn chờ trả lời cuối cùng")
  public List<Map<String, String>> getUnanswered() {
    return Table.of(jdbc.sql(UNANSWERED));
  }

  @ManagedAttribute(description = "Tệp cần người xem: chưa rõ, bị từ chối, chờ tiền")
  public List<Map<String, String>> getTroubled() {
    return Table.of(jdbc.sql(TROUBLED));
  }

  @ManagedOperation(description = "Các tệp có tên chứa đoạn này")
  @ManagedOperationParameter(name = "fileName", description = "một phần tên tệp")
  public List<Map<String, String>> find(String fileName) {
    return Table.of(jdbc.sql(BY_NAME).param("fileName", fileName.strip()));
  }
}
