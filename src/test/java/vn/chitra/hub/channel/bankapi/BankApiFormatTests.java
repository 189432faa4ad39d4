package vn.chitra.hub.channel.bankapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.partner.Mappings;
import vn.chitra.hub.partner.Vocabulary;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.support.EndToEndId;

class BankApiFormatTests {

  private static final String GOLDEN = "{\"clientBulkId\":\"PTCTXH-000027\",\"valueDate\":\"2026-11-25\",\"currency\":\"VND\",\"count\":2,"
      + "\"total\":1250000,\"transfers\":[{\"endToEndId\":\"%s\",\"bankBin\":\"970422\",\"account\":\"0012345678\","
      + "\"name\":\"NGUYEN THI DUC \\\"HUYEN\\\"\",\"amount\":500000,\"remark\":\"TRO CAP T11 2026\"},{\"endToEndId\":\"%s\","
      + "\"bankBin\":\"970432\",\"account\":\"19012345678\",\"name\":\"LO VAN PHIN\",\"amount\":750000,\"remark\":\"TRO CAP T11 2026\"}]}";
  private static final String FIRST = EndToEndId.of("BL-1", 1, 1);
  private static final String SECOND = EndToEndId.of("BL-1", 2, 1);
  private static final List<BankInstruction> LINES = List.of(
      new BankInstruction(1, FIRST, "0012345678", "NGUYEN THI DUC \"HUYEN\"", "970422", 500_000, "TRO CAP T11 2026"),
      new BankInstruction(2, SECOND, "19012345678", "LO VAN PHIN", "970432", 750_000, "TRO CAP T11 2026"));

  @TempDir
  private Path folder;

  private final BankApiFormat format = new BankApiFormat();

  @Test
  void writesExactlyTheseBytesUnderTheNameOfTheBulk() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(header(2, 1_250_000), LINES.iterator(), out);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(golden());
    assertThat(format.fileName(header(2, 1_250_000))).isEqualTo("PTCTXH-000027.json");
    assertThat(check(golden())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"000027 | 000028 | clientBulkId", "2026-11-25 | 20261125 | valueDate", "VND | USD | currency",
      "\"count\":2 | \"count\":3 | count", "1250000 | 1250001 | total", "500000 | 500001 | amount", "500000 | 500000.0 | amount",
      "500000 | \"500000\" | amount", "0012345678 | 12345678 | account", "970432 | 970405 | bankBin", "LO VAN | LÒ VAN | name",
      "T11 | T12 | remark", "\"remark\" | \"phone\":1,\"remark\" | transfer", "{\"clientBulkId\" | {\"x\":1,\"clientBulkId\" | body",
      "\"count\":2 | \"count\":2,\"count\":2 | body", "]} | ]}{} | body", "]} | ] | body"})
  void theIndependentLookSeesEveryFieldThatDiffers(String good, String bad, String field) throws IOException {
    assertThat(golden()).contains(good.strip());
    assertThat(check(golden().replace(good.strip(), bad.strip()))).anyMatch(complaint -> complaint.contains(field.strip()))
        .allMatch(complaint -> !complaint.contains("0012345678"));
  }

  @Test
  void aTransferTooManyOrTooFewIsSeen() throws IOException {
    assertThat(check(golden().replaceFirst(",\\{\"endToEndId\":\"" + SECOND + ".*?}", ""))).isNotEmpty();
    Path bytes = Files.writeString(folder.resolve("body"), golden());
    assertThat(format.check(header(1, 500_000), bytes, LINES.subList(0, 1).iterator())).isNotEmpty();
  }

  @Test
  void aBulkHasNoMoreThanAThousandTransfers() throws IOException {
    Path bytes = Files.writeString(folder.resolve("body"), golden());
    assertThat(format.check(header(1_001, 1_250_000), bytes, LINES.iterator())).anyMatch(complaint -> complaint.contains("1.000"));
  }

  private List<String> check(String body) throws IOException {
    return format.check(header(2, 1_250_000), Files.writeString(folder.resolve("body"), body), LINES.iterator());
  }

  private static String golden() {
    return GOLDEN.formatted(FIRST, SECOND);
  }

  private static BatchHeader header(int count, long total) {
    try {
      return new BatchHeader(Mappings.load("classpath:mappings/", Vocabulary.of(ReportedState.class, CaseKind.class)).partners().byId("mb")
          .orElseThrow(), "", "", "", null, null, LocalDate.of(2026, 11, 25), 27, count, total);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
