package vn.chitra.hub.channel.bankfile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.chitra.hub.channel.bankfile.camel.CsvLayout;
import vn.chitra.hub.inbound.ParseResult.Problem;

/**
 * Reads the lines of a bank's {@code |}-file, one at a time: strict UTF-8, every line ended by LF, no quoting. CRLF and a byte order mark,
 * as a bank's Windows writes them, are accepted.
 */
public final class BarLines implements AutoCloseable {

  /** Between the fields of a line. */
  public static final char SEPARATOR = '|';

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final boolean oneRecord;
  private final InputStream in;
  private final ByteLines lines;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private List<String> fields = List.of();
  private int lineNo;

  public BarLines(Path file) throws IOException {
    this(file, false);
  }

  private BarLines(Path file, boolean oneRecord) throws IOException {
    this.oneRecord = oneRecord;
    in = new BufferedInputStream(Files.newInputStream(file));
    lines = new ByteLines(in);
  }

  /** Opens a file of one record: its number of fields shows that it is complete, so its line end may be missing. */
  public static BarLines ofOneRecord(Path file) throws IOException {
    return new BarLines(file, true);
  }

  /** Goes to the next line; a file that ends here was cut. */
  void next() throws IOException, FileParseException {
    byte[] line = lines.next();
    lineNo++;
    if (line == null) {
      throw new FileParseException(Problem.TRUNCATED, lineNo - 1, null, lineNo == 1 ? "Tệp rỗng" : "Tệp hết trước dòng cuối");
    }
    boolean cut = line.length < ByteLines.LONGEST;
    if (!ByteLines.isWhole(line) && !(cut && oneRecord) && !isEndOfFile(line)) {
      throw new FileParseException(cut ? Problem.TRUNCATED : Problem.MALFORMED, lineNo, null, cut ? "Dòng cuối bị cắt" : "Dòng quá dài");
    }
    fields = List.of(decode(line).split("\\|", -1));
  }

  /** Whether the current line begins with this letter. */
  boolean isAt(String record) {
    return fields.get(0).equals(record);
  }

  public FieldCheck judge() {
    return new FieldCheck(lineNo);
  }

  /** The current line as a record; another number of fields is malformed. */
  public <T> T as(CsvLayout<T> layout, int fieldCount) throws FileParseException {
    judge().demand(fields.size() == fieldCount, "record", "Sai số trường của dòng");
    return layout.read(fields);
  }

  /** Goes on while lines begin with this letter. */
  public boolean nextIs(String record) throws IOException, FileParseException {
    next();
    return isAt(record);
  }

  /** The next line begins with this letter. */
  public void demandNext(String record) throws IOException, FileParseException {
    next();
    demandAt(record);
  }

  public void demandAt(String record) throws FileParseException {
    judge().demand(isAt(record), "record", "Loại dòng không có trong hợp đồng tệp hoặc sai chỗ");
  }

  /** A trailer that does not match means that the file is incomplete. */
  public void demandWhole(boolean fits, String field) throws FileParseException {
    if (!fits) {
      throw new FileParseException(Problem.TRUNCATED, lineNo, field, "Dòng T không khớp nội dung tệp");
    }
  }

  /** Whether the file ends within its first line, before that many fields. */
  public boolean isShorterThan(int fieldCount) throws IOException {
    byte[] line = lines.next();
    return line == null || !ByteLines.isWhole(line) && line.length < ByteLines.LONGEST
        && new String(line, StandardCharsets.ISO_8859_1).chars().filter(one -> one == SEPARATOR).count() < fieldCount - 1;
  }

  /** Only bytes that say nothing may follow. */
  public void demandEnd() throws IOException, FileParseException {
    if (!FileTail.isNothing(in, SEPARATOR)) {
      throw new FileParseException(Problem.MALFORMED, lineNo + 1, "record", "Còn dữ liệu sau dòng cuối");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static boolean isEndOfFile(byte[] line) {
    return line[line.length - 1] == FileTail.CTRL_Z;
  }

  private String decode(byte[] line) throws FileParseException {
    int end = ByteLines.isWhole(line) || isEndOfFile(line) ? line.length - 1 : line.length;
    int length = end > 0 && line[end - 1] == '\r' ? end - 1 : end;
    try {
      String text = decoder.decode(ByteBuffer.wrap(line, 0, length)).toString();
      return lineNo == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new FileParseException(Problem.CHARSET, lineNo, null, "Không phải UTF-8");
    }
  }
}
