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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One file of a format, and its bytes copied; milliseconds a file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class FormatBenchmark {

  static final int SEQ = 1;

  private Scratch scratch;
  private Path file;

  /** Makes the file that is worked on. */
  abstract void make(Path file) throws IOException;

  @Setup
  public void makeOnce() throws IOException {
    scratch = new Scratch();
    file = scratch.file("file");
    make(file);
  }

  @TearDown
  public void clean() throws IOException {
    scratch.close();
  }

  @Benchmark
  public long copy() throws IOException {
    return scratch.copy(file, scratch.file("copy"));
  }

  Path file() {
    return file;
  }

  Path another() {
    return scratch.file("another");
  }
}
