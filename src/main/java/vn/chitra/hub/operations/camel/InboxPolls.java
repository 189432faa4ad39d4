package vn.chitra.hub.operations.camel;

import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.support.ScheduledPollConsumer;
import org.springframework.stereotype.Component;

/** Counts the polls of a partner's outgoing folder. */
@Component
public final class InboxPolls {

  private final CamelContext camel;

  InboxPolls(CamelContext camel) {
    this.camel = camel;
  }

  /**
   * @param succeeded polls since the start
   * @param failedInARow since the last that succeeded
   */
  public record Polls(long succeeded, long failedInARow) {}

  /** Empty for a partner without an inbox. */
  public Optional<Polls> of(String partner) {
    Route route = camel.getRoute("files-in-" + partner);
    return route != null && route.getConsumer() instanceof ScheduledPollConsumer poller
        ? Optional.of(new Polls(poller.getSuccessCounter(), poller.getErrorCounter())) : Optional.empty();
  }
}
