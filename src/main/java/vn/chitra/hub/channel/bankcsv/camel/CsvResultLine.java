package vn.chitra.hub.channel.bankcsv.camel;

import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;
import vn.chitra.hub.channel.bankfile.camel.ResultLine;

/** Record {@code R} of a {@code bank-csv} result (contract §1.3). */
@CsvRecord(separator = "\\|")
public final class CsvResultLine implements ResultLine {

  /** Fields of the record, its letter included. */
  public static final int FIELDS = 7;

  @DataField(pos = 1) private String record = "";
  @DataField(pos = 2) private String endToEndId = "";
  @DataField(pos = 3, trim = true) private String amount = "";
  @DataField(pos = 4) private String status = "";
  @DataField(pos = 5) private String bankRef = "";
  @DataField(pos = 6) private String bookDate = "";
  @DataField(pos = 7) private String text = "";

  @Override
  public String endToEndId() {
    return endToEndId;
  }

  @Override
  public String amount() {
    return amount;
  }

  @Override
  public String status() {
    return status;
  }

  @Override
  public String bankRef() {
    return bankRef;
  }

  @Override
  public String bookDate() {
    return bookDate;
  }

  @Override
  public String text() {
    return text;
  }
}
