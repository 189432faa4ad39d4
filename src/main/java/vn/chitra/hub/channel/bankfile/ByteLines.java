package vn.chitra.hub.channel.bankfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a file as their exact bytes, line end included. Unlike a text reader it shows a missing last line end, and it never
 * holds more than {@link #LONGEST} bytes of a line. Does not close the stream.
 */
public final class ByteLines {

  /** No record of any bank file comes near it. */
  public static final int LONGEST = 16 * 1024;

  private final InputStream in;

  /** @param in buffered */
  public ByteLines(InputStream in) {
    this.in = in;
  }

  /** The next line up to and with its LF; without LF at a cut end of the file or after {@link #LONGEST} bytes; null at the end. */
  public byte @Nullable [] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(160);
    int one;
    while (line.size() < LONGEST && (one = in.read()) >= 0) {
      line.write(one);
      if (one == '\n') {
        break;
      }
    }
    return line.size() == 0 ? null : line.toByteArray();
  }

  public static boolean isWhole(byte[] line) {
    return line[line.length - 1] == '\n';
  }
}
