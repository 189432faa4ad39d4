package vn.chitra.hub.channel.bankfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.partner.PartnerKind;

class BankFileNameTests {

  @ParameterizedTest
  @CsvSource({
      "BANK_CSV, KQ_CHITRA_20261125_000001_01.csv, BankCsvResultParser",
      "BANK_CSV, KQ_CHI_TRA_20261125_000001_01.csv, BankCsvResultParser",
      "BANK_CSV, ACK_CT_CHITRA_20261125_000001.csv_01, BankCsvAckParser",
      "BANK_CSV, SK_CHITRA_20261125.csv, StatementParser",
      "BANK_CSV, KQMTK_CHITRA_20261125_000001_01.csv, AccountOpeningParser",
      "BANK_FIXED, CHITRA.R000001.01, BankFixedResultParser",
      "BANK_FIXED, CHITRA.X000001.01, BankFixedRefusalParser",
      "BANK_FIXED, SK_CHITRA_20261125.csv, StatementParser",
      "BANK_FIXED, ACK_MTK_CHITRA_20261125_000001.csv_01, BankCsvAckParser",
      "BANK_CSV, KQ_CHITRA_20261125_1_1.csv, none",
      "BANK_CSV, KQ_CHITRA_20261125_000001_01.csv.part, none",
      "BANK_CSV, CHITRA.R000001.01, none",
      "BANK_FIXED, KQ_CHITRA_20261125_000001_01.csv, none",
      "BANK_FIXED, ACK_CT_CHITRA_20261125_000001.csv_01, none",
      "BANK_ISO, KQ_CHITRA_20261125_000001_01.csv, none",
      "POST_OFFICE, KQ_PO01_202611_000001_001.csv, none"})
  void oneReaderAtMostRecognisesAName(PartnerKind kind, String fileName, String reader) {
    Stream<NamedFileParser> those = BankMessageGoldenTests.READERS.stream().filter(one -> one.recognises(Banks.of(kind), fileName));
    assertThat(those.map(one -> one.getClass().getSimpleName()).toList()).isEqualTo(reader.equals("none") ? List.of()
        : List.of(reader));
  }
}
