package vn.chitra.hub.channel.bankfixed.camel;

import org.apache.camel.dataformat.bindy.annotation.DataField;
import org.apache.camel.dataformat.bindy.annotation.FixedLengthRecord;

/** Trailer of a {@code bank-fixed} payment file (contract §2.2). */
@FixedLengthRecord(length = 160)
public final class FixedPaymentTrailer {

  @DataField(pos = 1, length = 1) private final String record = "9";
  @DataField(pos = 2, length = 6, paddingChar = '0') private final int count;
  @DataField(pos = 8, length = 18, paddingChar = '0') private final long total;
  @DataField(pos = 26, length = 10, paddingChar = '0') private final long accountSum;
  @DataField(pos = 36, length = 125) private final String blank = "";

  /** @param accountSum each account's last 6 characters as a number, added up, modulo 10^10 */
  public FixedPaymentTrailer(int count, long total, long accountSum) {
    this.count = count;
    this.total = total;
    this.accountSum = accountSum;
  }
}
