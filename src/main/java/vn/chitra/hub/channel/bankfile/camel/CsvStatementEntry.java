package vn.chitra.hub.channel.bankfile.camel;

import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/** Record {@code E} of a statement of the funding account (contract §1.4). */
@CsvRecord(separator = "\\|")
public final class CsvStatementEntry {

  /** Fields of the record, its letter included. */
  public static final int FIELDS = 7;

  @DataField(pos = 1) private String record = "";
  @DataField(pos = 2) private String no = "";
  @DataField(pos = 3) private String side = "";
  @DataField(pos = 4, trim = true) private String amount = "";
  @DataField(pos = 5) private String reference = "";
  @DataField(pos = 6) private String bankRef = "";
  @DataField(pos = 7) private String text = "";

  public String no() {
    return no;
  }

  public String side() {
    return side;
  }

  public String amount() {
    return amount;
  }

  public String reference() {
    return reference;
  }

  public String bankRef() {
    return bankRef;
  }

  public String text() {
    return text;
  }
}
