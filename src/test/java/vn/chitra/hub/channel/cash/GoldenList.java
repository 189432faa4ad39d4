package vn.chitra.hub.channel.cash;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.CashEntry;
import vn.chitra.hub.batch.FileFormat;

/**
 * A folder with {@code header.properties}, {@code lines.csv} and the one file that must come of them, under its right name.
 * A line's id is made of its number.
 */
public record GoldenList(Path folder) {

  public static List<GoldenList> in(String kind) {
    try (Stream<Path> folders = Files.list(Path.of("src/test/resources/golden", kind, "list"))) {
      return folders.sorted().map(GoldenList::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public BatchHeader header(FileFormat<CashEntry> format) throws IOException {
    Properties is = new Properties();
    try (Reader text = Files.newBufferedReader(folder.resolve("header.properties"))) {
      is.load(text);
    }
    List<CashEntry> lines = lines();
    return new BatchHeader(CashLists.partner(format.kind()), is.getProperty("folder"), is.getProperty("folderName"),
        is.getProperty("agencyName"), is.getProperty("programme"), YearMonth.parse(is.getProperty("period")), null,
        Integer.parseInt(is.getProperty("seq")), lines.size(), CashLists.total(lines));
  }

  public List<CashEntry> lines() throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(folder.resolve("lines.csv"))) {
      return rows.stream().map(GoldenList::entry).toList();
    }
  }

  public byte[] written(FileFormat<CashEntry> format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.write(header(format), lines().iterator(), out);
    return out.toByteArray();
  }

  public Path expected(FileFormat<CashEntry> format) throws IOException {
    return folder.resolve(format.fileName(header(format)));
  }

  @Override
  public String toString() {
    return folder.getFileName().toString();
  }

  private static CashEntry entry(NamedCsvRecord row) {
    int line = Integer.parseInt(row.getField("line"));
    String year = text(row, "year");
    String until = text(row, "until");
    return new CashEntry(line, CashLists.id(line), row.getField("name"), year == null ? null : Integer.valueOf(year), text(row, "tail"),
        text(row, "address"), row.getField("commune"), row.getField("place").equals("home"), text(row, "receiver"), text(row, "paper"),
        until == null ? null : LocalDate.parse(until), row.getField("early").equals("yes"), Long.parseLong(row.getField("amount")),
        YearMonth.parse(row.getField("from")), YearMonth.parse(row.getField("to")));
  }

  private static @Nullable String text(NamedCsvRecord row, String field) {
    String value = row.getField(field);
    return value.isEmpty() ? null : value;
  }
}
