package vn.chitra.hub.channel.bankfile.camel;

import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/** Record {@code R} of an answer to an account-opening file (contract §7.2). */
@CsvRecord(separator = "\\|")
public final class CsvOpeningLine {

  /** Fields of the record, its letter included. */
  public static final int FIELDS = 7;

  @DataField(pos = 1) private String record = "";
  @DataField(pos = 2) private String requestId = "";
  @DataField(pos = 3) private String status = "";
  @DataField(pos = 4) private String account = "";
  @DataField(pos = 5) private String accountName = "";
  @DataField(pos = 6) private String date = "";
  @DataField(pos = 7) private String code = "";

  public String requestId() {
    return requestId;
  }

  public String status() {
    return status;
  }

  public String account() {
    return account;
  }

  public String accountName() {
    return accountName;
  }

  public String date() {
    return date;
  }

  public String code() {
    return code;
  }
}
