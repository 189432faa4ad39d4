package vn.chitra.hub.channel.bankfile;

import java.util.Map;
import vn.chitra.hub.inbound.StateOfCode;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedState;

/** The table of statuses in contract §1.5. */
final class CodesOfTheContract implements StateOfCode {

  private static final Map<String, ReportedState> WORDS = Map.ofEntries(Map.entry("00", ReportedState.PAID),
      Map.entry("01", ReportedState.REJECTED),
      Map.entry("02", ReportedState.REJECTED), Map.entry("03", ReportedState.REJECTED), Map.entry("04", ReportedState.REJECTED),
          Map.entry("05", ReportedState.REJECTED),
      Map.entry("06", ReportedState.REJECTED), Map.entry("09", ReportedState.ACCEPTED), Map.entry("20", ReportedState.RETURNED),
          Map.entry("51", ReportedState.ACCEPTED),
      Map.entry("96", ReportedState.ACCEPTED));

  @Override
  public ReportedState stateOf(PartnerProfile partner, String code) {
    return WORDS.getOrDefault(code, ReportedState.UNKNOWN);
  }
}
