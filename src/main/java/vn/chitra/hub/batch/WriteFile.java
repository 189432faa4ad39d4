package vn.chitra.hub.batch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.chitra.hub.partner.Communes;
import vn.chitra.hub.partner.PartnerProfile;

/** Writes the file of one batch and verifies it with independent code, for building itself and for a dry run. */
@Component
class WriteFile {

  private final BatchPayments payments;
  private final Formats formats;
  private final Communes communes;

  WriteFile(BatchPayments payments, Formats formats, Communes communes) {
    this.payments = payments;
    this.formats = formats;
    this.communes = communes;
  }

  /** @param complaints Vietnamese, with line and field; empty = the bytes are as intended */
  record Written(String name, List<String> complaints) {}

  /** @param period of a cash list, else null; {@code valueDate} of a bank file, else null */
  BatchHeader header(PartnerProfile partner, String folder, @Nullable String programme, @Nullable LocalDate period,
      @Nullable LocalDate valueDate, int seq, int count, long totalVnd) {
    String place = period == null ? "" : communes.nameAt(folder, period).orElse("");
    String agency = place.isEmpty() ? "" : "Ủy ban nhân dân " + place;
    return new BatchHeader(partner, folder, place, agency, programme, period == null ? null : YearMonth.from(period), valueDate, seq, count,
        totalVnd);
  }

  /** Writes the payments of the batch into the given file. */
  Written write(BatchHeader header, long batchId, Path spool) throws IOException {
    return header.partner().kind().isBank() ? write(header, batchId, spool, formats.bank(header.partner().kind()),
        payments::bankInstructions)
        : write(header, batchId, spool, formats.cash(header.partner().kind()), payments::cashEntries);
  }

  private static <L> Written write(BatchHeader header, long batchId, Path spool, FileFormat<L> format, LongFunction<Stream<L>> lines)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(spool)); Stream<L> meant = lines.apply(batchId)) {
      format.write(header, meant.iterator(), out);
    }
    try (Stream<L> meant = lines.apply(batchId)) {
      return new Written(format.fileName(header), format.check(header, spool, meant.iterator()));
    }
  }
}
