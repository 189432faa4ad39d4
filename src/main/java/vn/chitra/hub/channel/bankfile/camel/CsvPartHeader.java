package vn.chitra.hub.channel.bankfile.camel;

import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/** Record {@code H} of a result part or an account-opening part (contract §1.3 and contract §7.2). */
@CsvRecord(separator = "\\|")
public final class CsvPartHeader {

  /** Fields of the record, its letter included. */
  public static final int FIELDS = 6;

  @DataField(pos = 1) private String record = "";
  @DataField(pos = 2) private String version = "";
  @DataField(pos = 3) private String sender = "";
  @DataField(pos = 4) private String seq = "";
  @DataField(pos = 5) private String part = "";
  @DataField(pos = 6) private String lastPart = "";

  public String version() {
    return version;
  }

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
}
