package vn.chitra.hub.reconciliation.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import org.mockito.Mockito;
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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;
import vn.chitra.hub.channel.iso20022.FileEncryptions;
import vn.chitra.hub.config.HubSettings;
import vn.chitra.hub.inbound.StoryEncryption;
import vn.chitra.hub.payout.AgencyData;
import vn.chitra.hub.payout.ReleaseSettings;
import vn.chitra.hub.payroll.LineStage;
import vn.chitra.hub.sim.DatabaseAccess;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.support.MovableClock;
import vn.chitra.hub.support.Zone;

/** The hub's own beans up to reconciliation over a real database, without Camel, web and broker; one for all tests of a JVM. */
final class StatementHub {

  private static final String EMPTY_IT = """
      do $$ begin execute (select 'truncate ' || string_agg(format('%I', tablename), ', ') || ' restart identity cascade'
        from pg_tables where schemaname = 'public' and tablename not in ('flyway_schema_history', 'audit_event', 'send_gate')); end $$""";

  private static StatementHub shared;

  private final MovableClock clock = new MovableClock();
  private final ConfigurableApplicationContext context;

  private StatementHub() {
    DatabaseAccess database = EmbeddedDatabases.temporary().freshHub();
    context = new SpringApplicationBuilder(Beans.class).web(WebApplicationType.NONE)
        .initializers(one -> ((GenericApplicationContext) one).registerBean(LineStage.class, () -> Mockito.mock(LineStage.class)))
        .initializers(one -> ((GenericApplicationContext) one).registerBean(FileEncryptions.class, StoryEncryption::new))
        .initializers(one -> ((GenericApplicationContext) one)
            .registerBean("businessClock", Clock.class, () -> clock, definition -> definition.setPrimary(true)))
        .run("--hub.data-dir=" + temporaryFolder(), "--hub.database.url=" + database.url(), "--hub.database.username="
        + database.username(),
            "--hub.database.password=" + database.password(), "--hub.welfare.url=none", "--hub.welfare.username=none",
            "--hub.welfare.password=none", "--hub.mappings=" + mappings().toUri(), "--logging.level.vn.chitra.hub=WARN",
                "--spring.jmx.enabled=false");
  }

  static synchronized StatementHub get() {
    if (shared == null) {
      shared = new StatementHub();
    }
    return shared;
  }

  /** Nothing in the database. */
  void emptied() {
    bean(JdbcTemplate.class).execute(EMPTY_IT);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** @param vietnamTime {@code 2026-11-26T18:30} */
  void clockAt(String vietnamTime) {
    clock.moveTo(LocalDateTime.parse(vietnamTime).atZone(Zone.VIETNAM).toInstant());
  }

  /** As shipped, and a second bank of ISO messages whose profile says who funds its account. */
  private static Path mappings() {
    Path folder = temporaryFolder();
    try {
      FileSystemUtils.copyRecursively(Path.of("mappings"), folder);
      Path partners = folder.resolve("partners");
      Files.writeString(partners.resolve("vietinbank.yaml"), Files.readString(partners.resolve("vietcombank.yaml"))
          .replace("id: vietcombank", "id: vietinbank").replace("0801000765432", "1120000987654")
          + "funding-from: [\"3713.0.1058902\", Kho bạc Nhà nước Phú Thọ, CAP-KP/]\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("statement-hub-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Not a component: whoever scans the packages does not find it. */
  @ImportAutoConfiguration({DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class, JpaRepositoriesAutoConfiguration.class,
      JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class,
          FlywayAutoConfiguration.class})
  @EnableConfigurationProperties({HubSettings.class, ReleaseSettings.class})
  @EntityScan("vn.chitra.hub")
  @EnableJpaRepositories("vn.chitra.hub")
  @ComponentScan(basePackages = {"vn.chitra.hub.inbound", "vn.chitra.hub.channel", "vn.chitra.hub.payout", "vn.chitra.hub.batch",
      "vn.chitra.hub.archive",
      "vn.chitra.hub.cases", "vn.chitra.hub.outbox", "vn.chitra.hub.reconciliation", "vn.chitra.hub.repair", "vn.chitra.hub.audit"},
      excludeFilters = @Filter(type = FilterType.REGEX,
          pattern = ".*\\.camel\\..*|.*bankapi\\.(SubmitBulk|Fetch.*|web\\..*)|.*OutboxRelay|.*Hub\\$.*|.*\\.report\\..*|.*repair\\.jms.*"))
  @ComponentScan(basePackages = "vn.chitra.hub.config", useDefaultFilters = false,
      includeFilters = @Filter(type = FilterType.REGEX, pattern = "vn\\.chitra\\.hub\\.config\\.(ModuleWiring|Contracts|Time)"))
  @ComponentScan(basePackages = "vn.chitra.hub.payroll", useDefaultFilters = false,
      includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(PayrollReceipts|HeldPayrolls)"))
  static class Beans {

    /** The agencies' database has no news. */
    @Bean
    AgencyData agencyData() {
      return Mockito.mock(AgencyData.class);
    }
  }
}
