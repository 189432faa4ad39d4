package vn.chitra.hub.payout;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Set-wise steps from a taken payroll to a released one. */
public interface PayoutPlans {

  /** An open payout without an active or paid payment. */
  record Plannable(long payoutId, String payrollId, int lineNo, int nextAttempt, Channel channel, @Nullable String bankBin,
      String communeCode, LocalDate payFrom, long amountVnd) {}

  record Planned(long payoutId, int attempt, String endToEndId, String partner, String folder) {}

  /** @param explanation Vietnamese, no personal data */
  record Held(long payoutId, String reason, String explanation, long amountVnd) {}

  /** @param totalVnd dong */
  record Unreleased(int payments, long totalVnd) {}

  record PayDays(LocalDate from, LocalDate until) {}

  /** TAKEN → PLANNED; false when it was done already. */
  boolean startPlanning(String payrollId);

  /**
   * Locks the payroll's payouts until the transaction ends: no payout is held and no late status moves an old payment between reading and
   * writing here. OPEN → HELD, each with a case, where a payout that gave its key free was paid after all: the payout that took the key
   * would be paid twice.
   */
  void lock(String payrollId);

  /** A cursor over the payroll's open payouts; to be closed. */
  Stream<Plannable> plannable(String payrollId);

  /** Adds one payment per payout, PLANNED and unreleased, with the current account frozen into it. */
  void addPayments(List<Planned> payments);

  /** OPEN → HELD, each with a case. */
  void hold(List<Held> payouts);

  /** HANDED_OVER, or CARRIED_IN for revived ones, at the partner of the payment; held ones at partner {@code none}. */
  void bookHandedOver(String payrollId);

  /** Per partner what it must be given for the payroll; held payouts at {@code none}. Writes a new revision where it changed. */
  void stateFundingNeed(String payrollId);

  /** Whether the payroll is PLANNED; its state stays and no payment is added until the transaction ends. */
  boolean lockPlanned(String payrollId);

  /** The first and last day on which the payroll is paid out. */
  PayDays payDays(String payrollId);

  /** PLANNED → RELEASED: its planned payments may travel from now on; false when it was done already. */
  boolean startRelease(String payrollId);

  /** The payroll's payments that wait for release. */
  Unreleased unreleased(String payrollId);

  /** Two persons approve the release up to this sum, above the limit for automatic release. */
  void approveRelease(String payrollId, long dong);

  /** The amount in dong that two persons approved; 0 without an approval. */
  long approvedVnd(String payrollId);
}
