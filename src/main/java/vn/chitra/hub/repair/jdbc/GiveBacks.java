package vn.chitra.hub.repair.jdbc;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.RepairActionHandler;

/**
 * The three ways an unpaid liability ends. Carried over it keeps its key and may be revived; handed back it frees the key; stopped (not
 * owed) it keeps it, unless its payroll was withdrawn. The settlement has one column for what does not come again.
 */
@Configuration(proxyBeanMethods = false)
class GiveBacks {

  @Bean
  RepairActionHandler carryOverPayout(LockedPayouts payouts, Ledger ledger, JdbcTemplate jdbc, Clock businessClock) {
    return new GiveBack(RepairAction.CARRY_OVER_PAYOUT, "CARRIED_OVER", "CARRIED_OUT", false, payouts, ledger, jdbc, businessClock);
  }

  @Bean
  RepairActionHandler handBackPayout(LockedPayouts payouts, Ledger ledger, JdbcTemplate jdbc, Clock businessClock) {
    return new GiveBack(RepairAction.HAND_BACK_PAYOUT, "HANDED_BACK", "HANDED_BACK", true, payouts, ledger, jdbc, businessClock);
  }

  @Bean
  RepairActionHandler stopPayout(LockedPayouts payouts, Ledger ledger, JdbcTemplate jdbc, Clock businessClock) {
    return new GiveBack(RepairAction.STOP_PAYOUT, "STOPPED", "HANDED_BACK", false, payouts, ledger, jdbc, businessClock);
  }
}
