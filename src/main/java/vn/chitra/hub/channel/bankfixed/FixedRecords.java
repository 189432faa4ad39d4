package vn.chitra.hub.channel.bankfixed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.chitra.hub.channel.bankfile.FieldCheck;
import vn.chitra.hub.channel.bankfile.FileParseException;
import vn.chitra.hub.channel.bankfile.FileTail;
import vn.chitra.hub.channel.bankfixed.camel.FixedLayout;
import vn.chitra.hub.inbound.ParseResult.Problem;

/** Reads the records of a bank's fixed-length file, one at a time: 160 ASCII bytes and CRLF each, the last one too. */
final class FixedRecords implements AutoCloseable {

  private static final int LENGTH = 160;

  private final InputStream in;
  private String record = "";
  private int recordNo;

  FixedRecords(Path file) throws IOException {
    in = new BufferedInputStream(Files.newInputStream(file));
  }

  /** Goes to the next record; a file that ends here was cut. */
  void next() throws IOException, FileParseException {
    byte[] bytes = in.readNBytes(LENGTH + 2);
    if (bytes.length == 0) {
      throw new FileParseException(Problem.TRUNCATED, recordNo, null, recordNo == 0 ? "Tệp rỗng" : "Tệp hết trước bản ghi cuối");
    }
    recordNo++;
    for (byte one : bytes) {
      if (one < 0) {
        throw new FileParseException(Problem.CHARSET, recordNo, null, "Không phải ASCII");
      }
    }
    boolean endsFile = bytes.length == LENGTH + 1 && bytes[LENGTH] == FileTail.CTRL_Z;
    if (bytes.length < LENGTH + 2 && !endsFile) {
      throw new FileParseException(Problem.TRUNCATED, recordNo, null, "Bản ghi cuối bị cắt");
    }
    judge().demand(endsFile || bytes[LENGTH] == '\r' && bytes[LENGTH + 1] == '\n', "record", "Bản ghi không dài 160 byte và CRLF");
    record = new String(bytes, 0, LENGTH, StandardCharsets.US_ASCII);
  }

  boolean nextIs(char first) throws IOException, FileParseException {
    next();
    return record.charAt(0) == first;
  }

  void demandNext(char first) throws IOException, FileParseException {
    next();
    demandAt(first);
  }

  void demandAt(char first) throws FileParseException {
    judge().demand(record.charAt(0) == first, "record", "Loại bản ghi không có trong hợp đồng tệp hoặc sai chỗ");
  }

  <T> T as(FixedLayout<T> layout) {
    return layout.read(record);
  }

  FieldCheck judge() {
    return new FieldCheck(recordNo);
  }

  void demandBlank(String rest) throws FileParseException {
    judge().demand(rest.isBlank(), "blank", "Vị trí để trống lại có dữ liệu");
  }

  /** A trailer that does not match means that the file is incomplete. */
  void demandWhole(boolean fits, String field) throws FileParseException {
    if (!fits) {
      throw new FileParseException(Problem.TRUNCATED, recordNo, field, "Bản ghi cuối không khớp nội dung tệp");
    }
  }

  void demandEnd() throws IOException, FileParseException {
    if (!FileTail.isNothing(in, ' ')) {
      throw new FileParseException(Problem.MALFORMED, recordNo + 1, "record", "Còn dữ liệu sau bản ghi cuối");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
