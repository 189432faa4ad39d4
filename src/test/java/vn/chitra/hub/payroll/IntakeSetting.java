package vn.chitra.hub.payroll;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;
import vn.chitra.hub.cases.CaseDeadlines;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.Cases;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.cases.OpenCases;
import vn.chitra.hub.cases.RepeatedWork;
import vn.chitra.hub.fixture.WelfareFixture;
import vn.chitra.hub.outbox.Outbox;
import vn.chitra.hub.outbox.WakeOnCommit;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payout.ForgottenFiles;
import vn.chitra.hub.payout.NewPayouts;
import vn.chitra.hub.payout.ObjectedPayments;
import vn.chitra.hub.payout.WithdrawnPayouts;
import vn.chitra.hub.payout.WrittenRows;
import vn.chitra.hub.payroll.ChannelChoice.Choice;
import vn.chitra.hub.support.MovableClock;
import vn.chitra.hub.welfare.jdbc.WelfareDatabase;
import vn.chitra.hub.welfare.jdbc.WelfareSql;

/**
 * Intake with both databases, JPA as in the hub, and its neighbours replaced by the simplest that obey their contracts. Not annotated as a
 * configuration, so that no scan of the whole hub finds it.
 */
@EnableJpaRepositories(basePackageClasses = Payrolls.class)
@ComponentScan(basePackageClasses = {TakePayroll.class, WelfareDatabase.class})
@Import({NewPayouts.class, WrittenRows.class, WithdrawnPayouts.class, ObjectedPayments.class, Outbox.class, WakeOnCommit.class,
    OpenCases.class, RepeatedWork.class})
class IntakeSetting {

  static final Instant NOW = Instant.parse("2026-10-24T02:00:00Z");

  @Bean
  WelfareFixture fixture() {
    return new WelfareFixture();
  }

  /** The database was not restored. */
  @Bean
  ForgottenFiles forgottenFiles() {
    return () -> false;
  }

  @Bean
  @Primary
  DataSource dataSource(WelfareFixture fixture) {
    return fixture.hubDataSource;
  }

  @Bean
  DataSource welfareDataSource(WelfareFixture fixture) {
    return fixture.guestDataSource;
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
  JdbcClient jdbcClient(JdbcTemplate jdbc) {
    return JdbcClient.create(jdbc);
  }

  @Bean
  LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
    LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
    factory.setDataSource(dataSource);
    factory.setPackagesToScan(Payroll.class.getPackageName());
    factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
    factory.setJpaPropertyMap(Map.of("hibernate.hbm2ddl.auto", "validate",
        "hibernate.physical_naming_strategy", CamelCaseToUnderscoresNamingStrategy.class.getName()));
    return factory;
  }

  @Bean
  PlatformTransactionManager transactionManager(EntityManagerFactory factory) {
    return new JpaTransactionManager(factory);
  }

  @Bean
  WelfareSql welfareSql() throws IOException {
    return WelfareSql.from(new ClassPathResource("mappings/welfare-db/"));
  }

  @Bean
  ComparisonPolicy comparisonPolicy() throws IOException {
    try (InputStream policy = new ClassPathResource("mappings/payroll-comparison.yaml").getInputStream()) {
      return ComparisonPolicy.load(policy, "payroll-comparison.yaml");
    }
  }

  @Bean
  @Primary
  Clock businessClock() {
    return Clock.fixed(NOW, ZoneId.of("Asia/Ho_Chi_Minh"));
  }

  @Bean
  MovableClock wallClock() {
    return new MovableClock("2031-01-01T00:00:00Z");
  }

  @Bean
  Registers registers() {
    return new Registers();
  }

  /** Every day is a working day. */
  @Bean
  CaseDeadlines caseDeadlines(Clock businessClock) {
    return new CaseDeadlines((from, days) -> from.plus(days, ChronoUnit.DAYS), businessClock);
  }

  @Bean
  OpenedCases cases() {
    return new OpenedCases();
  }

  /** The channel policy in one line, and the communes of one ward. */
  static final class Registers implements ChannelChoice, PartnerChoice, CommuneRegister, PlaceRegister {

    boolean served = true;
    /** Runs once, after the control totals were read and before the first line is. */
    Runnable meanwhile = () -> {};

    @Override
    public Choice choose(String programme, String circumstance, boolean noTransfer, boolean hasAccount, String cashPlace, LocalDate on,
        LocalDate accountCutoff) {
      boolean bank = hasAccount && !noTransfer;
      return new Choice(bank ? Channel.BANK : Channel.POST_CASH, bank ? "có tài khoản" : "chưa có tài khoản đến 15/10", !hasAccount);
    }

    @Override
    public String of(Channel channel, @Nullable String bin, String communeCode, LocalDate payFrom, long amountVnd) {
      return channel == Channel.BANK ? "ngan-hang" : "buu-dien";
    }

    @Override
    public Optional<String> nameAt(String code, LocalDate on) {
      Runnable once = meanwhile;
      meanwhile = () -> {};
      once.run();
      return code.equals("04792") && !on.isBefore(LocalDate.of(2025, 7, 1)) ? Optional.of("Phường Tân Hoà") : Optional.empty();
    }

    @Override
    public boolean served(String communeCode, LocalDate on) {
      return served;
    }
  }

  /** Remembers what was opened. */
  static final class OpenedCases implements Cases {

    final List<String> closedOthers = Collections.synchronizedList(new ArrayList<>());
    final List<NewCase> opened = Collections.synchronizedList(new ArrayList<>());
    boolean failing;

    @Override
    public void openAll(Collection<NewCase> cases) {
      if (failing) {
        throw new IllegalStateException("the case table is locked");
      }
      opened.addAll(cases);
    }

    @Override
    public Set<String> openOnes(CaseKind kind, Collection<String> subjects) {
      return opened.stream().filter(one -> one.kind() == kind).map(NewCase::subject).filter(subjects::contains).collect(Collectors.toSet());
    }

    @Override
    public void autoCloseAll(CaseKind kind, Collection<String> subjects, String resolution) {
      if (kind != CaseKind.PAYROLL_NOT_TAKEN) {
        throw new UnsupportedOperationException("intake closes no case but the one of itself");
      }
      opened.removeIf(one -> one.kind() == kind && subjects.contains(one.subject()));
    }

    @Override
    public void autoCloseOthers(CaseKind kind, String partner, Collection<String> remaining, String resolution) {
      closedOthers.add(kind + " " + remaining);
    }
  }
}
