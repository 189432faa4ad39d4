package vn.chitra.hub.repair.action;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chitra.hub.payout.GivenBack;
import vn.chitra.hub.payout.Ledger;
import vn.chitra.hub.payout.Payments;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;

/**
 * The three ways to end an unpaid liability. Carried over it keeps its key and may be revived; handed back it frees the key; stopped (not
 * owed) it keeps the key, unless its payroll was withdrawn. The settlement has one column for liabilities that do not return.
 */
@Configuration(proxyBeanMethods = false)
class GiveBacks {

  @Bean
  RepairActionHandler carryOverPayout(LockedPayouts locked, Payments payments, Ledger ledger) {
    return new GiveBack(RepairAction.CARRY_OVER_PAYOUT, GivenBack.CARRIED_OVER, locked, payments, ledger);
  }

  @Bean
  RepairActionHandler handBackPayout(LockedPayouts locked, Payments payments, Ledger ledger) {
    return new GiveBack(RepairAction.HAND_BACK_PAYOUT, GivenBack.HANDED_BACK, locked, payments, ledger);
  }

  @Bean
  RepairActionHandler stopPayout(LockedPayouts locked, Payments payments, Ledger ledger) {
    return new GiveBack(RepairAction.STOP_PAYOUT, GivenBack.STOPPED, locked, payments, ledger);
  }
}
