package vn.chitra.hub.channel.bankfixed.camel;

import org.apache.camel.dataformat.bindy.annotation.DataField;
import org.apache.camel.dataformat.bindy.annotation.FixedLengthRecord;

/** Trailer of a {@code bank-fixed} result (contract §2.3). */
@FixedLengthRecord(length = 160)
public final class FixedResultTrailer {

  @DataField(pos = 1, length = 1) private String record = "";
  @DataField(pos = 2, length = 6) private String count = "";
  @DataField(pos = 8, length = 18) private String total = "";
  @DataField(pos = 26, length = 135, align = "L", trim = true) private String blank = "";

  public String count() {
    return count;
  }

  public String total() {
    return FixedLayout.withoutPadding(total);
  }

  public String blank() {
    return blank;
  }
}
