package vn.chitra.hub.operations.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.BatchState;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.operations.FreeDisk;
import vn.chitra.hub.operations.camel.TimerState;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.partner.Partners;

/** The hub's own metrics: counts and ages only, by states, kinds, partners and queues. An external broker reports its queues itself. */
@Component
class HubMetrics implements MeterBinder {

  private static final List<String> PAYOUT_STATES = List.of("OPEN", "HELD", "PAID", "CARRIED_OVER", "HANDED_BACK", "STOPPED", "CANCELLED");

  private final HubFigures figures;
  private final Partners partners;
  private final ObjectProvider<EmbeddedActiveMQ> broker;
  private final FreeDisk disk;
  private final ObjectProvider<TimerState> timers;

  HubMetrics(HubFigures figures, Partners partners, ObjectProvider<EmbeddedActiveMQ> broker, FreeDisk disk,
      ObjectProvider<TimerState> timers) {
    this.figures = figures;
    this.partners = partners;
    this.broker = broker;
    this.disk = disk;
    this.timers = timers;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    PAYOUT_STATES.forEach(state -> gauge(registry, "hub.payouts", "state", state, "payouts." + state,
        "Payouts of months that are not closed, by state"));
    for (BatchState state : BatchState.values()) {
      gauge(registry, "hub.batches", "state", state.name(), "batches." + state, "Batches by state");
    }
    for (CaseKind kind : CaseKind.values()) {
      gauge(registry, "hub.cases.open", "kind", kind.name(), "cases." + kind, "Open cases by kind");
    }
    partners.all().forEach(partner -> gauge(registry, "hub.batches.unanswered.age.seconds", "partner", partner.id(),
        "unanswered." + partner.id(), "Business seconds since the oldest batch without its last answer was sent"));
    Gauge.builder("hub.outbox.messages", () -> figures.of("outbox.rows")).description("Messages not yet relayed").register(registry);
    Gauge.builder("hub.outbox.lag.seconds", () -> figures.of("outbox.lag")).description("Age of the oldest of them").register(registry);
    Gauge.builder("hub.proposals.waiting", () -> figures.of("proposals")).description("Actions that wait for a second person")
        .register(registry);
    Gauge.builder("hub.disk.free.bytes", () -> disk.now().free()).description("Space left for the data folder").register(registry);
    Gauge.builder("hub.timers.troubled", () -> timers.getObject().now().troubles().size())
        .description("Timers that are stopped, late or fail at every tick").register(registry);
    queues(registry);
  }

  private void gauge(MeterRegistry registry, String name, String tag, String value, String figure, String description) {
    Gauge.builder(name, () -> figures.of(figure)).tag(tag, value).description(description).register(registry);
  }

  private void queues(MeterRegistry registry) {
    broker.ifAvailable(embedded -> {
      Gauge.builder("hub.broker.blocked", () -> BrokerHealth.isBlocked(embedded) ? 1 : 0)
          .description("1 while the broker takes no message because of its disk").register(registry);
      for (Destination destination : Destination.values()) {
        for (String queue : List.of(destination.queue(), "DLQ." + destination.queue())) {
          Gauge.builder("hub.queue.depth", () -> depth(embedded, queue)).tag("queue", queue).description("Messages on a queue")
              .register(registry);
        }
      }
    });
  }

  private static long depth(EmbeddedActiveMQ broker, String name) {
    Optional<Queue> queue = Optional.ofNullable(broker.getActiveMQServer()).map(server -> server.locateQueue(SimpleString.of(name)));
    return queue.map(Queue::getMessageCount).orElse(0L);
  }
}
