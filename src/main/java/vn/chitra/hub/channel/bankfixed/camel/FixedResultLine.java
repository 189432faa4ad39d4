package vn.chitra.hub.channel.bankfixed.camel;

import org.apache.camel.dataformat.bindy.annotation.DataField;
import org.apache.camel.dataformat.bindy.annotation.FixedLengthRecord;
import vn.chitra.hub.channel.bankfile.camel.ResultLine;

/** Detail of a {@code bank-fixed} result (contract §2.3). */
@FixedLengthRecord(length = 160)
public final class FixedResultLine implements ResultLine {

  @DataField(pos = 1, length = 1) private String record = "";
  @DataField(pos = 2, length = 16) private String endToEndId = "";
  @DataField(pos = 18, length = 15) private String amount = "";
  @DataField(pos = 33, length = 2) private String status = "";
  @DataField(pos = 35, length = 20, align = "L", trim = true) private String bankRef = "";
  @DataField(pos = 55, length = 8, align = "L", trim = true) private String bookDate = "";
  @DataField(pos = 63, length = 80, align = "L", trim = true) private String text = "";
  @DataField(pos = 143, length = 18, align = "L", trim = true) private String blank = "";

  @Override
  public String endToEndId() {
    return endToEndId;
  }

  @Override
  public String amount() {
    return FixedLayout.withoutPadding(amount);
  }

  @Override
  public String status() {
    return status;
  }

  @Override
  public String bankRef() {
    return bankRef;
  }

  @Override
  public String bookDate() {
    return bookDate;
  }

  @Override
  public String text() {
    return text;
  }

  public String blank() {
    return blank;
  }
}
