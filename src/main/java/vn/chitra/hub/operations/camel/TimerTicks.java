package vn.chitra.hub.operations.camel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.component.timer.TimerEndpoint;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** When each timer of the hub last ended a tick, by the wall clock; an instance that does not lead ticks too and does nothing. */
@Component
public final class TimerTicks extends EventNotifierSupport {

  /** A tick may be long where there is much to do; three periods of a slow timer. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int PERIODS = 3;

  private final Clock wallClock;
  private final Instant since;
  private final Map<String, Instant> ended = new ConcurrentHashMap<>();

  TimerTicks(@Qualifier("wallClock") Clock wallClock) {
    this.wallClock = wallClock;
    this.since = wallClock.instant();
    setIgnoreCamelContextEvents(true);
    setIgnoreRouteEvents(true);
    setIgnoreServiceEvents(true);
    setIgnoreExchangeCreatedEvent(true);
    setIgnoreExchangeSendingEvents(true);
    setIgnoreExchangeSentEvents(true);
    setIgnoreExchangeRedeliveryEvents(true);
  }

  /**
   * @param started false for a route that a person has stopped
   * @param silent how long ago its last tick ended, or the hub started
   * @param late whether that is too long
   */
  public record Timer(String route, boolean started, Duration silent, boolean late) {}

  @Override
  public boolean isEnabled(CamelEvent event) {
    return event instanceof ExchangeFailedEvent || event instanceof ExchangeCompletedEvent;
  }

  @Override
  public void notify(CamelEvent event) {
    Exchange exchange = ((ExchangeEvent) event).getExchange();
    String route = exchange.getFromRouteId();
    if (route != null && exchange.getProperty(Exchange.CORRELATION_ID) == null && exchange.getFromEndpoint() instanceof TimerEndpoint) {
      ended.put(route, wallClock.instant());
    }
  }

  /** Every route that a timer starts. */
  public List<Timer> of(CamelContext camel) {
    return camel.getRoutes().stream().filter(route -> route.getEndpoint() instanceof TimerEndpoint).map(route -> of(camel, route)).toList();
  }

  private Timer of(CamelContext camel, Route route) {
    Duration period = Duration.ofMillis(((TimerEndpoint) route.getEndpoint()).getPeriod()).multipliedBy(PERIODS);
    Duration silent = Duration.between(ended.getOrDefault(route.getRouteId(), since), wallClock.instant());
    boolean started = camel.getRouteController().getRouteStatus(route.getRouteId()).isStarted();
    return new Timer(route.getRouteId(), started, silent, silent.compareTo(period.compareTo(PATIENCE) > 0 ? period : PATIENCE) > 0);
  }
}
