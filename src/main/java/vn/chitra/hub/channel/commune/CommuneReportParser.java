package vn.chitra.hub.channel.commune;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.channel.cash.CashReportMapping;
import vn.chitra.hub.channel.cash.CashReportMapping.HeadingRow;
import vn.chitra.hub.channel.cash.CashReportMapping.Label;
import vn.chitra.hub.inbound.InboundMessage.ListReport;
import vn.chitra.hub.inbound.NamedFileParser;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedStatus;

/**
 * Parses a commune's list that came back filled in (contract {@code commune}), under any file name. A first pass over the sheet finds the
 * data beside the rows, a second one reads the rows. {@link WorkbookGuard} checks the file before it is opened.
 */
public final class CommuneReportParser implements NamedFileParser {

  private static final Pattern SPREADSHEET = Pattern.compile(".*\\.(xlsx|xlsm|xlsb|xls)");
  private static final Pattern VERSION = Pattern.compile("(?:[Ll]ần\\s*)?(\\d{1,4})");

  private final CashReportMapping mapping;

  public CommuneReportParser(CashReportMapping mapping) {
    this.mapping = mapping;
  }

  /** Any spreadsheet, also of a kind that will be refused with a reason; not the lock files that Excel leaves beside an open one. */
  @Override
  public boolean recognises(PartnerProfile partner, String fileName) {
    return partner.kind() == PartnerKind.COMMUNE && !fileName.startsWith("~$")
        && SPREADSHEET.matcher(fileName.toLowerCase(Locale.ROOT)).matches();
  }

  @Override
  public boolean endsShort(Path bytes) throws IOException {
    return WorkbookGuard.endsShort(bytes);
  }

  @Override
  public ParseResult read(PartnerProfile partner, String folder, String fileName, Path bytes,
      Consumer<ReportedStatus> lines) throws IOException {
    NotUnderstood objection = WorkbookGuard.objection(bytes);
    if (objection != null) {
      return objection;
    }
    if (!fileName.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      return whole(Problem.UNKNOWN_KIND, null, "Tệp không phải .xlsx");
    }
    try (ReadableWorkbook book = open(bytes)) {
      return read(book, folder, lines);
    } catch (Damaged e) {
      return whole(Problem.MALFORMED, null, "Bảng tính hỏng, không đọc được");
    }
  }

  @Override
  public List<NamedRow> namedRows(Path bytes) throws IOException {
    List<NamedRow> named = new ArrayList<>();
    try (ReadableWorkbook book = open(bytes)) {
      for (ListPage page : pages(book)) {
        HeadingRow columns = headings(page.outline());
        walk(page.sheet(), row -> {
          if (row.getRowNum() > page.outline().headingRow()) {
            SheetRows.named(columns, row).ifPresent(named::add);
          }
        });
      }
    } catch (Damaged e) {
      throw new IOException("an archived spreadsheet that was read before is damaged", e);
    }
    return named;
  }

  private ParseResult read(ReadableWorkbook book, String folder, Consumer<ReportedStatus> lines) throws IOException, Damaged {
    List<ListPage> pages = pages(book);
    if (pages.size() > 1) {
      return whole(Problem.MALFORMED, null, "Có hơn một trang tính chứa danh sách");
    }
    if (pages.isEmpty()) {
      return whole(Problem.MALFORMED, null, "Không thấy dòng tiêu đề có đủ các cột theo mẫu");
    }
    return read(pages.get(0).sheet(), pages.get(0).outline(), folder, lines);
  }

  private List<ListPage> pages(ReadableWorkbook book) throws IOException, Damaged {
    List<ListPage> pages = new ArrayList<>();
    for (Sheet sheet : book.getSheets().toList()) {
      SheetOutline outline = new SheetOutline(mapping);
      walk(sheet, outline::look);
      if (outline.headings() != null) {
        pages.add(new ListPage(sheet, outline));
      }
    }
    return pages;
  }

