package vn.chitra.hub.channel.commune;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;

/**
 * Checks a spreadsheet before it is opened, in bounded memory: it must be a spreadsheet, complete, without macros, and not built to exhaust
 * the machine (a small zip that unpacks without end, entities, cells in a column that does not exist). It uses the zip reader of the
 * spreadsheet library, so both read the same parts.
 */
final class WorkbookGuard {

  static final int MOST_PARTS = 1_000;
  static final long MOST_PACKED_BYTES = 32L << 20;
  static final long MOST_BYTES = 128L << 20;
  /** The library holds the table of strings in memory. */
  static final long MOST_BYTES_OF_STRINGS = 16L << 20;
  static final int MOST_TIMES_LARGER = 150;

  private static final long RATIO_COUNTS_FROM = 4L << 20;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  /** A comment of the largest size and the record before it. */
  private static final int LONGEST_DIRECTORY_END = (1 << 16) + 22;
  private static final String DIRECTORY_END = "PK\5\6";
  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private WorkbookGuard() {}

  /** Whether it begins like a spreadsheet and lacks the directory with which every zip file ends. */
  static boolean endsShort(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      byte[] start = new byte[(int) Math.min(ZIP.length, bytes.length())];
      bytes.readFully(start);
      if (!Arrays.equals(start, Arrays.copyOf(ZIP, start.length))) {
        return false;
      }
      byte[] tail = new byte[(int) Math.min(LONGEST_DIRECTORY_END, bytes.length())];
      bytes.seek(bytes.length() - tail.length);
      bytes.readFully(tail);
      return !new String(tail, StandardCharsets.ISO_8859_1).contains(DIRECTORY_END);
    }
  }

  /** Why the file must not be opened, or null when it may. */
  static @Nullable NotUnderstood objection(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(ZIP.length);
    }
    if (start.length == 0) {
      return refused(Problem.TRUNCATED, "Tệp rỗng");
    }
    if (Arrays.equals(start, OLE2)) {
      return refused(Problem.UNKNOWN_KIND, "Tệp Excel kiểu cũ (.xls) hoặc có mật khẩu; hãy lưu thành .xlsx không mật khẩu");
    }
    if (!Arrays.equals(start, ZIP)) {
      return refused(Problem.UNKNOWN_KIND, "Tệp không phải bảng tính .xlsx");
    }
    if (Files.size(file) > MOST_PACKED_BYTES) {
      return refused(Problem.MALFORMED, "Tệp .xlsx quá lớn");
    }
    try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
      return parts(zip, Files.size(file));
    } catch (IOException e) {
      return damagedOrRethrown(e);
    }
  }

  /** A damaged zip is content; a disk that cannot be read is not. */
  static NotUnderstood damagedOrRethrown(IOException e) throws IOException {
    if (e instanceof java.nio.file.FileSystemException) {
      throw e;
    }
    return refused(Problem.TRUNCATED, "Tệp .xlsx bị cắt hoặc hỏng");
  }

  private static @Nullable NotUnderstood parts(ZipFile zip, long packed) throws IOException {
    List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
    if (entries.size() > MOST_PARTS) {
      return refused(Problem.MALFORMED, "Tệp .xlsx có quá nhiều phần");
    }
    long total = 0;
    for (ZipArchiveEntry entry : entries) {
      if (entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
        return refused(Problem.UNKNOWN_KIND, "Tệp có macro; hãy lưu thành .xlsx");
      }
      if (!zip.canReadEntryData(entry)) {
        return refused(Problem.MALFORMED, "Tệp .xlsx nén hoặc mã hoá theo cách không dùng được");
      }
      try (InputStream part = zip.getInputStream(entry)) {
        Counted in = new Counted(part, Math.min(MOST_BYTES - total, limit(entry)));
        NotUnderstood objection = new PartScan(in).objection();
        if (objection != null) {
          return objection;
        }
        in.transferTo(OutputStream.nullOutputStream());
        total += in.read;
      } catch (TooLarge e) {
        return refused(Problem.MALFORMED, "Tệp .xlsx giải nén ra quá lớn");
      }
      if (total > RATIO_COUNTS_FROM && total / MOST_TIMES_LARGER > packed) {
        return refused(Problem.MALFORMED, "Tệp .xlsx giải nén ra quá lớn so với kích thước");
      }
    }
    return null;
  }

  private static long limit(ZipArchiveEntry entry) {
    return entry.getName().toLowerCase(Locale.ROOT).contains("sharedstrings") ? MOST_BYTES_OF_STRINGS : MOST_BYTES;
  }

  static NotUnderstood refused(Problem problem, String reason) {
    return new NotUnderstood(problem, 0, null, reason);
  }

  /** Counts the unpacked bytes, independent of the sizes in the zip, and stops at a limit; closing it leaves the part open. */
  private static final class Counted extends FilterInputStream {

    private final long limit;
    private long read;

    Counted(InputStream in, long limit) {
      super(in);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int some = super.read(bytes, from, length);
      count(Math.max(some, 0));
      return some;
    }

    @Override
    public void close() {
      // the XML parser closes what it read to the end; the rest of the guard still counts
    }

    private void count(int more) throws TooLarge {
      read += more;
      if (read > limit) {
        throw new TooLarge();
      }
    }
  }

  private static final class TooLarge extends ZipException {

    private TooLarge() {
      super("unpacks to more than allowed");
    }
  }
}
