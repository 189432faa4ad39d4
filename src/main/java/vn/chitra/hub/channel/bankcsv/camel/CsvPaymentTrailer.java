package vn.chitra.hub.channel.bankcsv.camel;

import org.apache.camel.dataformat.bindy.annotation.CsvRecord;
import org.apache.camel.dataformat.bindy.annotation.DataField;

/** Record {@code T} of a {@code bank-csv} payment file (contract §1.1). */
@CsvRecord(separator = "\\|")
public final class CsvPaymentTrailer {

  @DataField(pos = 1) private final String record = "T";
  @DataField(pos = 2) private final int count;
  @DataField(pos = 3) private final long total;
  @DataField(pos = 4) private final String sha256;

  /** @param sha256 lower-case hex of all bytes before this line */
  public CsvPaymentTrailer(int count, long total, String sha256) {
    this.count = count;
    this.total = total;
    this.sha256 = sha256;
  }
}
