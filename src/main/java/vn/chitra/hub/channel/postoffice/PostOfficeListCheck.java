package vn.chitra.hub.channel.postoffice;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.CashEntry;
import vn.chitra.hub.channel.cash.CellText;
import vn.chitra.hub.channel.cash.ListComplaints;

/** Verifies a finished post-office list by reading it back, from text to values. */
final class PostOfficeListCheck {

  private static final String FIRST_ROW =
      "stt;ma_chi_tra;ho_ten;nam_sinh;so_giay_to;dia_chi;ma_xa;noi_chi;nguoi_nhan_thay;so_uy_quyen;uy_quyen_den;so_tien;thang;ghi_chu";
  private static final int WIDTH = 14;

  private final BatchHeader header;
  private final Iterator<CashEntry> meant;
  private final ListComplaints complaints = new ListComplaints();
  private int count;
  private long total;
  private boolean closed;

  PostOfficeListCheck(BatchHeader header, Iterator<CashEntry> meant) {
    this.header = header;
    this.meant = meant;
  }

  List<String> of(Path bytes) throws IOException {
    checkFirstRow(bytes);
    try (InputStream in = pastBom(bytes);
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT));
        CsvReader<CsvRecord> rows = CsvReader.builder().fieldSeparator(';').skipEmptyLines(false)
            .allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
      Iterator<CsvRecord> each = rows.iterator();
      if (each.hasNext()) {
        each.next();
      }
      while (each.hasNext() && !complaints.isFull()) {
        row(each.next());
      }
    } catch (CsvParseException | UncheckedIOException e) {
      if (e.getCause() instanceof IOException cause && !(cause instanceof CharacterCodingException)) {
        throw cause;
      }
      complaints.add("Tệp không đọc lại được theo RFC 4180, UTF-8");
    }
    finish();
    return complaints.found();
  }

  private void checkFirstRow(Path bytes) throws IOException {
    byte[] expected = (FIRST_ROW + "\r\n").getBytes(StandardCharsets.US_ASCII);
    try (InputStream in = Files.newInputStream(bytes)) {
      byte[] start = in.readNBytes(3 + expected.length);
      boolean bom = start.length > 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF;
      if (!bom || !Arrays.equals(start, 3, start.length, expected, 0, expected.length)) {
        complaints.add("Dòng đầu không đúng nguyên văn (BOM, tiêu đề, CRLF)");
      }
    }
  }

  private static InputStream pastBom(Path bytes) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(bytes));
    in.skipNBytes(Math.min(3, Files.size(bytes)));
    return in;
  }

  private void row(CsvRecord row) {
    int line = count + 1;
    if (closed) {
      complaints.add("Còn dữ liệu sau dòng TONG");
    } else if (row.getFieldCount() != WIDTH) {
      complaints.add("Dòng " + line + ": có " + row.getFieldCount() + " cột, cần " + WIDTH);
    } else if (row.getField(0).equals("TONG")) {
      closed = true;
      complaints.compareFigure("TONG, số dòng", header.count(), number(row.getField(1)));
      complaints.compareFigure("TONG, tổng tiền", header.totalVnd(), number(row.getField(11)));
    } else if (meant.hasNext()) {
      compare(line, meant.next(), row.getFields());
    } else {
      complaints.add("Dòng " + line + ": không có trong dữ liệu cần gửi");
    }
  }

  private void compare(int line, CashEntry entry, List<String> read) {
    count++;
    long amount = number(read.get(11));
    total += amount;
    complaints.compare(line, "stt", (long) line, number(read.get(0)));
    complaints.compare(line, "stt", (long) entry.line(), number(read.get(0)));
    complaints.compare(line, "ma_chi_tra", entry.endToEndId(), read.get(1));
    complaints.compare(line, "ho_ten", CellText.shown(entry.beneficiaryName()), read.get(2));
    complaints.compare(line, "nam_sinh", entry.birthYear() == null ? null : entry.birthYear().longValue(),
        read.get(3).isEmpty() ? null : number(read.get(3)));
    complaints.compare(line, "so_giay_to", CellText.shown(entry.receiverNoTail()), orNull(read.get(4), entry.receiverNoTail()));
    complaints.compare(line, "dia_chi", CellText.shown(entry.address()), orNull(read.get(5), entry.address()));
    complaints.compare(line, "ma_xa", entry.communeCode(), read.get(6));
    complaints.compare(line, "noi_chi", entry.atHome(), switch (read.get(7)) {
      case "NHA" -> true;
      case "BUUCUC" -> false;
      default -> null;
    });
    complaints.compare(line, "nguoi_nhan_thay", CellText.shown(entry.receiverName()), orNull(read.get(8), entry.receiverName()));
    complaints.compare(line, "so_uy_quyen", CellText.shown(entry.authorisationDoc()), orNull(read.get(9), entry.authorisationDoc()));
    complaints.compare(line, "uy_quyen_den", entry.authorisedUntil(), day(read.get(10)));
    complaints.compare(line, "so_tien", entry.amountVnd(), amount);
    complaints.compare(line, "thang", List.of(entry.forFrom(), entry.forTo()), months(read.get(12)));
    complaints.compare(line, "ghi_chu", entry.authorisationEndsEarly(), !read.get(13).isEmpty());
  }

  private void finish() {
    if (complaints.isFull()) {
      return;
    }
    if (!closed) {
      complaints.add("Thiếu dòng TONG");
    }
    if (meant.hasNext()) {
      complaints.add("Tệp thiếu dòng: chỉ có " + count);
    }
    complaints.compareFigure("Số dòng", header.count(), count);
    complaints.compareFigure("Tổng tiền", header.totalVnd(), total);
  }

  /** An empty field says null, unless an empty text was meant. */
  private static @Nullable String orNull(String read, @Nullable String meant) {
    return read.isEmpty() && meant == null ? null : read;
  }

  /** Plain digits, or −1, which no figure of a list can be. */
  private static long number(String text) {
    return text.matches("0|[1-9]\\d{0,17}") ? Long.parseLong(text) : -1;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.matches("\\d\\d/\\d\\d/\\d{4}")
          ? LocalDate.of(number(text, 6, 10), number(text, 3, 5), number(text, 0, 2))
          : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable List<YearMonth> months(String text) {
    if (!text.matches("\\d\\d/\\d{4}(-\\d\\d/\\d{4})?")) {
      return null;
    }
    try {
      YearMonth from = YearMonth.of(number(text, 3, 7), number(text, 0, 2));
      return List.of(from, text.length() == 7 ? from : YearMonth.of(number(text, 11, 15), number(text, 8, 10)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
