package vn.chitra.hub.bench.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmark of each format beside a plain copy, then many lines of each in a small heap, and reports both. */
final class FormatReport {

  private static final int MOST_LINES = 20_000;
  private static final String HEAP = "256m";
  private static final double MIB = 1 << 20;
  private static final Path FOLDER = Path.of("target", "bench", "formats");

  private final StringBuilder text = new StringBuilder();

  private FormatReport() {}

  public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
    FormatReport report = new FormatReport();
    report.beside(new Runner(new OptionsBuilder().include(WriteBenchmark.class.getName()).include(ReadBenchmark.class.getName())
        .build()).run());
    report.many(Integer.getInteger("bench.lines", 1_000_000));
    Path file = FOLDER.resolve("report.md");
    Files.createDirectories(FOLDER);
    Files.writeString(file, report.text);
    System.out.println(report.text);
  }

  /** Lines of a file in the JMH benchmarks. */
  static int lines(int mostOfTheContract) {
    return Math.min(MOST_LINES, mostOfTheContract);
  }

  private void beside(Collection<RunResult> results) {
    line("| format | lines a file | what | ms a file | lines/s | ms, plain copy |");
    line("|---|---:|---|---:|---:|---:|");
    Map<String, Map<String, Double>> byFormat = results.stream().collect(Collectors.groupingBy(
        result -> result.getParams().getParam("format"), TreeMap::new, Collectors.toMap(FormatReport::verb, FormatReport::millis)));
    byFormat.forEach((format, millis) -> millis.forEach((verb, time) -> {
      if (!verb.equals("copy")) {
        int lines = lines(mostLines(format));
        line("| %s | %,d | %s | %.1f | %,.0f | %.1f |", format, lines, verb, time, lines * 1_000 / time, millis.get("copy"));
      }
    }));
    line("");
  }

  private void many(int lines) throws IOException, InterruptedException {
    line("| %,d lines, -Xmx%s | files | MB | what | s | CPU s | lines/s | heap before / after a collection, MiB |", lines, HEAP);
    line("|---|---:|---:|---|---:|---:|---:|---:|");
    for (String label : labels().toList()) {
      LinesProcess done = LinesProcess.run(label, lines, HEAP, FOLDER);
      for (String verb : new String[] {"write", "check", "seal", "open", "read"}) {
        if (done.figures().containsKey(verb + "-ms")) {
          line("| %s | %,d | %.0f | %s | %.1f | %.1f | %,d | %.0f / %.0f |", label, done.figure("files"), done.figure("bytes") / 1e6, verb,
              done.figure(verb + "-ms") / 1e3, done.figure(verb + "-cpu-ms") / 1e3, lines * 1_000L / Math.max(1, done.figure(verb + "-ms")),
              done.peak("peak-used") / MIB, done.peak("peak-live") / MIB);
        }
      }
    }
  }

  private static Stream<String> labels() {
    return Stream.concat(Outgoing.all().stream().map(Outgoing::label), Incoming.all().stream().map(Incoming::label));
  }

  private static int mostLines(String label) {
    return Stream.concat(Outgoing.all().stream().filter(one -> one.label().equals(label)).map(Outgoing::mostLines),
        Incoming.all().stream().filter(one -> one.label().equals(label)).map(Incoming::mostLines)).findFirst().orElseThrow();
  }

  private static String verb(RunResult result) {
    String name = result.getParams().getBenchmark();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static double millis(RunResult result) {
    return result.getPrimaryResult().getScore();
  }

  private void line(String format, Object... values) {
    text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values)).append('\n');
  }
}
