package vn.chitra.hub.reconciliation;

import java.time.YearMonth;
import java.util.List;

/** The settlement, computed anew from bookings and payouts each time it is asked for. */
public interface Settlement {

  /** Every row of a period, by partner and programme. */
  List<SettlementRow> of(YearMonth period);

  /** Periods that have anything booked or open, in order. */
  List<YearMonth> periods();
}
