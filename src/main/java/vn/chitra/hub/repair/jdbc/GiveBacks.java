package vn.chitra.hub.repair.jdbc;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.repair.Act;
import vn.chitra.hub.repair.Deed;

/**
 * The three ways an unpaid liability ends. Carried over it keeps its key and may be revived; handed back it frees the key; stopped (not
 * owed) it keeps it, unless its payroll was withdrawn. The settlement has one column for what does not come again.
 */
@Configuration(proxyBeanMethods = false)
class GiveBacks {

  @Bean
  Deed carryOverPayout(Standings standings, Books books, JdbcTemplate jdbc, Clock businessClock) {
    return new GiveBack(Act.CARRY_OVER_PAYOUT, "CARRIED_OVER", "CARRIED_OUT", false, standings, books, jdbc, businessClock);
  }

  @Bean
  Deed handBackPayout(Standings standings, Books books, JdbcTemplate jdbc, Clock businessClock) {
    return new GiveBack(Act.HAND_BACK_PAYOUT, "HANDED_BACK", "HANDED_BACK", true, standings, books, jdbc, businessClock);
  }

  @Bean
  Deed stopPayout(Standings standings, Books books, JdbcTemplate jdbc, Clock businessClock) {
    return new GiveBack(Act.STOP_PAYOUT, "STOPPED", "HANDED_BACK", false, standings, books, jdbc, businessClock);
  }
}
