package vn.chitra.hub.operations.health;

import java.sql.SQLException;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.WelfareRights;
import vn.chitra.hub.support.Word;

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
      return missing.isEmpty()
          ? Health.up().withDetail(PartnerHealth.WORDS, new Word("trả lời, đủ quyền", "replies, all rights are there").shown()).build()
          : Health.status(PartnerHealth.DEGRADED).withDetail("missingRights", String.join(", ", missing))
              .withDetail(PartnerHealth.WORDS, Word.of("tài khoản của hub thiếu %s quyền: %s", "the hub's login lacks %s rights: %s",
                  missing.size(), String.join(", ", missing)).shown())
              .build();
    } catch (SQLException e) {
      return Health.status(PartnerHealth.DEGRADED).withDetail("sqlState", String.valueOf(e.getSQLState()))
          .withDetail(PartnerHealth.WORDS, new Word(
              "không trả lời; bảng mới chưa được nhận, kết quả chưa được ghi, mọi việc khác vẫn chạy",
              "does not reply; new payrolls are not taken, results are not written, all else goes on").shown()).build();
    }
  }
}
