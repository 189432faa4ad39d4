package vn.chitra.hub.repair.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.springframework.stereotype.Component;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.repair.RepairAction;

/**
 * Moves dead letters that nobody needs any more to the queue {@code ASIDE.<queue>}, which nothing consumes: they can be looked at there in
 * the broker's console. No work is lost by it: a recovery timer queues again what the database knows to be undone.
 */
@Component
class SetAsideDeadLetters extends TakeDeadLetters {

  SetAsideDeadLetters(ConnectionFactory connections, DeadLetterQueues letters) {
    super(connections, letters);
  }

  @Override
  public RepairAction action() {
    return RepairAction.SET_ASIDE_DEAD_LETTERS;
  }

  @Override
  void pass(JMSContext context, Destination from, Message letter) throws JMSException {
    context.createProducer().send(context.createQueue("ASIDE." + from.queue()), letter.getBody(String.class));
  }
}
