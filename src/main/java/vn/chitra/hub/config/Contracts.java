package vn.chitra.hub.config;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import vn.chitra.hub.batch.Formats;
import vn.chitra.hub.channel.bankapi.ApiStatementParser;
import vn.chitra.hub.channel.bankapi.BankApiFormat;
import vn.chitra.hub.channel.bankapi.BulkPageParser;
import vn.chitra.hub.channel.bankapi.BulkReplyParser;
import vn.chitra.hub.channel.bankapi.EventParser;
import vn.chitra.hub.channel.bankfile.AccountOpeningParser;
import vn.chitra.hub.channel.bankfile.BankCsvAckParser;
import vn.chitra.hub.channel.bankfile.BankCsvFormat;
import vn.chitra.hub.channel.bankfile.BankCsvResultParser;
import vn.chitra.hub.channel.bankfile.BankFixedFormat;
import vn.chitra.hub.channel.bankfile.BankFixedRefusalParser;
import vn.chitra.hub.channel.bankfile.BankFixedResultParser;
import vn.chitra.hub.channel.bankfile.StatementParser;
import vn.chitra.hub.channel.cash.CashReportMapping;
import vn.chitra.hub.channel.commune.CommuneListFormat;
import vn.chitra.hub.channel.commune.CommuneReportParser;
import vn.chitra.hub.channel.iso20022.Pain001Format;
import vn.chitra.hub.channel.postoffice.PostOfficeListFormat;
import vn.chitra.hub.channel.postoffice.PostOfficeReportParser;
import vn.chitra.hub.inbound.InboundParser;
import vn.chitra.hub.inbound.StateOfCode;
import vn.chitra.hub.partner.CodeTables;
import vn.chitra.hub.partner.Communes;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.Places;
import vn.chitra.hub.payout.ChannelPolicy;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.payroll.ChannelChoice;
import vn.chitra.hub.payroll.CommuneRegister;
import vn.chitra.hub.payroll.PlaceRegister;
import vn.chitra.hub.payroll.jdbc.WelfareSql;

/** Which formats, readers and registers serve the contracts. */
@Configuration(proxyBeanMethods = false)
class Contracts {

  @Bean
  Formats formats() {
    return new Formats(List.of(new BankCsvFormat(), new BankFixedFormat(), new Pain001Format(), new BankApiFormat()),
        List.of(new PostOfficeListFormat(), new CommuneListFormat()));
  }

  @Bean
  StateOfCode stateOfCode(CodeTables codes) {
    return (partner, code) -> codes.named(partner.codes()).lookup(code).map(row -> ReportedState.valueOf(row.reported()))
        .orElse(ReportedState.UNKNOWN);
  }

  @Bean
  List<InboundParser> inboundParsers(StateOfCode codes, Mappings mappings) throws IOException {
    return List.of(new BankCsvAckParser(), new BankCsvResultParser(codes), new BankFixedResultParser(codes), new BankFixedRefusalParser(),
        new StatementParser(), new AccountOpeningParser(),
        new BulkReplyParser(), new BulkPageParser(codes), new EventParser(codes), new ApiStatementParser(),
        new PostOfficeReportParser(headings(mappings, "headings/post-office-answer.yaml")),
        new CommuneReportParser(headings(mappings, "headings/commune-answer.yaml")));
  }

  private static CashReportMapping headings(Mappings mappings, String name) throws IOException {
    try (InputStream yaml = mappings.open(name)) {
      return CashReportMapping.read(yaml, name);
    }
  }

  @Bean
  ChannelChoice channelChoice(ChannelPolicy policy) {
    return (programme, circumstance, noTransfer, hasAccount, cashPlace, on, accountCutoff) -> {
      ChannelPolicy.Decision decision = policy.decide(new ChannelPolicy.Situation(programme, !"NONE".equals(circumstance), circumstance,
          noTransfer, hasAccount, cashPlace, on, accountCutoff));
      return new ChannelChoice.Choice(decision.channel(), decision.explanation(), decision.offerAccount());
    };
  }

  @Bean
  CommuneRegister communeRegister(Communes communes) {
    return communes::known;
  }

  @Bean
  PlaceRegister placeRegister(Places places) {
    return (commune, on) -> places.at(commune, on).isPresent();
  }

  @Bean
  WelfareSql welfareSql(ResourceLoader loader, HubSettings settings) throws IOException {
    return WelfareSql.from(loader.getResource(settings.mappings() + "welfare-db/"));
  }
}
