package vn.chitra.hub.demo;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.support.DefaultScheduledPollConsumerScheduler;
import org.apache.camel.support.ScheduledPollConsumer;

/** Lets a hub in this process poll one partner's folders at once, on the consumer's own thread, so that no poll runs beside another. */
final class InboxWakes {

  private final CamelContext camel;
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();

  InboxWakes(CamelContext camel) {
    this.camel = camel;
  }

  /** Nothing when the inbox is stopped, or when it has been woken and has not begun yet. */
  void wake(String partner) {
    Route route = camel.getRoute("files-in-" + partner);
    if (route != null && route.getConsumer() instanceof ScheduledPollConsumer consumer
        && consumer.getScheduler() instanceof DefaultScheduledPollConsumerScheduler scheduler && waiting.add(partner)) {
      scheduler.getScheduledExecutorService().execute(() -> {
        waiting.remove(partner);
        consumer.run();
      });
    }
  }
}
