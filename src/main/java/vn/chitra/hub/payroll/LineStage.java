package vn.chitra.hub.payroll;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The hub's tables as intake moves lines into them, set-wise. Every method takes part in the caller's transaction; what was staged is
 * gone with it.
 */
public interface LineStage {

  /**
   * Makes intake the only one until the transaction ends: of two payrolls with one key the first taken wins. Who closes a month enters
   * here too, so that no payroll is taken meanwhile.
   */
  void lock();

  /** An empty stage. */
  void open();

  /** The payouts that the given lines made, by line; lines that made none are missing. */
  Map<LineRef, CarriedPayout> carriedPayouts(Collection<LineRef> origins);

  void stage(List<JudgedLine> lines);

  /**
   * Turns the staged lines into payouts, revivals and refusals, in the order of their numbers. A line whose key is taken becomes a
   * refusal ({@code DUPLICATE}, {@code MONTH_ALREADY_PAID}), as does a revival that came too late ({@code NOT_CARRIED}). A month that
   * was closed is open again when anything was taken for it.
   */
  Booked book(PayrollHeader header, Instant at);

  /** The payouts of this payroll that wait for a person, at most {@code chunk} at a time, in the order of their lines. */
  void forEachHeld(String payrollId, int chunk, Consumer<List<HeldPayout>> use);

  /** How many lines, and how much money, went which way. */
  record Booked(Tally accepted, Tally refused) {}

  /** @param why Vietnamese, no personal data */
  record HeldPayout(long payoutId, int lineNo, long amountVnd, String why) {}
}
