package vn.chitra.hub.channel.bankfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The end of a partner's file. Behind a right trailer blanks, line ends, rows of separators only and one Ctrl-Z are nothing (contract
 * §0.13); a program of a mainframe or of Windows has put them there.
 */
public final class FileTail {

  /** The end of a text file as some programs write it. */
  public static final int CTRL_Z = 0x1a;

  private static final int LOOKED_AT = 1 << 18;

  private FileTail() {}

  /**
   * Whether the rest of the stream is nothing.
   *
   * @param separator of the file's fields; a blank where it has none
   */
  public static boolean isNothing(InputStream rest, char separator) throws IOException {
    int ends = 0;
    for (int one = rest.read(); one >= 0; one = rest.read()) {
      ends += one == CTRL_Z ? 1 : 0;
      if (ends > 1 || !isBlank(one) && one != separator && one != CTRL_Z) {
        return false;
      }
    }
    return true;
  }

  /** The bytes of the file without one Ctrl-Z at its end and the blanks around it; all of them where there is none. */
  public static long lengthBeforeMark(Path file) throws IOException {
    byte[] tail = tail(file);
    int end = tail.length;
    while (end > 0 && isBlank(tail[end - 1])) {
      end--;
    }
    long length = Files.size(file);
    return end > 0 && tail[end - 1] == CTRL_Z ? length - (tail.length - end + 1) : length;
  }

  /** Whether the last line that says something begins so and has its line end, or the mark of the file's end. */
  public static boolean endsWithLine(Path file, String beginning, char separator) throws IOException {
    byte[] tail = tail(file);
    int end = tail.length;
    while (end > 0 && isNothing(tail, end, separator)) {
      end--;
    }
    int start = end;
    while (start > 0 && tail[start - 1] != '\n') {
      start--;
    }
    boolean begins = new String(tail, start, end - start, StandardCharsets.ISO_8859_1).startsWith(beginning);
    boolean ends = false;
    for (int i = end; i < tail.length; i++) {
      ends |= tail[i] == '\n' || tail[i] == CTRL_Z;
    }
    return begins && ends;
  }

  private static boolean isNothing(byte[] tail, int end, char separator) {
    byte one = tail[end - 1];
    return isBlank(one) || one == CTRL_Z || one == separator;
  }

  private static boolean isBlank(int one) {
    return one == ' ' || one == '\t' || one == '\r' || one == '\n';
  }

  private static byte[] tail(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(LOOKED_AT, bytes.length());
      byte[] tail = new byte[length];
      bytes.seek(bytes.length() - length);
      bytes.readFully(tail);
      return tail;
    }
  }
}
