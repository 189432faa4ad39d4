package vn.chitra.hub.payroll;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All data of one payroll line in the welfare database, in one snapshot.
 *
 * @param forFrom first month as written, not yet known to be one
 * @param forTo last month as written
 * @param amountVnd dong, not yet known to be positive
 * @param account the account that counts, if there is one
 * @param authorisation the paper that is valid on the first pay day, if there is one
 * @param carried what a CARRY_OVER line names; null on any other
 */
public record PayrollLine(int lineNo, LineKind kind, String forFrom, String forTo, long amountVnd, Entitlement entitlement,
    Beneficiary beneficiary, @Nullable Account account, @Nullable Authorisation authorisation, @Nullable CarriedLine carried) {

  /** The months it is for, or empty when the two texts are no months or run backwards. */
  public Optional<MonthRange> months() {
    return MonthRange.parse(forFrom, forTo);
  }

  /** The months of a line whose months were already checked. */
  MonthRange checkedMonths() {
    return months().orElseThrow(() -> new IllegalStateException("line " + lineNo + " has no months"));
  }

  /** @param validTo last day, or null while it runs */
  public record Entitlement(String id, String programme, String payeeName, @Nullable String payeePersonalNo, String payeeRelation,
      LocalDate validFrom, @Nullable LocalDate validTo) {}

  /**
   * @param birthDate {@code YYYY}, {@code YYYY-MM} or {@code YYYY-MM-DD} where it is well formed
   * @param lifeStatusOn since when the life status holds, if that was written down
   */
  public record Beneficiary(String id, @Nullable String personalNo, String fullName, @Nullable String birthDate,
      @Nullable String sex, String communeCode, @Nullable String address, String circumstance, boolean noTransfer, String cashPlace,
      LifeStatus lifeStatus, @Nullable LocalDate lifeStatusOn) {

    /** The last month still owed by the life status; null while nothing ended or the date is unknown. */
    @Nullable YearMonth lastMonth() {
      return lifeStatus == LifeStatus.ACTIVE || lifeStatusOn == null ? null : YearMonth.from(lifeStatusOn);
    }
  }

  /** The life status of a person: whether money is still owed, and why not. */
  public enum LifeStatus { ACTIVE, DECEASED, MOVED, SUSPENDED, STOPPED }

  /** @param sameDay how many accounts that count were registered on the same newest day, this one included */
  public record Account(String bankBin, String accountNo, String accountName, int sameDay) {}

  /** @param validTo last day */
  public record Authorisation(String documentNo, String receiverName, @Nullable String receiverPersonalNo, LocalDate validTo) {}

  /**
   * The line that a CARRY_OVER line names.
   *
   * @param origin the line at the end of the chain, which made the payout; null where the chain ends nowhere
   */
  public record CarriedLine(String entitlementId, String forFrom, String forTo, long amountVnd, @Nullable LineRef origin) {}
}
