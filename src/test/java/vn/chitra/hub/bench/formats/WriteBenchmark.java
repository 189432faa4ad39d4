package vn.chitra.hub.bench.formats;

import java.io.IOException;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** Writes a file of ours and runs the independent check. */
public class WriteBenchmark extends FormatBenchmark {

  @Param({"bank-csv", "bank-fixed", "bank-iso", "bank-api", "post-office", "commune"})
  public String format;

  private Outgoing<?> outgoing;
  private int lines;

  @Override
  void make(Path file) throws IOException {
    outgoing = Outgoing.named(format);
    lines = FormatReport.lines(outgoing.mostLines());
    outgoing.write(SEQ, lines, file);
  }

  @Benchmark
  public void write() throws IOException {
    outgoing.write(SEQ, lines, another());
  }

  @Benchmark
  public void check() throws IOException {
    outgoing.check(SEQ, lines, file());
  }
}
