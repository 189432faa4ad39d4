package vn.chitra.hub.config;

import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import vn.chitra.hub.inbound.StateOfCode;
import vn.chitra.hub.partner.CodeTables;
import vn.chitra.hub.partner.Communes;
import vn.chitra.hub.partner.Places;
import vn.chitra.hub.payout.ChannelPolicy;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.payout.Routing;
import vn.chitra.hub.payroll.ChannelChoice;
import vn.chitra.hub.payroll.CommuneRegister;
import vn.chitra.hub.payroll.PartnerChoice;
import vn.chitra.hub.payroll.PlaceRegister;
import vn.chitra.hub.welfare.jdbc.WelfareSql;

/** Connects the registers and code tables of the mappings with the modules that use them. */
@Configuration(proxyBeanMethods = false)
class Contracts {

  @Bean
  StateOfCode stateOfCode(CodeTables codes) {
    return (partner, code) -> codes.named(partner.codes()).lookup(code).map(row -> ReportedState.valueOf(row.reported()))
        .orElse(ReportedState.UNKNOWN);
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
  PartnerChoice partnerChoice(Routing routing) {
    return (channel, bin, commune, payFrom, amountVnd) -> routing.of(channel, bin, commune, payFrom, amountVnd)
        instanceof Routing.Destination.Partner at ? at.partner() : null;
  }

  @Bean
  CommuneRegister communeRegister(Communes communes) {
    return communes::nameAt;
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
