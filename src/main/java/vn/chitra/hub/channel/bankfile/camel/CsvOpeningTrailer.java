package vn.chitra.hub.channel.bankfile.camel;

import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/** Record {@code T} of an answer to an account-opening file (contract §7.2). */
@CsvRecord(separator = "\\|")
public final class CsvOpeningTrailer {

  /** Fields of the record, its letter included. */
  public static final int FIELDS = 2;

  @DataField(pos = 1) private String record = "";
  @DataField(pos = 2) private String count = "";

  public String count() {
    return count;
  }
}
