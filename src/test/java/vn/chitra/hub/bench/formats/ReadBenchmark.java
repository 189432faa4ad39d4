package vn.chitra.hub.bench.formats;

import java.io.IOException;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/** An answer read. */
public class ReadBenchmark extends FormatBenchmark {

  @Param({"bank-csv results", "bank-fixed results", "pain.002.001.10", "camt.054.001.08", "camt.053.001.08", "bank-api pages",
      "post-office reports", "commune sheets"})
  public String format;

  private Incoming incoming;
  private int lines;

  @Override
  void make(Path file) throws IOException {
    incoming = Incoming.named(format);
    lines = FormatReport.lines(incoming.mostLines());
    incoming.maker().make(SEQ, lines, file);
  }

  @Benchmark
  public void read() throws IOException {
    incoming.read(SEQ, lines, file());
  }
}
