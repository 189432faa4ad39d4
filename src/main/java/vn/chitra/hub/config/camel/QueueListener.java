package vn.chitra.hub.config.camel;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.Objects;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Camel's listener of a queue, whose failures are logged when they begin and when they end. Camel's own logs one at every attempt: every
 * five seconds while the database or the broker is away, and with its stack trace at every delivery of a message. At a silent queue it
 * keeps its session and its transaction, in which no statement has run, for ten timeouts and not for one: opening them each second was a
 * third of what a hub with nothing due cost. It still ends within one timeout. Nothing else differs.
 */
final class QueueListener extends DefaultJmsMessageListenerContainer {

  private static final int TIMEOUTS_IN_A_SESSION = 10;

  private final ListenerFailures listening;
  private final ListenerFailures messages;

  QueueListener(JmsEndpoint endpoint) {
    super(endpoint);
    listening = new ListenerFailures("listening at " + endpoint.getDestinationName());
    messages = new ListenerFailures("a message of " + endpoint.getDestinationName());
  }

  @Override
  protected void handleListenerSetupFailure(Throwable failure, boolean alreadyRecovered) {
    if (failure instanceof JMSException ofTheBroker) {
      invokeExceptionListener(ofTheBroker);
    }
    if (!(failure instanceof SharedConnectionNotInitializedException)) {
      listening.failed(failure);
    }
  }

  @Override
  protected boolean receiveAndExecute(Object invoker, @Nullable Session session, @Nullable MessageConsumer consumer) throws JMSException {
    boolean received = super.receiveAndExecute(invoker, session, consumer);
    listening.wentWell();
    return received;
  }

  @Override
  protected @Nullable Message receiveMessage(MessageConsumer consumer) throws JMSException {
    Message message = super.receiveMessage(consumer);
    for (int timeouts = 1; message == null && timeouts < TIMEOUTS_IN_A_SESSION && isRunning(); timeouts++) {
      message = super.receiveMessage(consumer);
    }
    return message;
  }

  @Override
  protected void doExecuteListener(@Nullable Session session, Message message) throws JMSException {
    super.doExecuteListener(Objects.requireNonNull(session), message);
    messages.wentWell();
  }

  /** In place of Camel's error handler, which only logs. */
  @Override
  protected void invokeErrorHandler(Throwable failure) {
    messages.failed(failure);
  }
}
