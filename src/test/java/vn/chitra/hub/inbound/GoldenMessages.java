package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedStatus;

/**
 * Golden pairs {@code golden/<kind>/in/<case>} of one partner: one answer as it is archived, and {@code expected.json}: what the file is,
 * then the lines handed on ({@link GoldenText}).
 */
public record GoldenMessages(PartnerProfile partner, List<NamedFileParser> readers) {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final String EXPECTED = "expected.json";

  /** The folders of a kind's pairs, by name. */
  public static List<Path> of(PartnerKind kind) throws IOException {
    try (Stream<Path> cases = Files.list(GOLDEN.resolve(kind.label()).resolve("in"))) {
      return cases.sorted().toList();
    }
  }

  /** Readers that understand one of the pairs at least. */
  public List<NamedFileParser> understanding() throws IOException {
    List<NamedFileParser> understood = new ArrayList<>();
    for (Path folder : of(partner.kind())) {
      if (!Files.readString(folder.resolve(EXPECTED)).startsWith("{\"is\":\"refused\"")) {
        understood.add(readerOf(fileOf(folder)));
      }
    }
    return understood;
  }

  public void readAsExpected(Path folder) throws IOException {
    List<ReportedStatus> statuses = new ArrayList<>();
    Path file = fileOf(folder);
    ParseResult parsed = readerOf(file).read(partner, "", file.getFileName().toString(), file, statuses::add);
    String lines = statuses.stream().map(one -> GoldenText.of(one) + "\n").collect(Collectors.joining());
    assertThat(GoldenText.of(parsed) + "\n" + lines).isEqualTo(Files.readString(folder.resolve(EXPECTED)));
  }

  private NamedFileParser readerOf(Path file) {
    String name = file.getFileName().toString();
    List<NamedFileParser> those = readers.stream().filter(one -> one.recognises(partner, name)).toList();
    assertThat(those).as("readers that recognise %s", name).hasSize(1);
    return those.get(0);
  }

  private static Path fileOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(one -> !one.endsWith(EXPECTED)).findFirst().orElseThrow();
    }
  }
}
