package vn.chitra.hub.channel.iso20022;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Finds the end of an OpenPGP message by the lengths of its packets (RFC 4880, section 4.2), without a key. */
final class PgpEnd {

  private static final byte[] ARMOUR = "-----BEGIN PGP MESSAGE-----".getBytes(StandardCharsets.US_ASCII);
  private static final String ARMOUR_END = "-----END PGP MESSAGE-----";
  private static final int PUBLIC_KEY_ENCRYPTED_SESSION_KEY = 1;
  private static final int SYMMETRIC_KEY_ENCRYPTED_SESSION_KEY = 3;

  private final InputStream in;

  private PgpEnd(InputStream in) {
    this.in = in;
  }

  /** Whether the message ends within a packet, or before its data; false for what is no such message. */
  static boolean isMissing(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(ARMOUR.length);
    }
    if (start.length == 0) {
      return true;
    }
    if (Arrays.equals(start, Arrays.copyOf(ARMOUR, start.length))) {
      return !Files.readString(file, StandardCharsets.ISO_8859_1).contains(ARMOUR_END);
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return new PgpEnd(in).endsWithinAPacket();
    }
  }

  private boolean endsWithinAPacket() throws IOException {
    int tag = PUBLIC_KEY_ENCRYPTED_SESSION_KEY;
    for (int header = in.read(); header >= 0; header = in.read()) {
      if ((header & 0x80) == 0) {
        return false;
      }
      boolean inNewForm = (header & 0x40) != 0;
      tag = inNewForm ? header & 0x3f : (header & 0x3f) >> 2;
      if (!inNewForm && (header & 3) == 3) {
        return false;   // a packet of the old form may last to the end of the file
      }
      if (!(inNewForm ? skipNewBody() : skip(number(1 << (header & 3))))) {
        return true;
      }
    }
    return tag == PUBLIC_KEY_ENCRYPTED_SESSION_KEY || tag == SYMMETRIC_KEY_ENCRYPTED_SESSION_KEY;
  }

  /** A body in the new form may come in parts, each with its length; false when the file ends before it. */
  private boolean skipNewBody() throws IOException {
    int first = in.read();
    while (first >= 224 && first < 255) {
      if (!skip(1L << (first & 0x1f))) {
        return false;
      }
      first = in.read();
    }
    if (first < 192) {
      return first >= 0 && skip(first);
    } else if (first < 224) {
      int second = in.read();
      return second >= 0 && skip((first - 192L << 8) + second + 192);
    }
    return skip(number(4));
  }

  /** A number of so many bytes; -1 when the file ends before it. */
  private long number(int bytes) throws IOException {
    byte[] read = in.readNBytes(bytes);
    long number = 0;
    for (byte one : read) {
      number = number << 8 | one & 0xff;
    }
    return read.length < bytes ? -1 : number;
  }

  private boolean skip(long bytes) throws IOException {
    long left = bytes;
    while (left > 0) {
      long skipped = in.skip(left);
      if (skipped == 0) {
        if (in.read() < 0) {
          return false;
        }
        skipped = 1;
      }
      left -= skipped;
    }
    return bytes >= 0;
  }
}
