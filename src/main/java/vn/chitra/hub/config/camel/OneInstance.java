package vn.chitra.hub.config.camel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.config.HubSettings;
import vn.chitra.hub.support.SqlText;

/**
 * Runs a timer's tick on one instance at a time. It saves work and keeps order; correctness never depends on it, because every step behind
 * it is idempotent by state. An instance that crashed releases its locks at its next start.
 *
 * <p>Every route's row is made before its first tick and never removed: ShedLock assumes that a row exists once it tried to create it, even
 * when the database was lost meanwhile, and would wait for it until the hub stops.
 */
@Component("oneInstance")
class OneInstance extends RoutePolicySupport {

  private static final String ADD_LOCK = SqlText.of("config/add-lock");
  private static final String LOCK = "hubOneInstanceLock";
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private final ScheduledExecutorService keeper =
      Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lock-keeper");
        thread.setDaemon(true);
        return thread;
      });
  private final JdbcClient jdbc;
  private final LockProvider locks;
  private final Clock wallClock;

  OneInstance(JdbcTemplate jdbc, HubSettings settings, @Qualifier("wallClock") Clock wallClock) throws UnknownHostException {
    this.wallClock = wallClock;
    String instance = InetAddress.getLocalHost().getHostName() + ":" + settings.dataDir().toAbsolutePath().normalize();
    String name = instance.substring(Math.max(0, instance.length() - 250));
    this.jdbc = JdbcClient.create(jdbc);
    this.jdbc.sql("update shedlock set lock_until = timezone('utc', current_timestamp) where locked_by = :name").param("name", name)
        .update();
    this.locks = new KeepAliveLockProvider(new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
        .withJdbcTemplate(jdbc).withLockedByValue(name).usingDbTime().build()), keeper);
  }

  @Override
  public void onInit(Route route) {
    jdbc.sql(ADD_LOCK).param("name", route.getRouteId()).update();
  }

  @Override
  public void onExchangeBegin(Route route, Exchange exchange) {
    Optional<SimpleLock> lock = locks.lock(new LockConfiguration(wallClock.instant(), route.getRouteId(), AT_MOST, Duration.ZERO));
    if (lock.isPresent()) {
      exchange.setProperty(LOCK, lock.get());
    } else {
      exchange.setRouteStop(true);
    }
  }

  @Override
  public void onExchangeDone(Route route, Exchange exchange) {
    SimpleLock lock = exchange.getProperty(LOCK, SimpleLock.class);
    if (lock != null) {
      lock.unlock();
    }
  }
}
