package vn.chitra.hub.config;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.archive.SentJournal;
import vn.chitra.hub.batch.Configurations;
import vn.chitra.hub.batch.MadeWith;
import vn.chitra.hub.cases.CaseDeadlines;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.operations.start.ConfigurationFiles;
import vn.chitra.hub.partner.BankingCalendar;
import vn.chitra.hub.partner.CodeTables;
import vn.chitra.hub.partner.Communes;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.partner.Places;
import vn.chitra.hub.partner.Promises;
import vn.chitra.hub.partner.ValueDates;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ChannelPolicy;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.payout.ReroutePolicy;
import vn.chitra.hub.payout.Routing;
import vn.chitra.hub.payroll.ComparisonPolicy;

/** The mapping files and the archive as beans. */
@Configuration(proxyBeanMethods = false)
class ModuleWiring {

  private static final String CHANNEL_POLICY = "channel-policy.yaml";
  private static final String REROUTE_POLICY = "reroute-policy.yaml";
  private static final String COMPARISON_POLICY = "payroll-comparison.yaml";

  @Bean
  Mappings mappings(HubSettings settings) throws IOException {
    return Mappings.load(settings.mappings(), Vocabulary.of(ReportedState.class, CaseKind.class));
  }

  @Bean
  Partners partners(Mappings mappings) {
    return mappings.partners();
  }

  @Bean
  Communes communes(Mappings mappings) {
    return mappings.communes();
  }

  @Bean
  Places places(Mappings mappings) {
    return mappings.places();
  }

  @Bean
  BankingCalendar bankingCalendar(Mappings mappings) {
    return mappings.calendar();
  }

  @Bean
  ValueDates valueDates(Mappings mappings) {
    return mappings.valueDates();
  }

  @Bean
  Promises promises(BankingCalendar calendar) {
    return new Promises(calendar);
  }

  /** Persons decide on banking days. */
  @Bean
  CaseDeadlines caseDeadlines(BankingCalendar calendar, Clock businessClock) {
    return new CaseDeadlines(calendar::plusBankingDays, businessClock);
  }

  @Bean
  CodeTables codeTables(Mappings mappings) {
    return mappings.codes();
  }

  @Bean
  ChannelPolicy channelPolicy(Mappings mappings) throws IOException {
    try (InputStream policy = mappings.open(CHANNEL_POLICY)) {
      return ChannelPolicy.load(policy, CHANNEL_POLICY);
    }
  }

  @Bean
  ReroutePolicy reroutePolicy(Mappings mappings) throws IOException {
    try (InputStream policy = mappings.open(REROUTE_POLICY)) {
      return ReroutePolicy.load(policy, REROUTE_POLICY);
    }
  }

  @Bean
  ComparisonPolicy comparisonPolicy(Mappings mappings) throws IOException {
    try (InputStream policy = mappings.open(COMPARISON_POLICY)) {
      return ComparisonPolicy.load(policy, COMPARISON_POLICY);
    }
  }

  @Bean
  Routing routing(Partners partners, Places places, Communes communes) {
    return new Routing(partners, places, communes);
  }

  @Bean
  ConfigurationFiles configurationFiles(HubSettings settings, Mappings mappings) throws IOException {
    return ConfigurationFiles.of(settings.routes(), mappings);
  }

  /** Stores the configuration before the first batch refers to it. */
  @Bean
  MadeWith madeWith(ConfigurationFiles files, Configurations configurations) {
    files.keep(configurations);
    return new MadeWith(files.sha256());
  }

  @Bean
  Archive archive(HubSettings settings) throws IOException {
    return new Archive(settings.dataDir().resolve("archive"));
  }

  /** Beside the archive's files, which must be there before a line names them. */
  @Bean
  SentJournal sentJournal(Archive archive) {
    return new SentJournal(archive.root());
  }
}
