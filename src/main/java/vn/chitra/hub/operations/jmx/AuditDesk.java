package vn.chitra.hub.operations.jmx;

import java.util.List;
import java.util.Map;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedResource;
import org.springframework.stereotype.Component;
import vn.chitra.hub.audit.AuditTrail;
import vn.chitra.hub.operations.query.AuditLists;

/** The audit trail on the console: who did what, and whether the chain is intact. */
@Component
@ManagedResource(objectName = "vn.chitra.hub:type=Audit", description = "Nhật ký việc làm của người")
public class AuditDesk {

  private final AuditTrail trail;
  private final AuditLists events;

  AuditDesk(AuditTrail trail, AuditLists events) {
    this.trail = trail;
    this.events = events;
  }

  @ManagedAttribute(description = "100 việc gần nhất")
  public List<Map<String, String>> getNewest() {
    return events.newest();
  }

  @ManagedOperation(description = "Kiểm tra chuỗi băm của toàn bộ nhật ký")
  public String verify() {
    AuditTrail.Verification verification = trail.verify();
    return verification.holds() ? "Nguyên vẹn: " + verification.lastNumber() + " việc, mã băm cuối " + verification.lastHash() + "."
        : "ĐÃ BỊ SỬA: việc số " + verification.firstBroken() + " không khớp việc trước nó.";
  }
}
