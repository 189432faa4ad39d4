package vn.chitra.hub.payout;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** Applies the result of the name check to payments; the verb takes part in the caller's transaction. */
@Component
public class NameCheckedPayments {

  private static final String SETTLE = SqlText.of("payout/settle-name-check");

  private final JdbcClient jdbc;

  public NameCheckedPayments(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  /** The planned ones among them wait no longer; those of the second list may not be batched before a person has decided. */
  public void settle(Collection<Long> checked, Collection<Long> frozen, Instant at) {
    jdbc.sql(SETTLE).param("checked", checked.toArray(Long[]::new)).param("frozen", frozen.toArray(Long[]::new))
        .param("at", Timestamp.from(at)).update();
  }
}
