package vn.chitra.hub.bench.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One answer read, and its bytes copied; milliseconds a file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadBenchmark {

  @Param({"bank-csv results", "bank-fixed results", "pain.002.001.10", "camt.054.001.08", "camt.053.001.08", "bank-api pages",
      "post-office reports", "commune sheets"})
  public String format;

  private Incoming incoming;
  private Scratch scratch;
  private Path file;
  private int lines;

  @Setup
  public void makeOnce() throws IOException {
    incoming = Incoming.named(format);
    lines = FormatReport.lines(incoming.mostLines());
    scratch = new Scratch();
    file = scratch.file("answer");
    incoming.maker().make(1, lines, file);
  }

  @TearDown
  public void clean() throws IOException {
    scratch.close();
  }

  @Benchmark
  public long copy() throws IOException {
    return scratch.copy(file, scratch.file("copy"));
  }

  @Benchmark
  public void read() throws IOException {
    incoming.read(1, lines, file);
  }
}
