package vn.chitra.hub.operations.jmx;

import java.util.List;
import java.util.Map;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.query.BatchLists;

/** Batches on the console: active, in doubt or refused, with the proof that a partner holds the file. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Batches", description = "Các tệp gửi đối tác")
public class BatchDesk {

  private final BatchLists batches;

  BatchDesk(BatchLists batches) {
    this.batches = batches;
  }

  @ManagedAttribute(description = "Tệp đã gửi còn chờ trả lời cuối cùng")
  public List<Map<String, String>> getUnanswered() {
    return batches.unanswered();
  }

  @ManagedAttribute(description = "Tệp cần người xem: chưa rõ, bị từ chối, chờ tiền")
  public List<Map<String, String>> getTroubled() {
    return batches.troubled();
  }

  @ManagedOperation(description = "Các tệp có tên chứa đoạn này")
  @ManagedOperationParameter(name = "fileName", description = "một phần tên tệp")
  public List<Map<String, String>> find(String fileName) {
    return batches.named(fileName.strip());
  }
}
