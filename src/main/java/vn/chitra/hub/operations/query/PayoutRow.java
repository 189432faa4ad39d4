package vn.chitra.hub.operations.query;

/**
 * One payout in the list of a payroll or of a batch, every value a text that may be shown.
 *
 * @param line in the payroll or in the file
 * @param endToEndId of its payment in the file; empty in a payroll
 * @param state of the payout in a payroll, of the payment in a file; {@code held} why it is held, else empty
 */
public record PayoutRow(long line, long id, String endToEndId, String beneficiary, String payee, String kind, String months, String dong,
    String channel, String partner, String state, String held) {}
