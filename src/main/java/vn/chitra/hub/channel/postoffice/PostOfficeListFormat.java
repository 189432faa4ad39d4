package vn.chitra.hub.channel.postoffice;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.CashEntry;
import vn.chitra.hub.batch.FileFormat;
import vn.chitra.hub.channel.cash.CellText;
import vn.chitra.hub.channel.cash.MonthText;
import vn.chitra.hub.partner.PartnerKind;

/**
 * The list of one post office, {@code DS_<postOffice>_<period>_<seq>.csv}: UTF-8 with BOM, CRLF, {@code ;}, RFC 4180 quoting, literal
 * header, {@code TONG} row (contract §5.1). The control row counts the written rows, so {@link #check} finds a wrong header. Values are
 * written exactly, even where a spreadsheet program would change them.
 */
public final class PostOfficeListFormat implements FileFormat<CashEntry> {

  static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final String[] HEADER = {"stt", "ma_chi_tra", "ho_ten", "nam_sinh", "so_giay_to", "dia_chi", "ma_xa", "noi_chi",
      "nguoi_nhan_thay", "so_uy_quyen", "uy_quyen_den", "so_tien", "thang", "ghi_chu"};
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter PERIOD = DateTimeFormatter.ofPattern("uuuuMM");

  @Override
  public PartnerKind kind() {
    return PartnerKind.POST_OFFICE;
  }

  @Override
  public String fileName(BatchHeader header) {
    YearMonth period = Objects.requireNonNull(header.period(), "a cash list has a period");
    return "DS_%s_%s_%06d.csv".formatted(header.folder(), PERIOD.format(period), header.seq());
  }

  @Override
  public void write(BatchHeader header, Iterator<CashEntry> lines, OutputStream out) throws IOException {
    out.write(BOM);
    CsvWriter csv = CsvWriter.builder().fieldSeparator(';').lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
    csv.writeRecord(HEADER);
    int count = 0;
    long total = 0;
    while (lines.hasNext()) {
      CashEntry entry = lines.next();
      csv.writeRecord(fields(entry));
      count++;
      total = Math.addExact(total, entry.amountVnd());
    }
    csv.writeRecord("TONG", Integer.toString(count), "", "", "", "", "", "", "", "", "", Long.toString(total), "", "");
    csv.flush();
  }

  @Override
  public List<String> check(BatchHeader header, Path bytes, Iterator<CashEntry> lines) throws IOException {
    return new PostOfficeListCheck(header, lines).of(bytes);
  }

  private static String[] fields(CashEntry entry) {
    return new String[] {
        Integer.toString(entry.line()),
        entry.endToEndId(),
        orEmpty(entry.beneficiaryName()),
        entry.birthYear() == null ? "" : entry.birthYear().toString(),
        orEmpty(entry.receiverNoTail()),
        orEmpty(entry.address()),
        entry.communeCode(),
        entry.atHome() ? "NHA" : "BUUCUC",
        orEmpty(entry.receiverName()),
        orEmpty(entry.authorisationDoc()),
        entry.authorisedUntil() == null ? "" : DAY.format(entry.authorisedUntil()),
        Long.toString(entry.amountVnd()),
        MonthText.of(entry.forFrom(), entry.forTo()),
        note(entry.authorisationEndsEarly() ? entry.authorisedUntil() : null)};
  }

  private static String note(@Nullable LocalDate endsEarlyOn) {
    return endsEarlyOn == null ? "" : "Giấy ủy quyền hết hạn " + DAY.format(endsEarlyOn) + ", trước ngày cuối chi trả";
  }

  private static String orEmpty(@Nullable String text) {
    String shown = CellText.shown(text);
    return shown == null ? "" : shown;
  }
}
