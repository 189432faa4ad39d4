package vn.chitra.hub.payroll;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Moves judged lines into the hub's tables, set-wise. Every method takes part in the caller's transaction; staged lines disappear with it.
 */
public interface LineStage {

  /**
   * Makes intake the only one until the transaction ends: of two payrolls with one key the first taken wins. The month's close takes
   * the same lock, so that no payroll is taken meanwhile.
   */
  void lock();

  /** An empty stage. */
  void open();

  /** The payouts that the given lines made, by line; lines that made none are missing. */
  Map<LineRef, CarriedPayout> carriedPayouts(Collection<LineRef> origins);

  void stage(List<JudgedLine> lines);

  /**
   * Turns the staged lines into payouts, revivals and refusals, in the order of their numbers. A line whose key is taken becomes a refusal
   * ({@code DUPLICATE}, {@code MONTH_ALREADY_PAID}), as does a revival that comes too late ({@code NOT_CARRIED}). A closed month is opened
   * again when a line was accepted for it, and payrolls of the same programme, commune and period that are held for their totals wait no
   * more.
   */
  Booked book(PayrollHeader header, Instant at);

  /** The payouts of this payroll that wait for a person, at most {@code chunk} at a time, in the order of their lines. */
  void forEachHeld(String payrollId, int chunk, Consumer<List<HeldPayout>> use);

  /** Number and sum of the accepted and of the refused lines. */
  record Booked(Tally accepted, Tally refused) {}

  /** @param why Vietnamese, no personal data */
  record HeldPayout(long payoutId, int lineNo, long amountVnd, String why) {}
}
