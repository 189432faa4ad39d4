package vn.chitra.hub.channel.cash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.chitra.hub.inbound.GoldenText;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.payout.ReportedStatus;

/** A folder with one inbound file and {@code expected.json}: what the file is, then a line for each line of it ({@link GoldenText}). */
public record GoldenReport(Path folder) {

  public static List<GoldenReport> in(PartnerKind kind) {
    try (Stream<Path> folders = Files.list(Path.of("src/test/resources/golden", kind.label(), "answer"))) {
      return folders.sorted().map(GoldenReport::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String expected() throws IOException {
    return Files.readString(folder.resolve("expected.json"));
  }

  /** @param place the partner's folder in which the file lay */
  public String read(NamedFileParser reader, PartnerKind kind, String place) throws IOException {
    Path file;
    try (Stream<Path> files = Files.list(folder)) {
      file = files.filter(each -> !each.endsWith("expected.json")).findFirst().orElseThrow();
    }
    List<ReportedStatus> lines = new ArrayList<>();
    ParseResult parsed = reader.read(CashLists.partner(kind), place, file.getFileName().toString(), file, lines::add);
    StringBuilder text = new StringBuilder(GoldenText.of(parsed)).append('\n');
    lines.forEach(line -> text.append(GoldenText.of(line)).append('\n'));
    return text.toString();
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }
}
