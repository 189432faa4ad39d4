package vn.chitra.hub.channel.postoffice;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file as text: UTF-8 or UTF-16, with or without a byte-order mark, checked from end to end before it is parsed.
 *
 * @param bom bytes to skip
 */
record TextBytes(Path file, Charset charset, int bom, Soundness soundness) {

  enum Soundness {
    SOUND,
    /** Some bytes are no character of the charset. */
    NOT_THIS_CHARSET,
    /** Sound, except for a character that the end of the file cuts in two. */
    CUT
  }

  private static final int BLOCK = 1 << 16;

  static TextBytes examine(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(400);
    }
    Charset charset = charset(start);
    int bom = bom(start);
    return new TextBytes(file, charset, bom, soundness(file, charset, bom));
  }

  /** Opens the file behind the byte-order mark. */
  Reader open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.skipNBytes(bom);
    return new BufferedReader(new InputStreamReader(in, charset));
  }

  /** Whether a line end is in the text. */
  boolean hasSeveralLines() throws IOException {
    try (Reader in = open()) {
      int one = in.read();
      while (one >= 0 && one != '\n' && one != '\r') {
        one = in.read();
      }
      return one >= 0;
    }
  }

  /** Whether a line end is the last character. */
  boolean endsWithLineEnd() throws IOException {
    int last = -1;
    try (Reader in = open()) {
      for (int one = in.read(); one >= 0; one = in.read()) {
        last = one;
      }
    }
    return last == '\n' || last == '\r';
  }

  private static int bom(byte[] start) {
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF) ? 2 : 0;
  }

  private static Charset charset(byte[] start) {
    if (startsWith(start, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(start, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    int zerosAtEven = 0;
    int zerosAtOdd = 0;
    for (int i = 0; i < start.length; i++) {
      if (start[i] == 0) {
        zerosAtEven += 1 - i % 2;
        zerosAtOdd += i % 2;
      }
    }
    if (zerosAtOdd > start.length / 5 && zerosAtEven == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return zerosAtEven > start.length / 5 && zerosAtOdd == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] bytes, int... expected) {
    if (bytes.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if ((bytes[i] & 0xff) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static Soundness soundness(Path file, Charset charset, int bom) throws IOException {
    CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    CharBuffer chars = CharBuffer.allocate(BLOCK);
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(bom);
      for (int read = in.read(bytes.array(), bytes.position(), bytes.remaining()); read >= 0;
          read = in.read(bytes.array(), bytes.position(), bytes.remaining())) {
        bytes.position(bytes.position() + read).flip();
        CoderResult result = decoder.decode(bytes, chars.clear(), false);
        if (result.isError()) {
          return Soundness.NOT_THIS_CHARSET;
        }
        bytes.compact();
      }
    }
    return bytes.position() == 0 ? Soundness.SOUND : Soundness.CUT;
  }
}
