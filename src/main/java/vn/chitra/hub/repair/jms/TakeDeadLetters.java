package vn.chitra.hub.repair.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.repair.jms.DeadLetterQueues.Letter;
import vn.chitra.hub.support.Word;

/**
 * Takes every dead letter of a queue away, or, with a message's body as parameter, the letters of that body alone: two of one body are the
 * same work. The broker removes them only after the database has committed: a crash between the two leaves a
 * message twice, and every consumer is idempotent by state.
 */
abstract class TakeDeadLetters implements RepairActionHandler {

  private static final long PATIENCE_MS = 500;

  private final ConnectionFactory connections;
  private final DeadLetterQueues letters;

  TakeDeadLetters(ConnectionFactory connections, DeadLetterQueues letters) {
    this.connections = connections;
    this.letters = letters;
  }

  /** Where one of them goes. @param context of the transaction that removes it from the dead letters */
  abstract void pass(JMSContext context, Destination from, Message letter) throws JMSException;

  @Override
  public Preview look(String id, String parameter) {
    if (destination(id).isEmpty()) {
      return Preview.Impossible.because("Không có hàng đợi %s.", "There is no queue %s.", id);
    }
    long dead = meant(destination(id).get(), parameter).size();
    if (parameter.isEmpty()) {
      return dead == 0
        ? Preview.Impossible.because("Hàng đợi %s không có thông điệp chết.", "Queue %s has no dead letter.", id)
          : new Preview.Possible((int) dead, 0, Word.of("%s thông điệp chết của %s.", "%s dead letters of %s.", dead, id));
    }
    return dead == 0 ? Preview.Impossible.because("Hàng đợi %s không có thông điệp chết %s.", "Queue %s has no dead letter %s.", id, parameter)
        : new Preview.Possible((int) dead, 0, Word.of("%s thông điệp chết của %s: %s.", "%s dead letters of %s: %s.", dead, id, parameter));
  }

  /** Not while other letters of the queue stay. */
  @Override
  public boolean endsCases(String id, String parameter) {
    Destination queue = destination(id).orElseThrow();
    return meant(queue, parameter).size() == letters.count(queue);
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    Destination to = destination(id).orElseThrow();
    JMSContext context = connections.createContext(JMSContext.SESSION_TRANSACTED);
    TransactionSynchronizationManager.registerSynchronization(new GiveUpAfterCommit(context));
    Queue queue = context.createQueue(DeadLetterQueues.name(to));
    try {
      if (parameter.isEmpty()) {
        take(context, to, context.createConsumer(queue));
      } else {
        for (Letter one : meant(to, parameter)) {
          try (JMSConsumer dead = context.createConsumer(queue, "JMSMessageID = '" + one.id() + "'")) {
            take(context, to, dead);
          }
        }
      }
    } catch (JMSException e) {
      throw new IllegalStateException("the dead letters of " + id + " cannot be taken", e);
    }
  }

  private void take(JMSContext context, Destination to, JMSConsumer dead) throws JMSException {
    for (Message letter = dead.receive(PATIENCE_MS); letter != null; letter = dead.receive(PATIENCE_MS)) {
      pass(context, to, letter);
    }
  }

  private List<Letter> meant(Destination queue, String body) {
    return letters.letters(queue).stream().filter(one -> body.isEmpty() || one.body().strip().equals(body)).toList();
  }

  private static Optional<Destination> destination(String queue) {
    return Arrays.stream(Destination.values()).filter(one -> one.queue().equals(queue)).findFirst();
  }

  private record GiveUpAfterCommit(JMSContext context) implements TransactionSynchronization {

    @Override
    public void afterCompletion(int status) {
      try (context) {
        if (status == STATUS_COMMITTED) {
          context.commit();
        } else {
          context.rollback();
        }
      }
    }
  }
}
