package vn.chitra.hub.cases;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** Updates single cases whose cause is still watched after they were opened; each verb takes part in the caller's transaction. */
@Component
public class FollowedCases {

  private static final String END = SqlText.of("cases/end-case");
  private static final String RENEW = SqlText.of("cases/renew-case");

  private final JdbcClient jdbc;
  private final Clock businessClock;

  FollowedCases(JdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = JdbcClient.create(jdbc);
    this.businessClock = businessClock;
  }

  /** Closes one case because its cause ended; one that is closed already stays as it is. */
  public void end(long caseId, String resolution) {
    jdbc.sql(END).param("case", caseId).param("resolution", resolution).param("now", Timestamp.from(businessClock.instant())).update();
  }

  /** An open case gets the figures of now; a closed one stays as it is. */
  public void renew(long caseId, String evidence, @Nullable Long amountVnd) {
    jdbc.sql(RENEW).param("case", caseId).param("evidence", evidence).param("amount_vnd", amountVnd, Types.BIGINT).update();
  }
}
