package vn.chitra.hub.repair.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.springframework.stereotype.Component;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.outbox.Outbox;
import vn.chitra.hub.repair.RepairAction;

/** Sends dead letters back to their queue, through the outbox. */
@Component
class RedriveDeadLetters extends TakeDeadLetters {

  private final Outbox outbox;

  RedriveDeadLetters(ConnectionFactory connections, DeadLetterQueues letters, Outbox outbox) {
    super(connections, letters);
    this.outbox = outbox;
  }

  @Override
  public RepairAction action() {
    return RepairAction.REDRIVE_DEAD_LETTERS;
  }

  @Override
  void pass(JMSContext context, Destination from, Message letter) throws JMSException {
    outbox.put(from, letter.getStringProperty("JMSXGroupID"), letter.getBody(String.class));
  }
}
