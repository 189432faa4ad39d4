package vn.chitra.hub.channel.bankfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BankRemark;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.FileFormat;
import vn.chitra.hub.channel.bankcsv.BankCsvFormat;
import vn.chitra.hub.channel.bankfixed.BankFixedFormat;
import vn.chitra.hub.support.NameFolding;

/** Golden pairs {@code golden/<kind>/out/<case>}: {@code batch.yaml} and the one file that it must become, to the byte. */
class BankFileGoldenTests {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final List<FileFormat<BankInstruction>> FORMATS = List.of(new BankCsvFormat(), new BankFixedFormat());

  static Stream<Path> batches() throws IOException {
    List<Path> found = new ArrayList<>();
    for (FileFormat<BankInstruction> format : FORMATS) {
      try (Stream<Path> cases = Files.list(GOLDEN.resolve(format.kind().label()).resolve("out"))) {
        cases.forEach(found::add);
      }
    }
    return found.stream().sorted();
  }

  @Test
  void goldenPairsAreFoundForEachFormat() throws IOException {
    assertThat(batches().map(Path::toString)).anyMatch(p -> p.contains("bank-csv")).anyMatch(p -> p.contains("bank-fixed"));
  }

  @ParameterizedTest
  @MethodSource("batches")
  void batchBecomesExactlyTheGoldenFile(Path folder) throws IOException {
    FileFormat<BankInstruction> format = formatOf(folder);
    JsonNode batch = new YAMLMapper().readTree(folder.resolve("batch.yaml").toFile());
    List<BankInstruction> lines = lines(batch);
    BatchHeader header = header(format, batch, lines);
    Path golden = folder.resolve(format.fileName(header));
    assertThat(golden).exists();

    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    format.write(header, lines.iterator(), bytes);

    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(Files.readString(golden));
    assertThat(format.check(header, golden, lines.iterator())).isEmpty();
  }

  private static FileFormat<BankInstruction> formatOf(Path folder) {
    String label = GOLDEN.relativize(folder).getName(0).toString();
    return FORMATS.stream().filter(one -> one.kind().label().equals(label)).findFirst().orElseThrow();
  }

  private static BatchHeader header(FileFormat<BankInstruction> format, JsonNode batch, List<BankInstruction> lines) {
    return new BatchHeader(Banks.of(format.kind()), "", "", "", null, null, LocalDate.parse(batch.get("valueDate").asText()),
        batch.get("seq").asInt(), lines.size(), lines.stream().mapToLong(BankInstruction::amountVnd).sum());
  }

  private static List<BankInstruction> lines(JsonNode batch) {
    List<BankInstruction> lines = new ArrayList<>();
    for (JsonNode one : batch.get("lines")) {
      String[] months = one.get("months").asText().split("/");
      lines.add(new BankInstruction(lines.size() + 1, one.get("endToEndId").asText(), one.get("account").asText(),
          NameFolding.bankName(one.get("accountName").asText(), 50), one.get("bankBin").asText(), one.get("amountVnd").asLong(),
          BankRemark.of(YearMonth.parse(months[0]), YearMonth.parse(months[1]))));
    }
    return lines;
  }
}
