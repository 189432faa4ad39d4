package vn.chitra.hub.config.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import vn.chitra.hub.config.HubSettings;
import vn.chitra.hub.sim.EmbeddedDatabases;

/** A timer's tick runs on one instance at a time, and goes on running when the database was away. */
class OneInstanceIT {

  private final DataSource database = EmbeddedDatabases.temporary().freshHub().dataSource();
  private final Route route = mock(Route.class);

  @BeforeEach
  void locks() {
    when(route.getRouteId()).thenReturn("results-out-write");
    new JdbcTemplate(database).execute("create table shedlock (name varchar(64) primary key, lock_until timestamp not null,"
        + " locked_at timestamp not null, locked_by varchar(255) not null)");
  }

  @Test
  void aTickIsLetThroughAgainWhenTheDatabaseWasAwayAtTheFirstOne() throws Exception {
    Breakable breakable = new Breakable(database);
    OneInstance here = instance(breakable, "here");
    breakable.away = true;
    Exchange first = new DefaultExchange(new DefaultCamelContext());
    catchThrowable(() -> here.onExchangeBegin(route, first));
    breakable.away = false;

    assertThat(isLetThrough(here)).isTrue();
  }

  @Test
  void aTickIsLetThroughOnOneInstanceOnly() throws Exception {
    OneInstance here = instance(database, "here");
    OneInstance there = instance(database, "there");
    Exchange running = new DefaultExchange(new DefaultCamelContext());
    here.onExchangeBegin(route, running);

    assertThat(running.isRouteStop()).isFalse();
    assertThat(isLetThrough(there)).isFalse();
    here.onExchangeDone(route, running);
    assertThat(isLetThrough(there)).isTrue();
  }

  @Test
  void whatAnInstanceHeldWhenItDiedIsFreeAtItsNextStartAndForTheOthersToo() throws Exception {
    OneInstance there = instance(database, "there");
    assertThat(isLetThrough(there)).isTrue();
    instance(database, "here").onExchangeBegin(route, new DefaultExchange(new DefaultCamelContext()));   // it dies with the lock
    assertThat(isLetThrough(there)).isFalse();

    instance(database, "here");   // and comes back, but dies before its first tick

    assertThat(isLetThrough(there)).isTrue();
  }

  /** One tick from its begin to its end. */
  private boolean isLetThrough(OneInstance instance) {
    Exchange tick = new DefaultExchange(new DefaultCamelContext());
    instance.onExchangeBegin(route, tick);
    instance.onExchangeDone(route, tick);
    return !tick.isRouteStop();
  }

  private OneInstance instance(DataSource source, String home) throws UnknownHostException {
    HubSettings.Database nowhere = new HubSettings.Database("jdbc:none", "hub", "");
    Duration any = Duration.ofSeconds(1);
    OneInstance instance = new OneInstance(new JdbcTemplate(source), new HubSettings(Path.of(home), "", "", nowhere, nowhere,
        new HubSettings.Poll(any, any, any, any, any, any, any)), Clock.systemUTC());
    instance.onInit(route);
    return instance;
  }

  /** While it is away, connections that were open already answer nothing, not even a rollback. */
  private static final class Breakable extends DelegatingDataSource {

    private static final Set<String> QUERIED = Set.of("prepareStatement", "rollback", "commit");

    private volatile boolean away;

    Breakable(DataSource target) {
      super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection real = super.getConnection();
      return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, given) -> {
        if (away && QUERIED.contains(method.getName())) {
          throw new SQLException("An I/O error occurred while sending to the backend.", "08006");
        }
        try {
          return method.invoke(real, given);
        } catch (InvocationTargetException e) {
          throw e.getCause();
        }
      });
    }
  }
}
