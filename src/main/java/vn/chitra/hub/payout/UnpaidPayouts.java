package vn.chitra.hub.payout;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Open payouts whose newest leg ended without money reaching anybody; set-wise. */
public interface UnpaidPayouts {

  /**
   * @param outcome of the newest leg
   * @param listOver the last pay day is past: what is unpaid now may be given back
   */
  record Group(LegState outcome, @Nullable String reason, boolean listOver) {}

  List<Group> groups(LocalDate today);

  /** OPEN → CARRIED_OVER with result, booking and funding need. @return payouts */
  int carryOver(Group group, LocalDate today);

  /** OPEN → HELD with a case, unless one about the payout is open already. @return payouts */
  int hold(Group group);
}
