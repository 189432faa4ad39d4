package vn.chitra.hub.payroll;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A payroll's header as the agency approved it.
 *
 * @param periodFrom first month as written; {@link #period()} says whether it is one
 * @param periodTo last month as written
 * @param accountCutoff accounts registered after this day wait for the next payroll
 * @param payUntil last day on which cash is paid out
 * @param totalVnd dong
 */
public record PayrollHeader(String payrollId, String programme, String agencyCode, String communeCode, String periodFrom,
    String periodTo, LocalDate accountCutoff, LocalDate payFrom, LocalDate payUntil, int itemCount, long totalVnd,
    @Nullable Instant approvedAt) {

  /** The months it is for, or empty when the two texts are no months or run backwards. */
  public Optional<MonthRange> period() {
    return MonthRange.parse(periodFrom, periodTo);
  }

  /** The period, or the month of the first pay day where the header's own is no period: then every line is refused. */
  public MonthRange periodToBookUnder() {
    YearMonth payMonth = YearMonth.from(payFrom);
    return period().orElseGet(() -> new MonthRange(payMonth, payMonth));
  }
}
