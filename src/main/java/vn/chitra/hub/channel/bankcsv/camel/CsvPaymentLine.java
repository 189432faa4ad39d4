package vn.chitra.hub.channel.bankcsv.camel;

import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/** Record {@code D} of a {@code bank-csv} payment file (contract §1.1). */
@CsvRecord(separator = "\\|")
public final class CsvPaymentLine {

  @DataField(pos = 1) private final String record = "D";
  @DataField(pos = 2) private final int line;
  @DataField(pos = 3) private final String endToEndId;
  @DataField(pos = 4) private final String creditAccount;
  @DataField(pos = 5) private final String creditName;
  @DataField(pos = 6) private final String creditBankBin;
  @DataField(pos = 7) private final long amount;
  @DataField(pos = 8) private final String remark;

  /** @param amount dong */
  public CsvPaymentLine(int line, String endToEndId, String creditAccount, String creditName, String creditBankBin, long amount,
      String remark) {
    this.line = line;
    this.endToEndId = endToEndId;
    this.creditAccount = creditAccount;
    this.creditName = creditName;
    this.creditBankBin = creditBankBin;
    this.amount = amount;
    this.remark = remark;
  }
}
