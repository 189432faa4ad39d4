package vn.chitra.hub.outbox;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves committed outbox rows to the broker: read, send durably in one broker transaction, then delete. A crash in between sends a message
 * twice and never loses one; no database transaction is open during a call to the broker.
 */
@Component("outboxRelay")
public class OutboxRelay {

  private static final int CHUNK = 500;

  private final JdbcClient jdbc;
  private final ConnectionFactory connections;

  OutboxRelay(JdbcTemplate jdbc, ConnectionFactory connections) {
    this.jdbc = JdbcClient.create(jdbc);
    this.connections = connections;
  }

  /** Sends until the outbox is empty; returns how many messages were sent. */
  public int relay() throws JMSException {
    int sent = 0;
    List<Row> rows;
    do {
      rows = jdbc.sql("select outbox_id, destination, group_key, body from outbox order by outbox_id limit :chunk").param("chunk", CHUNK)
          .query((r, n) -> new Row(r.getLong(1), r.getString(2), r.getString(3), r.getString(4))).list();
      if (!rows.isEmpty()) {
        send(rows);
        jdbc.sql("delete from outbox where outbox_id = any (:sent)").param("sent", rows.stream().map(Row::id).toArray(Long[]::new))
            .update();
      }
      sent += rows.size();
    } while (rows.size() == CHUNK);
    return sent;
  }

  private void send(List<Row> rows) throws JMSException {
    try (JMSContext context = connections.createContext(JMSContext.SESSION_TRANSACTED)) {
      for (Row row : rows) {
        TextMessage message = context.createTextMessage(row.body());
        if (row.groupKey() != null) {
          message.setStringProperty("JMSXGroupID", row.groupKey());
        }
        context.createProducer().send(context.createQueue(row.destination()), message);
      }
      context.commit();
    }
  }

  private record Row(long id, String destination, String groupKey, String body) {}
}
