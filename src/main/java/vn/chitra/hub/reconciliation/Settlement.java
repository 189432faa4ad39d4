package vn.chitra.hub.reconciliation;

import java.time.YearMonth;
import java.util.List;

/** The settlement, computed from bookings and payouts at each request. */
public interface Settlement {

  /** Every row of a period, by partner and programme. */
  List<SettlementRow> of(YearMonth period);

  /** Periods that have anything booked or open, in order. */
  List<YearMonth> periods();
}
