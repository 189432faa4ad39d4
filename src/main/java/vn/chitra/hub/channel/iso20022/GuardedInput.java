package vn.chitra.hub.channel.iso20022;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Feeds bytes to the XML parser: skips blanks before the declaration, ends before a Ctrl-Z at the end of the file, remembers an I/O error
 * of our own disk and whether the end was reached, and stops the parser from collecting one endless name, comment or attribute in memory.
 */
final class GuardedInput extends FilterInputStream {

  static final int MOST_WITHOUT_PROGRESS = 1 << 20;

  private @Nullable IOException failure;
  private boolean ended;
  private long sinceProgress;
  private long left;

  private GuardedInput(InputStream in, long left) {
    super(in);
    this.left = left;
  }

  /** @param length how many bytes of the stream are the document */
  static GuardedInput over(InputStream raw, long length) throws IOException {
    PushbackInputStream in = new PushbackInputStream(raw, 1);
    long left = length;
    int first = in.read();
    while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
      left--;
      first = in.read();
    }
    if (first >= 0) {
      in.unread(first);
    }
    return new GuardedInput(in, left);
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
      read = left <= 0 ? -1 : in.read(bytes, offset, (int) Math.min(length, left));
    } catch (IOException e) {
      failure = e;
      throw e;
    }
    ended |= read < 0;
    sinceProgress += Math.max(0, read);
    left -= Math.max(0, read);
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
