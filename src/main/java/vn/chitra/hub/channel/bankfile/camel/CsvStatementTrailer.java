package vn.chitra.hub.channel.bankfile.camel;

import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/** Record {@code T} of a statement of the funding account (contract §1.4). */
@CsvRecord(separator = "\\|")
public final class CsvStatementTrailer {

  /** Fields of the record, its letter included. */
  public static final int FIELDS = 4;

  @DataField(pos = 1) private String record = "";
  @DataField(pos = 2) private String count = "";
  @DataField(pos = 3, trim = true) private String debits = "";
  @DataField(pos = 4, trim = true) private String credits = "";

  public String count() {
    return count;
  }

  public String debits() {
    return debits;
  }

  public String credits() {
    return credits;
  }
}
