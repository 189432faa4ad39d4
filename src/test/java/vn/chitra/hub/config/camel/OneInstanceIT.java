package vn.chitra.hub.config.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import vn.chitra.hub.sim.EmbeddedDatabases;

/** A timer's tick runs on the instance that leads, and goes on running when the database was away. */
class OneInstanceIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final DataSource database = EmbeddedDatabases.temporary().freshHub().dataSource();
  private final Leadership here = new Leadership(database);
  private final Leadership there = new Leadership(database);

  @AfterEach
  void end() {
    here.close();
    there.close();
  }

  @Test
  void ticksAreLetThroughOnOneInstanceOnlyUntilItStops() {
    OneInstance first = new OneInstance(here);
    OneInstance second = new OneInstance(there);
    assertThat(isLetThrough(first)).isTrue();
    assertThat(isLetThrough(second)).isFalse();

    first.destroy();

    await().atMost(SOON).until(() -> isLetThrough(second));
    assertThat(isLetThrough(first)).as("the one that stopped").isFalse();
  }

  @Test
  void theOtherInstanceTakesOverWhenTheSessionOfTheLeaderIsCut() {
    OneInstance first = new OneInstance(here);
    OneInstance second = new OneInstance(there);
    assertThat(isLetThrough(first)).isTrue();
    assertThat(isLetThrough(second)).isFalse();

    new JdbcTemplate(database).queryForList("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted"
        + " and database = (select oid from pg_database where datname = current_database())");

    await().atMost(SOON).until(() -> isLetThrough(second));
    await().atMost(SOON).until(() -> !isLetThrough(first));
    assertThat(isLetThrough(second)).as("it stays so").isTrue();
  }

  @Test
  void aTickIsLetThroughAgainWhenTheDatabaseWasAway() {
    Breakable breakable = new Breakable(database);
    breakable.away = true;
    try (Leadership leadership = new Leadership(breakable)) {
      OneInstance instance = new OneInstance(leadership);
      assertThat(isLetThrough(instance)).isFalse();

      breakable.away = false;

      await().atMost(SOON).until(() -> isLetThrough(instance));
    }
  }

  @Test
  void leadingWritesNothing() {
    try (Leadership leadership = new Leadership(new ReadOnly(database))) {
      OneInstance instance = new OneInstance(leadership);

      assertThat(isLetThrough(instance)).isTrue();
      assertThat(isLetThrough(instance)).isTrue();
    }
  }

  /** One tick from its begin to its end. */
  private static boolean isLetThrough(OneInstance instance) {
    Route route = mock(Route.class);
    Exchange tick = new DefaultExchange(new DefaultCamelContext());
    instance.onExchangeBegin(route, tick);
    instance.onExchangeDone(route, tick);
    return !tick.isRouteStop();
  }

  /** A database that can be out of reach. */
  private static final class Breakable extends DelegatingDataSource {

    private volatile boolean away;

    Breakable(DataSource target) {
      super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (away) {
        throw new SQLException("Connection refused", "08001");
      }
      return super.getConnection();
    }
  }

  /** A database in which a statement that writes is an error. */
  private static final class ReadOnly extends DelegatingDataSource {

    ReadOnly(DataSource target) {
      super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.execute("set default_transaction_read_only = on");
      }
      return connection;
    }
  }
}
