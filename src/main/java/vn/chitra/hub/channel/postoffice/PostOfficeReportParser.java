package vn.chitra.hub.channel.postoffice;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.cash.CashReportMapping;
import vn.chitra.hub.channel.cash.CashReportMapping.HeadingRow;
import vn.chitra.hub.channel.cash.TypedText;
import vn.chitra.hub.inbound.InboundMessage;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedStatus;

/**
 * Parses a post office's report on one list (contract {@code post-office}), also after a spreadsheet program saved it. Nothing of a file
 * counts unless its last row agrees with the rows before it.
 */
public final class PostOfficeReportParser implements NamedFileParser {

  private static final List<Character> SEPARATORS = List.of(';', '\t', ',');
  private static final int HEADING_WITHIN = 50;

  private final CashReportMapping mapping;

  public PostOfficeReportParser(CashReportMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public boolean recognises(PartnerProfile partner, String fileName) {
    String name = fileName.toUpperCase(Locale.ROOT);
    return partner.kind() == PartnerKind.POST_OFFICE && name.startsWith("KQ_") && name.endsWith(".CSV");
  }

  /** Only the name contains version and close. */
  @Override
  public boolean nameIsPartOfContent() {
    return true;
  }

  @Override
  public boolean nameSpeaks(PartnerProfile partner, String fileName) {
    return InboundName.of(fileName).isPresent();
  }

  /** It has its headings and no row TONG, or a row TONG that is cut. */
  @Override
  public boolean endsShort(Path bytes) throws IOException {
    TextBytes text = TextBytes.examine(bytes);
    if (Files.size(bytes) == 0 || text.soundness() != TextBytes.Soundness.SOUND) {
      return text.soundness() != TextBytes.Soundness.NOT_THIS_CHARSET;
    }
    for (char separator : SEPARATORS) {
      PostOfficeRows rows = new PostOfficeRows(mapping, line -> { });
      walk(text, separator, rows);
      if (rows.hasBegun()) {
        return !rows.hasEnded(text.endsWithLineEnd());
      }
    }
    return !text.hasSeveralLines();
  }

  @Override
  public ParseResult read(PartnerProfile partner, String folder, String fileName, Path bytes,
      Consumer<ReportedStatus> lines) throws IOException {
    Optional<InboundName> name = InboundName.of(fileName);
    if (name.isEmpty()) {
      return whole(Problem.MALFORMED, "Tên tệp không theo mẫu KQ_<bưu cục>_<kỳ>_<số>_<lần>[_CUOI].csv");
    }
    if (!name.get().folder().equals(folder)) {
      return whole(Problem.FOREIGN, "Tên tệp nêu bưu cục khác với thư mục chứa tệp");
    }
    if (Files.size(bytes) == 0) {
      return whole(Problem.TRUNCATED, "Tệp rỗng");
    }
    TextBytes text = TextBytes.examine(bytes);
    return switch (text.soundness()) {
      case NOT_THIS_CHARSET -> whole(Problem.CHARSET, "Tệp không phải UTF-8 hay UTF-16; hãy lưu lại bằng bảng mã Unicode (UTF-8)");
      case CUT -> whole(Problem.TRUNCATED, "Tệp bị cắt giữa một ký tự");
      case SOUND -> read(name.get(), text, lines);
    };
  }

  private ParseResult read(InboundName name, TextBytes text, Consumer<ReportedStatus> lines) throws IOException {
    for (char separator : SEPARATORS) {
      PostOfficeRows rows = new PostOfficeRows(mapping, lines);
      NotUnderstood unreadable = walk(text, separator, rows);
      if (rows.hasBegun()) {
        NotUnderstood problem = rows.problem(unreadable);
        return problem != null ? problem : new ParseResult.Understood(new InboundMessage.ListReport(name.folder(), null, name.period(),
            name.seq(), name.version(), name.closing(), true, null, null, null, null));
      }
    }
    return whole(Problem.MALFORMED, "Không thấy dòng tiêu đề có đủ các cột theo mẫu");
  }

  /** Feeds the records behind the heading row; returns what made the text unreadable as rows, or null. */
  private @Nullable NotUnderstood walk(TextBytes text, char separator, PostOfficeRows rows) throws IOException {
    int seen = 0;
    try (CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(separator).allowExtraFields(true).allowMissingFields(true)
        .skipEmptyLines(true).ofCsvRecord(text.open())) {
      Iterator<CsvRecord> each = csv.iterator();
      while (rows.hasBegun() || seen++ < HEADING_WITHIN) {
        CsvRecord row = next(each);
        if (row == null) {
          return null;
        }
        List<String> cells = row.getFields().stream().map(TypedText::clean).toList();
        if (rows.hasBegun()) {
          rows.add((int) row.getStartingLineNumber(), cells);
        } else {
          Optional<HeadingRow> heading = mapping.headingRow(cells);
          heading.ifPresent(rows::begin);
        }
      }
      return null;
    } catch (Unreadable e) {
      return new NotUnderstood(Problem.MALFORMED, 0, null, "Tệp không chia được thành dòng và cột (dấu ngoặc kép không khớp)");
    }
  }

  private static @Nullable CsvRecord next(Iterator<CsvRecord> rows) throws IOException, Unreadable {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (CsvParseException e) {
      throw new Unreadable(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static NotUnderstood whole(Problem problem, String reason) {
    return new NotUnderstood(problem, 0, null, reason);
  }

  /** Separates the parser's error from an exception of the receiver of the lines. */
  private static final class Unreadable extends Exception {

    private Unreadable(CsvParseException cause) {
      super(cause);
    }
  }
}
