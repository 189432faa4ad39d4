package vn.chitra.hub.channel.bankfixed.camel;

import org.apache.camel.dataformat.bindy.annotation.DataField;
import org.apache.camel.dataformat.bindy.annotation.FixedLengthRecord;

/** The one record of a {@code bank-fixed} refusal (contract §2.4). */
@FixedLengthRecord(length = 160)
public final class FixedRefusal {

  @DataField(pos = 1, length = 1) private String record = "";
  @DataField(pos = 2, length = 8, align = "L", trim = true) private String sender = "";
  @DataField(pos = 10, length = 6) private String seq = "";
  @DataField(pos = 16, length = 2) private String code = "";
  @DataField(pos = 18, length = 64) private String sha256 = "";
  @DataField(pos = 82, length = 79, align = "L", trim = true) private String text = "";

  public String sender() {
    return sender;
  }

  public String seq() {
    return seq;
  }

  public String code() {
    return code;
  }

  public String sha256() {
    return sha256;
  }

  public String text() {
    return text;
  }
}
