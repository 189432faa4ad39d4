package vn.chitra.hub.operations.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.account.opening.OpeningSql;
import vn.chitra.hub.operations.WelfareRights;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.welfare.jdbc.WelfareSql;

/** The welfare database is healthy only while the hub may do there what it has to. */
class WelfareHealthIT {

  private JdbcTemplate owner;
  private WelfareHealth health;

  @BeforeEach
  void aWelfareDatabase() throws IOException {
    EmbeddedDatabases.Welfare welfare = EmbeddedDatabases.temporary().freshWelfare();
    owner = new JdbcTemplate(welfare.owner().dataSource());
    FileSystemResource statements = new FileSystemResource("mappings/welfare-db/");
    health = new WelfareHealth(new WelfareRights(welfare.guest().dataSource(), WelfareSql.from(statements), OpeningSql.from(statements)));
  }

  @Test
  void withoutAGrantItIsDegradedAndNamesTheRightUntilItIsGranted() {
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);

    owner.execute("revoke update on welfare.payout_result from hub_guest");
    Health without = health.health();
    assertThat(without.getStatus()).isEqualTo(PartnerHealth.DEGRADED);
    assertThat(without.getDetails()).containsEntry("missingRights", "UPDATE welfare.payout_result");
    assertThat(without.getDetails().get(PartnerHealth.WORDS).toString()).contains("thiếu 1 quyền: UPDATE welfare.payout_result");

    owner.execute("grant update on welfare.payout_result to hub_guest");
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
  }
}
