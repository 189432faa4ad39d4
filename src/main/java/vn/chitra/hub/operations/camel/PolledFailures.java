package vn.chitra.hub.operations.camel;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.RootCause;

/**
 * Logs failures of the routes that timers start: one line when a route begins to fail or fails for another reason, one when it goes well
 * again. The same failure at every tick would fill the log. An error that is not the database's comes with its stack trace.
 */
@Component
final class PolledFailures extends EventNotifierSupport {

  private static final Logger LOG = LoggerFactory.getLogger(PolledFailures.class);
  private static final String POLLED = "polled";

  private final Map<String, State> states = new HashMap<>();
  private int changes;

  PolledFailures() {
    setIgnoreCamelContextEvents(true);
    setIgnoreRouteEvents(true);
    setIgnoreServiceEvents(true);
    setIgnoreExchangeCreatedEvent(true);
    setIgnoreExchangeSendingEvents(true);
    setIgnoreExchangeSentEvents(true);
    setIgnoreExchangeRedeliveryEvents(true);
  }

  /** Reasons of a route's failures at its last tick, and at the running one. */
  private record State(Set<String> last, Set<String> running) {}

  @Override
  public boolean isEnabled(CamelEvent event) {
    return event instanceof ExchangeFailedEvent || event instanceof ExchangeCompletedEvent;
  }

  @Override
  public void notify(CamelEvent event) {
    Exchange exchange = ((ExchangeEvent) event).getExchange();
    String route = exchange.getFromRouteId();
    Route from = route == null ? null : exchange.getContext().getRoute(route);
    if (route == null || from == null || !POLLED.equals(from.getConfigurationId())) {
      return;
    }
    Exception failure = event instanceof ExchangeFailedEvent ? exchange.getException() : null;
    note(route, failure, exchange.getProperty(Exchange.CORRELATION_ID) == null);
  }

  /** @param whole false for one element of a split: the tick is not over */
  private synchronized void note(String route, @Nullable Exception failure, boolean whole) {
    State state = states.computeIfAbsent(route, name -> new State(new TreeSet<>(), new TreeSet<>()));
    if (failure != null) {
      String reason = RootCause.name(failure);
      if (state.running().add(reason) && !state.last().contains(reason)) {
        begins(route, reason, failure);
      }
    }
    if (whole) {
      if (state.running().isEmpty() && !state.last().isEmpty()) {
        changes++;
        LOG.info("{} goes well again", route);
      }
      state.last().clear();
      state.last().addAll(state.running());
      state.running().clear();
    }
  }

  private void begins(String route, String reason, Exception failure) {
    changes++;
    if (RootCause.isOfTheDatabase(failure)) {
      LOG.warn("{} fails: {}; repeated failures are not logged", route, reason);
    } else {
      LOG.warn("{} fails: {}; repeated failures are not logged", route, reason, failure);
    }
  }

  /** Route → reasons of those that failed at their last tick. */
  synchronized SortedMap<String, Set<String>> failing() {
    SortedMap<String, Set<String>> failing = new TreeMap<>();
    states.forEach((route, state) -> {
      if (!state.last().isEmpty()) {
        failing.put(route, Set.copyOf(state.last()));
      }
    });
    return failing;
  }

  /** How many times something was logged. */
  synchronized int changes() {
    return changes;
  }
}
