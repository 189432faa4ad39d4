package vn.chitra.hub.channel.commune;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.CashEntry;
import vn.chitra.hub.batch.FileFormat;
import vn.chitra.hub.partner.PartnerKind;

/**
 * The list of one commune as a spreadsheet that an officer prints, fills in and sends back (contract §6.1). No cell holds a formula: a name
 * is always text. Total and words count the written rows, so {@link #check} finds a wrong header. Same header and lines, same bytes: see
 * {@link FixedZip}.
 */
public final class CommuneListFormat implements FileFormat<CashEntry> {

  private static final DateTimeFormatter PERIOD = DateTimeFormatter.ofPattern("uuuuMM");

  @Override
  public PartnerKind kind() {
    return PartnerKind.COMMUNE;
  }

  @Override
  public String fileName(BatchHeader header) {
    return "DanhSach_%s_%s_%s_%06d.xlsx".formatted(header.folder(), header.programme(), period(header), header.seq());
  }

  @Override
  public void write(BatchHeader header, Iterator<CashEntry> lines, OutputStream out) throws IOException {
    Path draft = Files.createTempFile("commune-list-", ".xlsx");
    try {
      try (OutputStream sheet = Files.newOutputStream(draft)) {
        new CommuneSheet(header, listNumber(header)).write(lines, sheet);
      }
      FixedZip.copy(draft, out);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  @Override
  public List<String> check(BatchHeader header, Path bytes, Iterator<CashEntry> lines) throws IOException {
    return new CommuneListCheck(header, listNumber(header), lines).of(bytes);
  }

  /** The number by which list and answer belong together: {@code <commune>-<programme>-<yyyyMM>-<seq:6>}. */
  static String listNumber(BatchHeader header) {
    return "%s-%s-%s-%06d".formatted(header.folder(), header.programme(), period(header), header.seq());
  }

  private static String period(BatchHeader header) {
    YearMonth period = Objects.requireNonNull(header.period(), "a cash list has a period");
    return PERIOD.format(period);
  }
}
