package vn.chitra.hub.channel.bankfile.camel;

import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/** Record {@code H} of a statement of the funding account (contract §1.4). */
@CsvRecord(separator = "\\|")
public final class CsvStatementHeader {

  /** Fields of the record, its letter included. */
  public static final int FIELDS = 6;

  @DataField(pos = 1) private String record = "";
  @DataField(pos = 2) private String version = "";
  @DataField(pos = 3) private String account = "";
  @DataField(pos = 4) private String date = "";
  @DataField(pos = 5, trim = true) private String opening = "";
  @DataField(pos = 6, trim = true) private String closing = "";

  public String version() {
    return version;
  }

  public String account() {
    return account;
  }

  public String date() {
    return date;
  }

  public String opening() {
    return opening;
  }

  public String closing() {
    return closing;
  }
}
