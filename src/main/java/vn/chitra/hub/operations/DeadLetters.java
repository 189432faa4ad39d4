package vn.chitra.hub.operations;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.util.Collections;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.outbox.Destination;

/** Notices messages that nobody could work off, a case a queue; closes it when they are gone. */
@Component("deadLetters")
public class DeadLetters {

  private final ConnectionFactory connections;
  private final Cases cases;

  DeadLetters(ConnectionFactory connections, Cases cases) {
    this.connections = connections;
    this.cases = cases;
  }

  /** Looks at every dead-letter queue. */
  public void watch() throws JMSException {
    for (Destination destination : Destination.values()) {
      int dead = count(destination.queue());
      String subject = "queue:" + destination.queue();
      if (dead > 0) {
        cases.open(NewCase.about(CaseKind.MESSAGE_DEAD, subject, dead + " thông điệp chết trong DLQ." + destination.queue()
            + "; xem nguyên nhân rồi cho xử lý lại.").over(dead, null));
      } else {
        cases.causeGone(CaseKind.MESSAGE_DEAD, subject, "không còn thông điệp chết");
      }
    }
  }

  private int count(String queue) throws JMSException {
    try (JMSContext context = connections.createContext()) {
      return Collections.list(context.createBrowser(context.createQueue("DLQ::DLQ." + queue)).getEnumeration()).size();
    }
  }
}
