package vn.chitra.hub.payout;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Payouts of one payroll on their way from taken to released; set-wise. */
public interface PayoutPlans {

  /** An open payout without a payment that is alive or paid. */
  record Plannable(long payoutId, String payrollId, int lineNo, int attempts, Channel channel, @Nullable String bankBin,
      String communeCode, LocalDate payFrom, long amountVnd) {}

  record Planned(long payoutId, int attempt, String endToEndId, String partner, String folder) {}

  /** @param explanation Vietnamese, no personal data */
  record Held(long payoutId, String reason, String explanation, long amountVnd) {}

  /** TAKEN → PLANNED; false when somebody did it already. */
  boolean startPlanning(String payrollId);

  /**
   * The payroll's payouts stay as they are until the transaction ends: nobody holds one, and no late status about an old payment moves one,
   * between what is read here and what is written. OPEN → HELD, each with a case, where a payout that gave its key free was paid after
   * all: the one that took the key would be paid twice.
   */
  void lock(String payrollId);

  /** A cursor over the payroll's open payouts; to be closed. */
  Stream<Plannable> plannable(String payrollId);

  /** One payment each, PLANNED and unreleased, account frozen as it is now. */
  void addPayments(List<Planned> payments);

  /** OPEN → HELD, each with a case. */
  void hold(List<Held> payouts);

  /** HANDED_OVER, or CARRIED_IN for revived ones, at the partner of the payment; held ones at partner {@code none}. */
  void bookHandedOver(String payrollId);

  /** Per partner what it must be given for the payroll; held payouts at {@code none}. Writes a new revision where it changed. */
  void stateFundingNeed(String payrollId);

  /** Whether the payroll is PLANNED; it stays what it is until the transaction ends, and no payment is added to it. */
  boolean lockPlanned(String payrollId);

  /** PLANNED → RELEASED; false when somebody did it already. */
  boolean startRelease(String payrollId);

  /** Dong of the payroll's payments that wait for release. */
  long unreleasedVnd(String payrollId);

  /** Two persons let the payroll travel up to this sum, above what goes by itself. */
  void approveRelease(String payrollId, long dong);

  /** Dong that two persons let travel; 0 when nobody was asked or nobody answered. */
  long approvedVnd(String payrollId);

  /** The payroll's payments may travel from now on. @return how many */
  int release(String payrollId);
}
