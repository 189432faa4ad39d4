package vn.chitra.hub.partner;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A CSV mapping file with a heading row; reports missing, unknown and repeated columns and rows of another width. */
final class CsvTable {

  private final String file;
  private final MappingErrors errors;

  private CsvTable(String file, MappingErrors errors) {
    this.file = file;
    this.errors = errors;
  }

  /** The rows that have the heading's width; none when the heading is wrong. */
  static List<CsvRow> rows(String file, String text, List<String> columns, MappingErrors errors) {
    return new CsvTable(file, errors).rows(text, columns);
  }

  private List<CsvRow> rows(String text, List<String> columns) {
    List<CsvRecord> records = records(text);
    if (records.isEmpty()) {
      errors.add(file, 1, "", "thiếu dòng tiêu đề");
      return List.of();
    }
    List<String> heading = records.get(0).getFields();
    if (!headingFits(heading, columns)) {
      return List.of();
    }
    List<CsvRow> rows = new ArrayList<>();
    for (CsvRecord one : records.subList(1, records.size())) {
      if (one.getFieldCount() == heading.size()) {
        rows.add(row(heading, one));
      } else {
        errors.add(file, line(one), "", "có " + one.getFieldCount() + " cột, cần " + heading.size());
      }
    }
    return rows;
  }

  private List<CsvRecord> records(String text) {
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().allowExtraFields(true).allowMissingFields(true).ofCsvRecord(text)) {
      reader.forEach(records::add);
    } catch (CsvParseException e) {
      int line = records.isEmpty() ? 1 : line(records.get(records.size() - 1)) + 1;
      errors.add(file, line, "", "không phải CSV hợp lệ: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
    return records;
  }

  private boolean headingFits(List<String> heading, List<String> columns) {
    Set<String> seen = new HashSet<>();
    int faults = 0;
    for (String column : heading) {
      if (!columns.contains(column) || !seen.add(column)) {
        errors.add(file, 1, column, columns.contains(column) ? "cột lặp lại" : "cột không được biết");
        faults++;
      }
    }
    for (String column : columns) {
      if (!seen.contains(column)) {
        errors.add(file, 1, column, "thiếu cột");
        faults++;
      }
    }
    return faults == 0;
  }

  private CsvRow row(List<String> heading, CsvRecord one) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < heading.size(); i++) {
      fields.put(heading.get(i), one.getField(i));
    }
    return new CsvRow(file, line(one), fields, errors);
  }

  private static int line(CsvRecord one) {
    return Math.toIntExact(one.getStartingLineNumber());
  }
}
