package vn.chitra.hub.operations.health;

import java.sql.SQLException;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.WelfareRights;

/**
 * The health of the welfare database: while it is down, or the hub's login lacks a right there, no payroll is taken or no result is
 * written, but taken payrolls continue. The missing rights are named.
 */
@Component("welfare")
class WelfareHealth implements HealthIndicator {

  private final WelfareRights rights;

  WelfareHealth(WelfareRights rights) {
    this.rights = rights;
  }

  @Override
  public Health health() {
    try {
      List<String> missing = rights.missing();
      return missing.isEmpty() ? Health.up().withDetail(PartnerHealth.WORDS, "trả lời, đủ quyền").build()
          : Health.status(PartnerHealth.DEGRADED).withDetail("missingRights", String.join(", ", missing))
              .withDetail(PartnerHealth.WORDS, "tài khoản của hub thiếu " + missing.size() + " quyền: " + String.join(", ", missing))
              .build();
    } catch (SQLException e) {
      return Health.status(PartnerHealth.DEGRADED).withDetail("sqlState", String.valueOf(e.getSQLState()))
          .withDetail(PartnerHealth.WORDS, "không trả lời; bảng mới chưa được nhận, kết quả chưa được ghi, mọi việc khác vẫn chạy").build();
    }
  }
}
