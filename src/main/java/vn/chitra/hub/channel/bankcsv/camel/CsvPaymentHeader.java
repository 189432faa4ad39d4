package vn.chitra.hub.channel.bankcsv.camel;

import java.time.LocalDate;
import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/** Record {@code H} of a {@code bank-csv} payment file (contract §1.1). */
@CsvRecord(separator = "\\|")
public final class CsvPaymentHeader {

  @DataField(pos = 1) private final String record = "H";
  @DataField(pos = 2) private final String version = "1";
  @DataField(pos = 3) private final String sender;
  @DataField(pos = 4) private final int seq;
  @DataField(pos = 5, pattern = "yyyyMMdd") private final LocalDate valueDate;
  @DataField(pos = 6) private final String currency = "VND";
  @DataField(pos = 7) private final int count;
  @DataField(pos = 8) private final long total;

  public CsvPaymentHeader(String sender, int seq, LocalDate valueDate, int count, long total) {
    this.sender = sender;
    this.seq = seq;
    this.valueDate = valueDate;
    this.count = count;
    this.total = total;
  }
}
