package vn.chitra.hub.channel.bankfixed.camel;

import org.apache.camel.dataformat.bindy.annotation.DataField;
import org.apache.camel.dataformat.bindy.annotation.FixedLengthRecord;

/** Header of a {@code bank-fixed} result (contract §2.3). */
@FixedLengthRecord(length = 160)
public final class FixedResultHeader {

  @DataField(pos = 1, length = 1) private String record = "";
  @DataField(pos = 2, length = 8, align = "L", trim = true) private String sender = "";
  @DataField(pos = 10, length = 6) private String seq = "";
  @DataField(pos = 16, length = 2) private String part = "";
  @DataField(pos = 18, length = 1) private String lastPart = "";
  @DataField(pos = 19, length = 142, align = "L", trim = true) private String blank = "";

  public String sender() {
    return sender;
  }

  public String seq() {
    return seq;
  }

  public String part() {
    return part;
  }

  public String lastPart() {
    return lastPart;
  }

  public String blank() {
    return blank;
  }
}
