package vn.chitra.hub.batch;

/**
 * One credit transfer of a bank file.
 *
 * @param line from 1 within the file
 * @param creditName as contract §1.1 wants it: upper-case ASCII, at most 50, no {@code |}
 * @param bankBin NAPAS BIN, 6 digits
 * @param amountVnd dong
 * @param remark ASCII, at most 25, no personal data
 */
public record BankInstruction(int line, String endToEndId, String account, String creditName, String bankBin, long amountVnd,
    String remark) {}
