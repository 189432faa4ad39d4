package vn.chitra.hub.inbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.batch.MadeWith;
import vn.chitra.hub.channel.iso20022.FileEncryptions;
import vn.chitra.hub.config.HubSettings;
import vn.chitra.hub.payout.ReleaseSettings;
import vn.chitra.hub.payroll.LineStage;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.support.MovableClock;

/** The hub's own beans over a real database, without Camel, web and broker; one instance for all scenarios of a JVM. */
final class StoryHub {

  /** Only what holds rows; rows are fewer than files of tables that would be made anew. Triggers that keep rows are asleep meanwhile. */
  private static final String EMPTY_IT = """
      do $$
      declare
        one text;
      begin
        set local session_replication_role = replica;
        for one in select format('%I', tablename) from pg_tables where schemaname = 'public'
            and tablename not in ('flyway_schema_history', 'audit_event', 'send_gate') loop
          execute 'delete from ' || one;
        end loop;
        for one in select format('%I', sequencename) from pg_sequences where schemaname = 'public' and last_value is not null loop
          execute 'alter sequence ' || one || ' restart';
        end loop;
      end $$""";

  private static StoryHub shared;

  private final MovableClock clock = new MovableClock();
  private final StoryAgency agency = new StoryAgency();
  private final NameTeller names = new NameTeller();
  private final ConfigurableApplicationContext context;
  private final DatabaseAccess database;
  private final Connection owner;

  private StoryHub() {
    database = EmbeddedDatabases.temporary().freshHub();
    try {
      owner = new DatabaseAccess(database.url(), "postgres", "postgres").open();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    context = new SpringApplicationBuilder(Beans.class).web(WebApplicationType.NONE)
        .initializers(one -> ((GenericApplicationContext) one).registerBean(FileEncryptions.class, StoryEncryption::new))
        .initializers(one -> ((GenericApplicationContext) one)
            .registerBean("businessClock", Clock.class, () -> clock, definition -> definition.setPrimary(true)))
        .initializers(one -> ((GenericApplicationContext) one).registerBean(StoryAgency.class, () -> agency))
        .initializers(one -> ((GenericApplicationContext) one).registerBean(NameTeller.class, () -> names))
        .initializers(one -> ((GenericApplicationContext) one).registerBean("welfareDataSource", DataSource.class,
            () -> Mockito.mock(DataSource.class), definition -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false)))
        .initializers(one -> ((GenericApplicationContext) one).registerBean(LineStage.class, () -> Mockito.mock(LineStage.class)))
        .run("--hub.data-dir=" + temporaryFolder(), "--hub.database.url=" + database.url(),
            "--hub.database.username=" + database.username(), "--hub.database.password=" + database.password(), "--hub.welfare.url=none",
                "--hub.welfare.username=none",
            "--hub.welfare.password=none", "--logging.level.vn.chitra.hub=WARN", "--spring.jmx.enabled=false");
  }

  static synchronized StoryHub get() {
    if (shared == null) {
      shared = new StoryHub();
    }
    return shared;
  }

  /** Nothing in the database, the business clock at the given time. */
  void reset(Instant now) {
    try (Statement statement = owner.createStatement()) {
      statement.execute(EMPTY_IT);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    bean(JdbcTemplate.class).update("update send_gate set open = true, generation = 1, stopped_at = null, why = null");
    bean(JdbcTemplate.class).update("insert into configuration (configuration_sha256, files) values (?, 'of a story')",
        bean(MadeWith.class).configurationSha256());
    forgetWhatWasSent();
    clock.moveTo(now);
    agency.accounts.clear();
    agency.deaths.clear();
    names.forget();
  }

  StoryAgency agency() {
    return agency;
  }

  NameTeller names() {
    return names;
  }

  private void forgetWhatWasSent() {
    try {
      Files.writeString(journal(), "generation|1\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path journal() {
    return bean(Archive.class).root().resolve("sent.journal");
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** A connection of its own, not in auto-commit; the caller closes it. */
  Connection connect() throws SQLException {
    Connection connection = database.open();
    connection.setAutoCommit(false);
    return connection;
  }

  MovableClock clock() {
    return clock;
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("story-hub-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class, JpaRepositoriesAutoConfiguration.class,
      JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class,
          FlywayAutoConfiguration.class})
  @EnableConfigurationProperties({HubSettings.class, ReleaseSettings.class})
  @EntityScan("vn.chitra.hub")
  @EnableJpaRepositories("vn.chitra.hub")
  @ComponentScan(basePackages = {"vn.chitra.hub.inbound", "vn.chitra.hub.channel", "vn.chitra.hub.payout", "vn.chitra.hub.batch",
      "vn.chitra.hub.archive",
      "vn.chitra.hub.cases", "vn.chitra.hub.outbox", "vn.chitra.hub.reconciliation", "vn.chitra.hub.repair", "vn.chitra.hub.audit",
      "vn.chitra.hub.account.name"},
      excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.camel\\..*|.*bankapi\\.(SubmitBulk|Fetch.*|web\\..*)|.*OutboxRelay"
          + "|.*StoryHub.*|.*repair\\.jms.*|.*reconciliation\\.report\\..*"))
  @ComponentScan(basePackages = "vn.chitra.hub.config", useDefaultFilters = false,
      includeFilters = @Filter(type = FilterType.REGEX, pattern = "vn\\.chitra\\.hub\\.config\\.(ModuleWiring|Contracts|Time)"))
  @ComponentScan(basePackages = {"vn.chitra.hub.payroll", "vn.chitra.hub.welfare"}, useDefaultFilters = false,
      includeFilters = @Filter(type = FilterType.REGEX,
          pattern = ".*\\.(WithdrawPayroll|JdbcWithdrawals|HeldPayrolls|WelfareWithdrawals|PayrollReceipts)"))
  static class Beans {}
}
