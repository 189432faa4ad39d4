package vn.chitra.hub.channel.iso20022;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Feeds bytes to the XML parser: skips blanks before the declaration, remembers an I/O error of our own disk and whether the end was
 * reached, and stops the parser from collecting one endless name, comment or attribute in memory.
 */
final class GuardedInput extends FilterInputStream {

  static final int MOST_WITHOUT_PROGRESS = 1 << 20;

  private @Nullable IOException failure;
  private boolean ended;
  private long sinceProgress;

  private GuardedInput(InputStream in) {
    super(in);
  }

  static GuardedInput over(InputStream raw) throws IOException {
    PushbackInputStream in = new PushbackInputStream(raw, 1);
    int first = in.read();
    while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
      first = in.read();
    }
    if (first >= 0) {
      in.unread(first);
    }
    return new GuardedInput(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (sinceProgress > MOST_WITHOUT_PROGRESS) {
      throw new EndlessException();
    }
    int read;
    try {
      read = in.read(bytes, offset, length);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
    ended |= read < 0;
    sinceProgress += Math.max(0, read);
    return read;
  }

  /** The parser has delivered something. */
  void progress() {
    sinceProgress = 0;
  }

  boolean ended() {
    return ended;
  }

  void rethrowFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  static final class EndlessException extends IOException {

    private static final long serialVersionUID = 1L;
  }
}
