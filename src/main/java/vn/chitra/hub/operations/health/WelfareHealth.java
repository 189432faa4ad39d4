package vn.chitra.hub.operations.health;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** The health of the welfare database: while it is down no payroll is taken and no result is written, but taken payrolls continue. */
@Component("welfare")
class WelfareHealth implements HealthIndicator {

  private static final int SECONDS = 3;

  private final DataSource welfare;

  WelfareHealth(@Qualifier("welfareDataSource") DataSource welfare) {
    this.welfare = welfare;
  }

  @Override
  public Health health() {
    try (Connection connection = welfare.getConnection()) {
      return connection.isValid(SECONDS) ? Health.up().build() : Health.status(PartnerHealth.DEGRADED).build();
    } catch (SQLException e) {
      return Health.status(PartnerHealth.DEGRADED).withDetail("sqlState", String.valueOf(e.getSQLState())).build();
    }
  }
}
