package vn.chitra.hub.batch;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One row of a cash list for a post office or a commune officer.
 *
 * @param line from 1 within the list
 * @param beneficiaryName with diacritics
 * @param birthYear the beneficiary's, or null
 * @param receiverNoTail last 6 digits of the receiver's personal number, or null
 * @param atHome paid at home; otherwise at the counter
 * @param receiverName who collects instead of the beneficiary, or null
 * @param authorisationDoc number of the paper valid on {@code pay_from}, or null
 * @param authorisedUntil last day of that paper; printed
 * @param authorisationEndsEarly the paper ends before {@code pay_until}
 * @param amountVnd dong
 */
public record CashEntry(int line, String endToEndId, String beneficiaryName, @Nullable Integer birthYear,
    @Nullable String receiverNoTail, @Nullable String address, String communeCode, boolean atHome, @Nullable String receiverName,
    @Nullable String authorisationDoc, @Nullable LocalDate authorisedUntil, boolean authorisationEndsEarly, long amountVnd,
    YearMonth forFrom, YearMonth forTo) {}