  private ParseResult read(Sheet sheet, SheetOutline outline, String folder, Consumer<ReportedStatus> lines) throws IOException, Damaged {
    Optional<ListNumber> number = ListNumber.of(outline.value(Label.LIST_NUMBER));
    Matcher version = VERSION.matcher(outline.value(Label.VERSION));
    Optional<Boolean> closing = mapping.closes(outline.value(Label.KIND));
    if (outline.contradicted() != null) {
      return whole(Problem.MALFORMED, outline.contradicted().name(), "Một mục ghi hai lần với giá trị khác nhau");
    }
    if (number.isEmpty()) {
      return whole(Problem.MALFORMED, "Số danh sách", "Không thấy số danh sách, hoặc số không đúng dạng");
    }
    if (!number.get().commune().equals(folder)) {
      return whole(Problem.FOREIGN, "Số danh sách", "Danh sách của xã khác với thư mục chứa tệp");
    }
    if (!version.matches() || Integer.parseInt(version.group(1)) < 1) {
      return whole(Problem.MALFORMED, "Lần báo cáo", "Chưa ghi lần báo cáo, hoặc không phải số 1, 2, …");
    }
    if (closing.isEmpty()) {
      return whole(Problem.MALFORMED, "Loại", "Chưa ghi loại báo cáo TẠM hay CUỐI");
    }
    SheetRows rows = new SheetRows(mapping, headings(outline), closing.get(), lines);
    walk(sheet, row -> {
      if (row.getRowNum() > outline.headingRow()) {
        rows.add(row);
      }
    });
    return rows.problem() != null ? rows.problem()
        : new ParseResult.Understood(report(number.get(), Integer.parseInt(version.group(1)), closing.get(), outline, rows));
  }

  private static ListReport report(ListNumber number, int version, boolean closing, SheetOutline outline, SheetRows rows) {
    SettlementBlock block = SettlementBlock.of(outline);
    String complaint = closing ? block.complaint(rows.paid(), rows.others()) : null;
    return new ListReport(number.commune(), number.programme(), number.period(), number.seq(), version, closing, complaint == null,
        complaint, block.received(), block.paid(), block.left());
  }

  private static HeadingRow headings(SheetOutline outline) {
    HeadingRow headings = outline.headings();
    if (headings == null) {
      throw new IllegalStateException("asked only of a sheet that has headings");
    }
    return headings;
  }

  /** Delivers each row, and separates the library's errors over a damaged sheet from the receiver's exceptions. */
  private static void walk(Sheet sheet, Consumer<Row> rows) throws IOException, Damaged {
    try (Stream<Row> stream = open(sheet)) {
      Iterator<Row> each = stream.iterator();
      for (Row row = next(each); row != null; row = next(each)) {
        rows.accept(row);
      }
    }
  }

  /** Opens from memory, within the guard's limit, because the library does not close a file that it cannot parse. */
  private static ReadableWorkbook open(Path bytes) throws IOException, Damaged {
    try (InputStream in = Files.newInputStream(bytes)) {
      return new ReadableWorkbook(in);
    } catch (RuntimeException e) {
      throw damaged(e);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private static Stream<Row> open(Sheet sheet) throws IOException, Damaged {
    try {
      return sheet.openStream();
    } catch (RuntimeException e) {
      throw damaged(e);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private static @Nullable Row next(Iterator<Row> rows) throws IOException, Damaged {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private static Damaged damaged(IOException e) throws IOException {
    if (e.getCause() instanceof XMLStreamException content) {
      return new Damaged(content);
    }
    throw e;
  }

  private static Damaged damaged(RuntimeException e) throws IOException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException io && !(io instanceof ZipException) && !(io instanceof CharConversionException)) {
        throw io;
      }
    }
    return new Damaged(e);
  }

  private static NotUnderstood whole(Problem problem, @Nullable String field, String reason) {
    return new NotUnderstood(problem, 0, field, reason);
  }

  /** A sheet with the headings of a list. */
  private record ListPage(Sheet sheet, SheetOutline outline) {}

  private static final class Damaged extends Exception {

    private Damaged(Exception cause) {
      super(cause);
    }
  }
}
