package vn.chitra.hub.outbox;

import java.sql.Types;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The transactional outbox: messages that commit together with the change that causes them. A message carries ids only. It reaches its
 * queue at least once, so every consumer must be idempotent by state.
 */
@Component
public class Outbox {

  private static final String RELAY = "outbox-relay";

  private final JdbcClient jdbc;
  private final WakeOnCommit wakes;

  Outbox(JdbcTemplate jdbc, WakeOnCommit wakes) {
    this.jdbc = JdbcClient.create(jdbc);
    this.wakes = wakes;
  }

  /** Messages of one group key keep their order; null = no order needed. The relay starts as soon as the transaction has committed. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void put(Destination destination, @Nullable String groupKey, Object id) {
    jdbc.sql("insert into outbox (destination, group_key, body) values (:destination, :group, :body)")
        .param("destination", destination.queue()).param("group", groupKey, Types.VARCHAR).param("body", id.toString()).update();
    wakes.wake(RELAY);
  }
}
