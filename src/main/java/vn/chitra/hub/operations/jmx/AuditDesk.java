package vn.chitra.hub.operations.jmx;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.audit.AuditTrail;

/** Who did what; and whether anybody has touched the trail. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Audit", description = "Nhật ký việc làm của người")
public class AuditDesk {

  private final AuditTrail trail;
  private final JdbcTemplate jdbc;

  AuditDesk(AuditTrail trail, JdbcTemplate jdbc) {
    this.trail = trail;
    this.jdbc = jdbc;
  }

  @ManagedAttribute(description = "100 việc gần nhất")
  public List<Map<String, String>> getNewest() {
    return Table.of(jdbc, """
        select audit_id as "số", to_char(at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') as "lúc", actor as "ai",
          action as "việc",
          subject as "về", reason as "lý do", detail as "chi tiết" from audit_event order by audit_id desc limit 100""");
  }

  @ManagedOperation(description = "Kiểm tra chuỗi băm của toàn bộ nhật ký")
  public String verify() {
    AuditTrail.Verification verification = trail.verify();
    return verification.holds() ? "Nguyên vẹn: " + verification.lastNumber() + " việc, mã băm cuối " + verification.lastHash() + "."
        : "ĐÃ BỊ SỬA: việc số " + verification.firstBroken() + " không khớp việc trước nó.";
  }
}
