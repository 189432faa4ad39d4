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

/** One file written, looked at by the independent check, and its bytes copied; milliseconds a file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class WriteBenchmark {

  @Param({"bank-csv", "bank-fixed", "bank-iso", "bank-api", "post-office", "commune"})
  public String format;

  private Outgoing<?> outgoing;
  private Scratch scratch;
  private Path file;
  private int lines;

  @Setup
  public void writeOnce() throws IOException {
    outgoing = Outgoing.named(format);
    lines = FormatReport.lines(outgoing.mostLines());
    scratch = new Scratch();
    file = scratch.file("written");
    outgoing.write(1, lines, file);
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
  public void write() throws IOException {
    outgoing.write(1, lines, scratch.file("again"));
  }

  @Benchmark
  public void check() throws IOException {
    outgoing.check(1, lines, file);
  }
}
