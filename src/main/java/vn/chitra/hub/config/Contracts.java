package vn.chitra.hub.config;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import vn.chitra.hub.confirmation.AnswerReader;
import vn.chitra.hub.confirmation.StateOfCode;
import vn.chitra.hub.confirmation.bankapi.ApiStatementReader;
import vn.chitra.hub.confirmation.bankapi.BulkPageReader;
import vn.chitra.hub.confirmation.bankapi.BulkReplyReader;
import vn.chitra.hub.confirmation.bankapi.EventReader;
import vn.chitra.hub.confirmation.bankfile.AccountOpeningReader;
import vn.chitra.hub.confirmation.bankfile.BankCsvAckReader;
import vn.chitra.hub.confirmation.bankfile.BankCsvResultReader;
import vn.chitra.hub.confirmation.bankfile.BankFixedRefusalReader;
import vn.chitra.hub.confirmation.bankfile.BankFixedResultReader;
import vn.chitra.hub.confirmation.bankfile.StatementReader;
import vn.chitra.hub.confirmation.cash.CashAnswerMapping;
import vn.chitra.hub.confirmation.commune.CommuneAnswerReader;
import vn.chitra.hub.confirmation.postoffice.PostOfficeAnswerReader;
import vn.chitra.hub.dispatch.Formats;
import vn.chitra.hub.dispatch.bankapi.BankApiFormat;
import vn.chitra.hub.dispatch.bankfile.BankCsvFormat;
import vn.chitra.hub.dispatch.bankfile.BankFixedFormat;
import vn.chitra.hub.dispatch.commune.CommuneListFormat;
import vn.chitra.hub.dispatch.iso.Pain001Format;
import vn.chitra.hub.dispatch.postoffice.PostOfficeListFormat;
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
    return (partner, code) -> codes.named(partner.codes()).lookup(code).map(row -> ReportedState.valueOf(row.reported())).orElse(ReportedState.UNKNOWN);
  }

  @Bean
  List<AnswerReader> answerReaders(StateOfCode codes, Mappings mappings) throws IOException {
    return List.of(new BankCsvAckReader(), new BankCsvResultReader(codes), new BankFixedResultReader(codes), new BankFixedRefusalReader(),
        new StatementReader(), new AccountOpeningReader(),
        new BulkReplyReader(), new BulkPageReader(codes), new EventReader(codes), new ApiStatementReader(),
        new PostOfficeAnswerReader(headings(mappings, "headings/post-office-answer.yaml")),
        new CommuneAnswerReader(headings(mappings, "headings/commune-answer.yaml")));
  }

  private static CashAnswerMapping headings(Mappings mappings, String name) throws IOException {
    try (InputStream yaml = mappings.open(name)) {
      return CashAnswerMapping.read(yaml, name);
    }
  }

  @Bean
  ChannelChoice channelChoice(ChannelPolicy policy) {
    return (programme, circumstance, noTransfer, hasAccount, cashPlace, on, accountCutoff) -> {
      ChannelPolicy.Decision decision = policy.decide(new ChannelPolicy.Situation(programme, !"NONE".equals(circumstance), circumstance,
          noTransfer, hasAccount, cashPlace, on, accountCutoff));
      return new ChannelChoice.Choice(decision.channel(), decision.explanation(), decision.helpToAccount());
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
