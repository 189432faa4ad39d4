package vn.chitra.hub.bench.formats;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import vn.chitra.hub.bench.HeapWatch;
import vn.chitra.hub.channel.iso20022.DecryptionResult;
import vn.chitra.hub.channel.iso20022.camel.PgpEncryption;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.sim.bank.PgpKeys;

/**
 * Many lines of one format in one process, in as many files as the contract asks: written and checked, encrypted and opened where the kind
 * encrypts, or read. Its figures go to a file; a wrong file ends it with an exception.
 */
final class ManyLines {

  private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Properties figures = new Properties();
  private final Map<String, Long> nanos = new HashMap<>();
  private final int lines;
  private final Scratch scratch;
  private long bytes;
  private int files;

  private ManyLines(int lines, Scratch scratch) {
    this.lines = lines;
    this.scratch = scratch;
  }

  /** Arguments: the format's label, lines, file for the figures, file for the heap's figures. */
  public static void main(String[] arguments) throws IOException {
    HeapWatch.writeAtEnd(Path.of(arguments[3]));
    try (Scratch scratch = new Scratch(); Writer out = Files.newBufferedWriter(Path.of(arguments[2]))) {
      ManyLines many = new ManyLines(Integer.parseInt(arguments[1]), scratch);
      if (Outgoing.all().stream().anyMatch(one -> one.label().equals(arguments[0]))) {
        many.write(Outgoing.named(arguments[0]));
      } else {
        many.read(Incoming.named(arguments[0]));
      }
      many.figures.store(out, "milliseconds, bytes, counts");
    }
  }

  private void write(Outgoing<?> outgoing) throws IOException {
    boolean encrypted = outgoing.label().equals(PartnerKind.BANK_ISO.label());
    try (Encrypts encrypts = encrypted ? new Encrypts(scratch) : null) {
      eachFile(outgoing.mostLines(), (seq, count, file) -> {
        timed("write", () -> outgoing.write(seq, count, file));
        timed("check", () -> outgoing.check(seq, count, file));
        if (encrypts != null) {
          timed("seal", () -> encrypts.hub().encryptAndSign(file, "payments.xml", scratch.file("sealed")));
          timed("open", () -> encrypts.open(scratch.file("sealed"), scratch.file("opened")));
        }
      });
    }
  }

  private void read(Incoming incoming) throws IOException {
    eachFile(incoming.mostLines(), (seq, count, file) -> {
      incoming.maker().make(seq, count, file);
      timed("read", () -> incoming.read(seq, count, file));
    });
  }

  private void eachFile(int mostLines, OneFile work) throws IOException {
    Path file = scratch.file("file");
    for (int done = 0; done < lines; done += Math.min(mostLines, lines - done)) {
      work.with(++files, Math.min(mostLines, lines - done), file);
      bytes += Files.size(file);
    }
    figures.setProperty("lines", Integer.toString(lines));
    figures.setProperty("files", Integer.toString(files));
    figures.setProperty("bytes", Long.toString(bytes));
  }

  private void timed(String name, Work work) throws IOException {
    long wall = System.nanoTime();
    long processor = PROCESS.getProcessCpuTime();
    work.run();
    add(name + "-cpu-ms", PROCESS.getProcessCpuTime() - processor);
    add(name + "-ms", System.nanoTime() - wall);
  }

  private void add(String name, long more) {
    figures.setProperty(name, Long.toString(Duration.ofNanos(nanos.merge(name, more, Long::sum)).toMillis()));
  }

  private interface Work {
    void run() throws IOException;
  }

  private interface OneFile {
    void with(int seq, int lines, Path file) throws IOException;
  }

  /** Both sides of a connection. */
  private record Encrypts(PgpEncryption hub, PgpEncryption bank) implements AutoCloseable {

    private static final long MOST_CLEAR_BYTES = 256L << 20;

    Encrypts(Scratch scratch) throws IOException {
      this(PgpKeys.in(scratch.file("keys"), "bench"), scratch);
    }

    private Encrypts(PgpKeys keys, Scratch scratch) throws IOException {
      this(side(keys.bank(), keys.hub(), scratch), side(keys.hub(), keys.bank(), scratch));
    }

    private static PgpEncryption side(Path other, Path own, Scratch scratch) throws IOException {
      return new PgpEncryption(List.of(PgpKeys.publicKey(other)), List.of(PgpKeys.secretKey(own)), PgpKeys.PASSPHRASE.toCharArray(),
          Clock.systemUTC(), MOST_CLEAR_BYTES, scratch.file("spool"));
    }

    void open(Path encrypted, Path clear) throws IOException {
      DecryptionResult decryption = bank.decryptAndVerify(encrypted, clear);
      if (!(decryption instanceof DecryptionResult.Decrypted)) {
        throw new IllegalStateException(decryption.toString());
      }
    }

    @Override
    public void close() throws IOException {
      hub.close();
      bank.close();
    }
  }
}
