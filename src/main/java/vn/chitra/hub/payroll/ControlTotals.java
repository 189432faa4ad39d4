package vn.chitra.hub.payroll;

import java.math.BigInteger;

/**
 * Number and sum of all lines of a payroll, including lines with a wrong amount.
 *
 * @param vnd dong; wider than a header's field, so that no sum overflows
 */
public record ControlTotals(long count, BigInteger vnd) {

  boolean fit(PayrollHeader header) {
    return count == header.itemCount() && vnd.equals(BigInteger.valueOf(header.totalVnd()));
  }
}
