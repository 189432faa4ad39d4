package vn.chitra.hub.repair.jms;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairActionHandler;
import vn.chitra.hub.support.Word;

/**
 * Takes every dead letter of a queue away. The broker removes them only after the database has committed: a crash between the two leaves a
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
    int dead = letters.count(destination(id).get());
    return dead == 0 ? Preview.Impossible.because("Hàng đợi %s không có thông điệp chết.", "Queue %s has no dead letter.", id)
        : new Preview.Possible(dead, 0, Word.of("%s thông điệp chết của %s.", "%s dead letters of %s.", dead, id));
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    Destination to = destination(id).orElseThrow();
    JMSContext context = connections.createContext(JMSContext.SESSION_TRANSACTED);
    TransactionSynchronizationManager.registerSynchronization(new GiveUpAfterCommit(context));
    try {
      JMSConsumer dead = context.createConsumer(context.createQueue(DeadLetterQueues.name(to)));
      for (Message letter = dead.receive(PATIENCE_MS); letter != null; letter = dead.receive(PATIENCE_MS)) {
        pass(context, to, letter);
      }
    } catch (JMSException e) {
      throw new IllegalStateException("the dead letters of " + id + " cannot be taken", e);
    }
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
