package vn.chitra.hub.payout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.payout.ChannelPolicy.Situation;

/** One row of the channel policy; a condition that is null matches everything. */
record ChannelRule(List<String> programmes, @Nullable Boolean special, @Nullable Boolean noTransfer, @Nullable Boolean hasAccount,
    Channel channel, boolean offerAccount, boolean warning) {

  private static final List<Boolean> BOTH = List.of(true, false);

  boolean fits(Situation situation) {
    return programmes.contains(situation.programme())
        && fits(special, situation.special())
        && fits(noTransfer, situation.noTransfer())
        && fits(hasAccount, situation.hasAccount());
  }

  /** Each programme that the rules name, in each situation that the rules distinguish. */
  static List<Situation> everySituation(List<ChannelRule> rules) {
    Set<String> programmes = new TreeSet<>();
    rules.forEach(rule -> programmes.addAll(rule.programmes()));
    List<Situation> situations = new ArrayList<>();
    for (String programme : programmes) {
      for (boolean special : BOTH) {
        for (boolean noTransfer : BOTH) {
          for (boolean hasAccount : BOTH) {
            situations.add(new Situation(programme, special, special ? "OTHER" : ChannelWords.NO_CIRCUMSTANCE, noTransfer, hasAccount,
                "COUNTER", LocalDate.EPOCH, LocalDate.EPOCH));
          }
        }
      }
    }
    return situations;
  }

  private static boolean fits(@Nullable Boolean condition, boolean actual) {
    return condition == null || condition == actual;
  }
}
