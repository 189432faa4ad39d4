package vn.chitra.hub.channel.bankfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.reconciliation.statement.Statement;
import vn.chitra.hub.reconciliation.statement.Statement.Entry;
import vn.chitra.hub.reconciliation.statement.Statement.Side;

class StatementFileTests {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/bank-csv/in");

  @TempDir
  private Path folder;

  @Test
  void readsBalancesAndEntries() throws IOException {
    Statement statement = StatementFile.read(GOLDEN.resolve("statement/SK_CHITRA_20261125.csv"));
    assertThat(statement.account()).isEqualTo("112000123456");
    assertThat(statement.date()).isEqualTo(LocalDate.of(2026, 11, 25));
    assertThat(statement.openingVnd()).isEqualTo(1_000);
    assertThat(statement.closingVnd()).isEqualTo(39_990_000);
    assertThat(statement.entries()).hasSize(4).contains(
        new Entry(1, Side.CREDIT, 40_000_000, "N1023", "FT1", "Kho bạc chuyển tiền"),
        new Entry(2, Side.DEBIT, 2_789_000, "F1", "FT2", null));
  }

  /** No database text holds a NUL. */
  @Test
  void readsControlCharactersOfAReferenceAsBlanks() throws IOException {
    Path file = Files.writeString(folder.resolve("SK_PTCTXH_20261125.csv"),
        "H|1|112000123456|20261125|0|5\nE|1|C|5|N1|FT\u0000001|a\0b\nT|1|0|5\n");
    assertThat(StatementFile.read(file).entries()).containsExactly(new Entry(1, Side.CREDIT, 5, "N1", "FT 001", "a b"));
  }

  /** Opening 1.5 million, one debit of 500,000, closing 1 million. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', ignoreLeadingAndTrailingWhitespace = false, value = {
      "1.500.000|500.000|1.000.000|0", "1,500,000|500,000|1,000,000|0", "1500000.00|500000.00|1000000.00|0.00",
      "1500000,00|500000,0|1000000,00|0,00", "1.500.000,00|500.000,00|1.000.000,00|0,00", "1,500,000.00|500,000.00|1,000,000.00|0.00",
      "1 500 000|500 000|1 000 000|0", "1\u00a0500\u00a0000|500\u00a0000|1\u00a0000\u00a0000|0", "1.500.000 đ|500.000 đ|1.000.000 đ|0 đ",
      "1.500.000 VND|500.000 VND|1.000.000 VND|0 VND", " 1.500.000 | 500.000 | 1.000.000 | 0 ", "001500000|0500000|01000000|000"})
  void readsAmountsAsSpreadsheetProgramsWriteThem(String opening, String debit, String closing, String none) throws IOException {
    Path file = Files.writeString(folder.resolve("SK_PTCTXH_20261125.csv"), "H|1|112000123456|20261125|%s|%s\nE|1|D|%s|F1|FT2|\nT|1|%s|%s\n"
        .formatted(opening, closing, debit, debit, none));

    Statement statement = StatementFile.read(file);

    assertThat(statement.openingVnd()).isEqualTo(1_500_000);
    assertThat(statement.closingVnd()).isEqualTo(1_000_000);
    assertThat(statement.entries()).containsExactly(new Entry(1, Side.DEBIT, 500_000, "F1", "FT2", null));
  }

  /** A sum that does not come out shows that a point meant something else. */
  @ParameterizedTest
  @ValueSource(strings = {"500.00", "500000.50", "-500000", "(500000)", "500000 USD", "5E+05", ""})
  void refusesWhatIsNoAmount(String debit) throws IOException {
    Path file = Files.writeString(folder.resolve("SK_PTCTXH_20261125.csv"), "H|1|112000123456|20261125|1500000|1000000\nE|1|D|" + debit
        + "|F1|FT2|\nT|1|500000|0\n");
    assertThatIllegalArgumentException().isThrownBy(() -> StatementFile.read(file));
  }

  @Test
  void aLongReferenceIsKeptUpTo140CharactersAndItsControlCharactersAreBlanks() throws IOException {
    String reference = "N" + "1234567890".repeat(15);
    Path file = Files.writeString(folder.resolve("SK_PTCTXH_20261125.csv"),
        "H|1|112000123456|20261125|0|12\nE|1|C|5|" + reference + "|" + reference + "|\nE|2|C|7|X\ta\u0001|FT2|\nT|2|0|12\n");
    assertThat(StatementFile.read(file).entries()).containsExactly(
        new Entry(1, Side.CREDIT, 5, reference.substring(0, 140), reference.substring(0, 140), null),
        new Entry(2, Side.CREDIT, 7, "X a", "FT2", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "Z1"})
  void refusesAReferenceOfNoKind(String reference) throws IOException {
    Path file = Files.writeString(folder.resolve("SK_PTCTXH_20261125.csv"),
        "H|1|112000123456|20261125|0|5\nE|1|C|5|" + reference + "|FT1|\nT|1|0|5\n");
    assertThatIllegalArgumentException().isThrownBy(() -> StatementFile.read(file));
  }

  @Test
  void refusesBytesThatWereNeverUnderstood() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatementFile.read(GOLDEN.resolve("statement-does-not-add-up/SK_CHITRA_20261125.csv")));
  }
}
