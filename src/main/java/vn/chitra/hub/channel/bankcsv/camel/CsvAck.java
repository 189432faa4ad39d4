package vn.chitra.hub.channel.bankcsv.camel;

import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/** Record {@code A} of a {@code bank-csv} acknowledgement (contract §1.2). */
@CsvRecord(separator = "\\|")
public final class CsvAck {

  /** Fields of the record, its letter included. */
  public static final int FIELDS = 6;

  @DataField(pos = 1) private String record = "";
  @DataField(pos = 2) private String ourFileName = "";
  @DataField(pos = 3) private String sha256 = "";
  @DataField(pos = 4) private String decision = "";
  @DataField(pos = 5) private String code = "";
  @DataField(pos = 6) private String text = "";

  public String ourFileName() {
    return ourFileName;
  }

  public String sha256() {
    return sha256;
  }

  public String decision() {
    return decision;
  }

  public String code() {
    return code;
  }

  public String text() {
    return text;
  }
}
