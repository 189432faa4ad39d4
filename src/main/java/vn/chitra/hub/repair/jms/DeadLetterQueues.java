package vn.chitra.hub.repair.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.util.Collections;
import org.springframework.stereotype.Component;
import vn.chitra.hub.outbox.Destination;

/** The broker's queues for what nobody could work off, one for each queue of the hub; made with the first dead letter. */
@Component
public class DeadLetterQueues {

  private final ConnectionFactory connections;

  DeadLetterQueues(ConnectionFactory connections) {
    this.connections = connections;
  }

  /** Dead letters of that queue. */
  public int count(Destination of) {
    try (JMSContext context = connections.createContext()) {
      return Collections.list(context.createBrowser(context.createQueue(name(of))).getEnumeration()).size();
    } catch (InvalidDestinationException | InvalidDestinationRuntimeException none) {
      return 0;
    } catch (JMSException e) {
      throw new IllegalStateException("the dead letters of " + of.queue() + " cannot be read", e);
    }
  }

  /** Address and queue in one, as the broker names them. */
  static String name(Destination of) {
    return "DLQ::DLQ." + of.queue();
  }
}
