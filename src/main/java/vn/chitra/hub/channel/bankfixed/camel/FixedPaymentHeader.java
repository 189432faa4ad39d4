package vn.chitra.hub.channel.bankfixed.camel;

import java.time.LocalDate;
import org.apache.camel.dataformat.bindy.annotation.DataField;
import org.apache.camel.dataformat.bindy.annotation.FixedLengthRecord;

/** Header of a {@code bank-fixed} payment file (contract §2.2). */
@FixedLengthRecord(length = 160)
public final class FixedPaymentHeader {

  @DataField(pos = 1, length = 1) private final String record = "1";
  @DataField(pos = 2, length = 8, align = "L") private final String sender;
  @DataField(pos = 10, length = 6, paddingChar = '0') private final int seq;
  @DataField(pos = 16, length = 8, pattern = "yyyyMMdd") private final LocalDate valueDate;
  @DataField(pos = 24, length = 3) private final String currency = "VND";
  @DataField(pos = 27, length = 134) private final String blank = "";

  public FixedPaymentHeader(String sender, int seq, LocalDate valueDate) {
    this.sender = sender;
    this.seq = seq;
    this.valueDate = valueDate;
  }
}
