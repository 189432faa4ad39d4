package vn.chitra.hub.channel.bankfixed.camel;

import org.apache.camel.dataformat.bindy.annotation.DataField;
import org.apache.camel.dataformat.bindy.annotation.FixedLengthRecord;

/** Detail of a {@code bank-fixed} payment file (contract §2.2). */
@FixedLengthRecord(length = 160)
public final class FixedPaymentLine {

  @DataField(pos = 1, length = 1) private final String record = "5";
  @DataField(pos = 2, length = 6, paddingChar = '0') private final int line;
  @DataField(pos = 8, length = 16, align = "L") private final String endToEndId;
  @DataField(pos = 24, length = 6, align = "L") private final String bankBin;
  @DataField(pos = 30, length = 24, align = "L") private final String account;
  @DataField(pos = 54, length = 50, align = "L") private final String name;
  @DataField(pos = 104, length = 15, paddingChar = '0') private final long amount;
  @DataField(pos = 119, length = 25, align = "L") private final String remark;
  @DataField(pos = 144, length = 17) private final String blank = "";

  /** @param amount dong */
  public FixedPaymentLine(int line, String endToEndId, String bankBin, String account, String name, long amount, String remark) {
    this.line = line;
    this.endToEndId = endToEndId;
    this.bankBin = bankBin;
    this.account = account;
    this.name = name;
    this.amount = amount;
    this.remark = remark;
  }
}
