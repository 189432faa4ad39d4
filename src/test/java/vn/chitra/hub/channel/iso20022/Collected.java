package vn.chitra.hub.channel.iso20022;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.chitra.hub.inbound.GoldenText;

/** Everything that one parse gave. */
final class Collected implements IsoSink {

  static final IsoParseRules CONTRACT = IsoParseRules.of(Map.of());

  final List<IsoLine> lines = new ArrayList<>();
  final List<IsoNotice> notices = new ArrayList<>();
  final List<StatementEntry> entries = new ArrayList<>();
  private final List<Object> all = new ArrayList<>();
  IsoParseResult parsed = new IsoParseResult.StatementsRead(List.of());

  static Collected of(Path file, IsoParseRules rules) throws IOException {
    Collected collected = new Collected();
    collected.parsed = new IsoReader().read(IsoFixtures.bank(), rules, file, collected);
    collected.all.add(collected.parsed);
    return collected;
  }

  static Collected of(String xml, IsoParseRules rules) throws IOException {
    Path file = Files.createTempFile("iso", ".xml");
    try {
      return of(Files.writeString(file, xml), rules);
    } finally {
      Files.delete(file);
    }
  }

  static Collected of(String xml) throws IOException {
    return of(xml, CONTRACT);
  }

  IsoLine onlyLine() {
    assertThat(lines).as("%s %s", parsed, notices).hasSize(1);
    return lines.get(0);
  }

  IsoOutcome outcome() {
    assertThat(parsed).isInstanceOf(IsoParseResult.StatusRead.class);
    return ((IsoParseResult.StatusRead) parsed).outcome();
  }

  String text() {
    return all.stream().map(one -> GoldenText.of(one) + "\n").collect(Collectors.joining());
  }

  @Override
  public void line(IsoLine line) {
    lines.add(line);
    all.add(line);
  }

  @Override
  public void notice(IsoNotice notice) {
    notices.add(notice);
    all.add(notice);
  }

  @Override
  public void entry(StatementEntry entry) {
    entries.add(entry);
    all.add(entry);
  }
}
