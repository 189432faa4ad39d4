package vn.chitra.hub.channel.bankcsv.camel;

import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/** Record {@code T} of a {@code bank-csv} result (contract §1.3). */
@CsvRecord(separator = "\\|")
public final class CsvResultTrailer {

  /** Fields of the record, its letter included. */
  public static final int FIELDS = 3;

  @DataField(pos = 1) private String record = "";
  @DataField(pos = 2) private String count = "";
  @DataField(pos = 3, trim = true) private String total = "";

  public String count() {
    return count;
  }

  public String total() {
    return total;
  }
}
