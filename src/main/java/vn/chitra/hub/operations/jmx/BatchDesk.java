package vn.chitra.hub.operations.jmx;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedOperationParameter;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;

/** Batches: what is under way, in doubt or refused, with the proof that a partner holds it. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Batches", description = "Các tệp gửi đối tác")
public class BatchDesk {

  private static final String SELECT = """
      select batch_id as "số", partner as "đối tác", folder as "nơi", file_name as "tệp", state as "trạng thái",
        payment_count as "số khoản",
        to_char(total_vnd, 'FM999,999,999,999,990') as "đồng", proof as "bằng chứng",
        to_char(sent_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') as "gửi lúc",
        to_char(answer_due_on, 'DD/MM/YYYY') as "hạn trả lời", answered as "đã trả lời",
        upload_attempt as "lần gửi", file_sha256 as "sha256"
      from batch""";

  private final JdbcTemplate jdbc;

  BatchDesk(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @ManagedAttribute(description = "Tệp đã gửi còn chờ trả lời cuối cùng")
  public List<Map<String, String>> getUnanswered() {
    return Table.of(jdbc, SELECT + " where state in ('SENT', 'ACKNOWLEDGED') and not answered order by sent_at limit 200");
  }

  @ManagedAttribute(description = "Tệp cần người xem: chưa rõ, bị từ chối, chờ tiền")
  public List<Map<String, String>> getTroubled() {
    return Table.of(jdbc, SELECT + " where state in ('IN_DOUBT', 'WAITING_FUNDS')"
        + " or batch_id in (select came_back_from from payment where state = 'PLANNED' and released_at is null) order by batch_id limit"
        + " 200");
  }

  @ManagedOperation(description = "Các tệp có tên chứa đoạn này")
  @ManagedOperationParameter(name = "fileName", description = "một phần tên tệp")
  public List<Map<String, String>> find(String fileName) {
    return Table.of(jdbc, SELECT + " where position(? in file_name) > 0 order by batch_id desc limit 200", fileName.strip());
  }
}
