package vn.chitra.hub.cases;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** Closes cases that a person has decided. Takes part in the caller's transaction. */
@Component
public class DecidedCases {

  private static final String CLOSE = SqlText.of("cases/close-case");
  private static final String CLOSE_ABOUT = "select close_cases(:kinds, :subject, :now, :resolution, :by)";

  private final JdbcClient jdbc;
  private final Clock businessClock;

  DecidedCases(JdbcClient jdbc, Clock businessClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  /** @param by login */
  public void close(long caseId, String by, String resolution) {
    jdbc.sql(CLOSE).param("case", caseId).param("by", by).param("resolution", resolution).param("now", now()).update();
  }

  /** Closes every open case of the kinds about the subject; returns how many. */
  public int close(Collection<CaseKind> kinds, String subject, String by, String resolution) {
    return jdbc.sql(CLOSE_ABOUT).param("kinds", new SqlArrayValue("text", kinds.stream().map(Enum::name).toArray()))
        .param("subject", subject).param("by", by).param("resolution", resolution).param("now", now()).query(Long.class).single()
        .intValue();
  }

  private Timestamp now() {
    return Timestamp.from(businessClock.instant());
  }
}
