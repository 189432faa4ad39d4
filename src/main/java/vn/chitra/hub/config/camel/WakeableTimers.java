package vn.chitra.hub.config.camel;

import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.component.timer.TimerComponent;
import org.apache.camel.component.timer.TimerComponentConfigurer;
import org.apache.camel.component.timer.TimerConsumer;
import org.apache.camel.component.timer.TimerEndpoint;
import org.apache.camel.component.timer.TimerEndpointConfigurer;
import org.apache.camel.spi.PropertyConfigurer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.TimerWakes;

/**
 * Camel's timer, which can also be told to fire at once. The additional firing runs on the timer's own thread, so a route never runs beside
 * itself.
 */
@Component("timer")
class WakeableTimers extends TimerComponent implements TimerWakes {

  private static final Logger LOG = LoggerFactory.getLogger(WakeableTimers.class);

  private final Map<String, Wakeable> started = new ConcurrentHashMap<>();

  /** Camel finds a component's by the annotation of its class, which a subclass does not inherit. */
  @Override
  public PropertyConfigurer getComponentPropertyConfigurer() {
    return new TimerComponentConfigurer();
  }

  /** As above. */
  @Override
  public PropertyConfigurer getEndpointPropertyConfigurer() {
    return new TimerEndpointConfigurer();
  }

  @Override
  public void wake(String timer) {
    Optional.ofNullable(started.get(timer)).ifPresent(Wakeable::wake);
  }

  @Override
  public void wakeAll() {
    started.values().forEach(Wakeable::wake);
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
    TimerEndpoint endpoint = new WakeableEndpoint(uri, remaining);
    setProperties(endpoint, parameters);
    return endpoint;
  }

  private final class WakeableEndpoint extends TimerEndpoint {

    WakeableEndpoint(String uri, String timerName) {
      super(uri, WakeableTimers.this, timerName);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
      Wakeable consumer = new Wakeable(this, processor);
      configureConsumer(consumer);
      return consumer;
    }
  }

  private final class Wakeable extends TimerConsumer {

    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile Runnable wake = () -> { };

    Wakeable(TimerEndpoint endpoint, Processor processor) {
      super(endpoint, processor);
    }

    void wake() {
      wake.run();
    }

    @Override
    protected void configureTask(TimerTask task, Timer timer) {
      super.configureTask(task, timer);
      wake = () -> {
        if (waiting.compareAndSet(false, true)) {
          try {
            timer.schedule(new AdditionalFiring(task), 0);
          } catch (IllegalStateException stopped) {
            LOG.debug("timer {} has just stopped", getTimerName(), stopped);
          }
        }
      };
      started.put(getTimerName(), this);
    }

    private final class AdditionalFiring extends TimerTask {

      private final TimerTask task;

      AdditionalFiring(TimerTask task) {
        this.task = task;
      }

      @Override
      public void run() {
        waiting.set(false);
        task.run();
      }
    }

    @Override
    protected void doStop() throws Exception {
      started.remove(getTimerName(), this);
      wake = () -> { };
      super.doStop();
    }
  }
}
