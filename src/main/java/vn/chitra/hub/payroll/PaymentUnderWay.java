package vn.chitra.hub.payroll;

import org.jspecify.annotations.Nullable;

/**
 * An active payment, with the data that the agency's data are compared with.
 *
 * @param account where it pays to, {@code BIN/number}; null in cash
 * @param amountVnd dong
 */
public record PaymentUnderWay(long paymentId, long payoutId, String payrollId, int lineNo, String endToEndId, String partner,
    String entitlementId, LineKind kind, MonthRange months, @Nullable String account, boolean paid, long amountVnd) {}
