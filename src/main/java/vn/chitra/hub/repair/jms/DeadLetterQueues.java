package vn.chitra.hub.repair.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.InvalidDestinationRuntimeException;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.chitra.hub.outbox.Destination;

/** The broker's dead-letter queues, one for each queue of the hub; created with the first dead letter. */
@Component
public class DeadLetterQueues {

  private final ConnectionFactory connections;

  DeadLetterQueues(ConnectionFactory connections) {
    this.connections = connections;
  }

  /** Dead letters of that queue. */
  public int count(Destination of) {
    return bodies(of).size();
  }

  /** The bodies of the dead letters: ids. */
  public List<String> bodies(Destination of) {
    return letters(of).stream().map(Letter::body).toList();
  }

  /** @param id by which the broker knows the message, {@code body} ids only */
  record Letter(String id, String body) {}

  List<Letter> letters(Destination of) {
    try (JMSContext context = connections.createContext()) {
      List<Letter> letters = new ArrayList<>();
      for (Object letter : Collections.list(context.createBrowser(context.createQueue(name(of))).getEnumeration())) {
        Message message = (Message) letter;
        letters.add(new Letter(message.getJMSMessageID(), message.getBody(String.class)));
      }
      return letters;
    } catch (InvalidDestinationException | InvalidDestinationRuntimeException none) {
      return List.of();
    } catch (JMSException e) {
      throw new IllegalStateException("the dead letters of " + of.queue() + " cannot be read", e);
    }
  }

  /** Address and queue in one, as the broker names them. */
  static String name(Destination of) {
    return "DLQ::DLQ." + of.queue();
  }
}
