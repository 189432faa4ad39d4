package vn.chitra.hub.sim.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.sim.Resources;
import vn.chitra.hub.sim.TestIds;

class FixedDialectTests {

  private static final String NAME = "CHITRA.P000001";
  private static final String GOLDEN = Resources.text("/golden/bank-fixed/out/one-month/" + NAME);

  private final FixedDialect dialect = new FixedDialect("CHITRA");

  @Test
  void findsNothingWrongWithTheGoldenFile() {
    PaymentFile file = read(GOLDEN);

    assertThat(file.complaints()).isEmpty();
    assertThat(file.count()).isEqualTo(GOLDEN.length() / 162 - 2);
    assertThat(file.valueDate()).isEqualTo(LocalDate.of(2026, 11, 25));
  }

  @Test
  void callsAWrongTrailerF2AndAnythingElseF3() {
    String trailer = GOLDEN.substring(GOLDEN.length() - 162);
    assertThat(read(GOLDEN.replace(trailer, trailer.replaceFirst("9(\\d{6})", "9999999"))).code()).isEqualTo("F2");
    assertThat(read(GOLDEN.replaceFirst("\r\n", "\n ")).code()).isEqualTo("F3");
    assertThat(read(GOLDEN.replaceFirst("VND", "USD")).code()).isEqualTo("F3");
    assertThat(read(GOLDEN.substring(0, GOLDEN.length() - 1)).code()).isEqualTo("F3");
    assertThat(dialect.read(Set.of(), "CHITRA.P000002", GOLDEN.getBytes(StandardCharsets.US_ASCII)).code()).isEqualTo("F3");
  }

  @Test
  void repliesInRecordsOfOneLength() {
    BankOrders.Row paid = new BankOrders.Row(1, 1, TestIds.id(1), 500_000, "00", "00", "FT1", LocalDate.of(2026, 11, 25));
    BankDialect.Reply part = dialect.part(new BankDialect.Part(1, LocalDate.of(2026, 11, 25), 2, true, Instant.EPOCH), List.of(paid), true)
        .get(0);
    String refusal = new String(dialect.acknowledgement(new BankDialect.Acknowledgement(NAME, 1, "a".repeat(64), false, "F4", "TU CHOI",
        Instant.EPOCH)).orElseThrow(), StandardCharsets.US_ASCII);

    assertThat(part.name()).isEqualTo("CHITRA.R000001.02");
    assertThat(new String(part.content(), StandardCharsets.US_ASCII)).hasSize(3 * 162).startsWith("1CHITRA  00000102Y ")
        .contains("\r\n6" + TestIds.id(1) + "00000000050000000FT1 ");
    assertThat(refusal).hasSize(162).startsWith("XCHITRA  000001F4aaaa").endsWith(" \r\n");
    assertThat(dialect.acknowledgement(new BankDialect.Acknowledgement(NAME, 1, "a".repeat(64), true, "00", "", Instant.EPOCH))).isEmpty();
  }

  private PaymentFile read(String content) {
    return dialect.read(FileBanks.bins(), NAME, content.getBytes(StandardCharsets.US_ASCII));
  }
}
