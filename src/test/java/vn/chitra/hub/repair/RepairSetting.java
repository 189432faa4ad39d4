package vn.chitra.hub.repair;

import jakarta.jms.ConnectionFactory;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.mockito.Mockito;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.SentJournal;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.batch.Batches;
import vn.chitra.hub.batch.Formats;
import vn.chitra.hub.batch.SendGate;
import vn.chitra.hub.cases.CaseDeadlines;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ReleasePayroll;
import vn.chitra.hub.payout.ReleaseSettings;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.payout.ReroutePolicy;
import vn.chitra.hub.payout.Routing;
import vn.chitra.hub.payroll.jdbc.HeldPayrolls;
import vn.chitra.hub.reconciliation.statement.jdbc.SettledEntries;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.support.Zone;

/** Actions of persons with a real database, the shipped mappings, and no routes. */
@EnableTransactionManagement(proxyTargetClass = true)
@EnableJpaRepositories(basePackageClasses = Batches.class)
@Import({SendGate.class, ReleasePayroll.class, SettledEntries.class, HeldPayrolls.class})
@ComponentScan({"vn.chitra.hub.repair", "vn.chitra.hub.batch.jdbc", "vn.chitra.hub.archive.jdbc", "vn.chitra.hub.audit",
    "vn.chitra.hub.cases", "vn.chitra.hub.outbox", "vn.chitra.hub.payout.jdbc", "vn.chitra.hub.reconciliation.jdbc"})
class RepairSetting {

  @Bean
  DataSource dataSource() {
    DataSource hub = EmbeddedDatabases.temporary().freshHub().dataSource();
    Flyway.configure().dataSource(hub).load().migrate();
    return hub;
  }

  @Bean
  JdbcClient jdbcClient(DataSource dataSource) {
    return JdbcClient.create(dataSource);
  }

  @Bean
  JdbcTemplate jdbcTemplate(DataSource dataSource) {
    return new JdbcTemplate(dataSource);
  }

  @Bean
  NamedParameterJdbcTemplate namedParameterJdbcTemplate(JdbcTemplate jdbc) {
    return new NamedParameterJdbcTemplate(jdbc);
  }

  @Bean
  LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
    LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
    factory.setDataSource(dataSource);
    factory.setPackagesToScan(Batch.class.getPackageName());
    factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
    factory.setJpaPropertyMap(Map.of("hibernate.physical_naming_strategy", CamelCaseToUnderscoresNamingStrategy.class.getName()));
    return factory;
  }

  @Bean
  PlatformTransactionManager transactionManager(EntityManagerFactory factory) {
    return new JpaTransactionManager(factory);
  }

  @Bean
  @Primary
  Clock businessClock() {
    return Clock.fixed(Instant.parse("2026-11-18T02:00:00Z"), Zone.VIETNAM);
  }

  @Bean
  Clock wallClock() {
    return Clock.fixed(Instant.parse("2031-01-01T00:00:00Z"), Zone.VIETNAM);
  }

  @Bean
  Mappings mappings() throws IOException {
    return Mappings.load("classpath:mappings/", Vocabulary.of(ReportedState.class, CaseKind.class));
  }

  @Bean
  BankingCalendar bankingCalendar(Mappings mappings) {
    return mappings.calendar();
  }

  @Bean
  ReroutePolicy reroutePolicy() throws IOException {
    try (InputStream policy = RepairSetting.class.getResourceAsStream("/mappings/reroute-policy.yaml")) {
      return ReroutePolicy.load(policy, "reroute-policy.yaml");
    }
  }

  @Bean
  CaseDeadlines caseDeadlines(Mappings mappings, Clock businessClock) {
    return new CaseDeadlines(mappings.calendar()::plusBankingDays, businessClock);
  }

  @Bean
  Partners partners(Mappings mappings) {
    return mappings.partners();
  }

  @Bean
  Routing routing(Mappings mappings) {
    return new Routing(mappings.partners(), mappings.places());
  }

  /** Nothing goes by itself. */
  @Bean
  ReleaseSettings releaseSettings() {
    return new ReleaseSettings(1);
  }

  @Bean
  Archive archive() throws IOException {
    return new Archive(Files.createTempDirectory("repairs-archive-"));
  }

  @Bean
  SentJournal sentJournal(Archive archive) {
    return new SentJournal(archive.root());
  }

  @Bean
  Formats formats() {
    return new Formats(List.of(), List.of());
  }

  @Bean
  ConnectionFactory noBroker() {
    return Mockito.mock(ConnectionFactory.class);
  }
}
