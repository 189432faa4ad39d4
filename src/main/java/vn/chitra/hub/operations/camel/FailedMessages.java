package vn.chitra.hub.operations.camel;

import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.component.jms.JmsMessage;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.springframework.stereotype.Component;
import vn.chitra.hub.operations.MessageFailures;

/** Records why a message of a queue failed, at each failure; the routes themselves handle no exception. */
@Component
class FailedMessages extends EventNotifierSupport {

  private final MessageFailures failures;

  FailedMessages(MessageFailures failures) {
    this.failures = failures;
  }

  @Override
  public boolean isEnabled(CamelEvent event) {
    return event instanceof ExchangeFailedEvent failed && failed.getExchange().getFromEndpoint() instanceof JmsEndpoint;
  }

  @Override
  public void notify(CamelEvent event) throws JMSException {
    Exchange exchange = ((ExchangeFailedEvent) event).getExchange();
    if (exchange.getFromEndpoint() instanceof JmsEndpoint queue && exchange.getIn() instanceof JmsMessage message
        && message.getJmsMessage() instanceof TextMessage text && exchange.getException() != null) {
      failures.note(queue.getDestinationName(), text.getText(), exchange.getException());
    }
  }
}
