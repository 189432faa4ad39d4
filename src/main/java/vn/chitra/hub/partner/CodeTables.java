package vn.chitra.hub.partner;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The code tables by name; immutable. */
public final class CodeTables {

  static final String FOLDER = "codes/";
  private static final String EXTENSION = ".csv";
  private static final List<String> COLUMNS = List.of("code", "reported", "case_kind", "reason_code", "meaning");
  private static final Pattern REASON = Pattern.compile("[A-Z][A-Z_]{0,19}|");
  private static final Pattern SENTENCE = Pattern.compile("\\S.*");

  private final Map<String, CodeTable> tables;

  private CodeTables(Map<String, CodeTable> tables) {
    this.tables = Map.copyOf(tables);
  }

  static CodeTables read(MappingFiles files, Vocabulary vocabulary, MappingErrors errors) {
    Map<String, CodeTable> tables = new LinkedHashMap<>();
    for (String file : files.in(FOLDER, EXTENSION)) {
      String name = file.substring(FOLDER.length(), file.length() - EXTENSION.length());
      tables.put(name, new CodeTable(name, codes(files.csv(file, COLUMNS, errors), vocabulary)));
    }
    return new CodeTables(tables);
  }

  static String fileOf(String table) {
    return FOLDER + table + EXTENSION;
  }

  /** @throws IllegalArgumentException when there is no such table; a loaded profile's {@code codes} always names one */
  public CodeTable named(String name) {
    CodeTable table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("không có bảng mã " + name);
    }
    return table;
  }

  public Collection<CodeTable> all() {
    return tables.values();
  }

  private static Map<String, PartnerCode> codes(List<CsvRow> rows, Vocabulary vocabulary) {
    Map<String, PartnerCode> codes = new LinkedHashMap<>();
    for (CsvRow row : rows) {
      PartnerCode code = code(row, vocabulary);
      if (codes.putIfAbsent(code.code(), code) != null) {
        row.error("code", "mã “" + code.code() + "” lặp lại");
      }
    }
    return codes;
  }

  private static PartnerCode code(CsvRow row, Vocabulary vocabulary) {
    requireOneOf(row, "reported", vocabulary.words());
    String caseKind = row.raw("case_kind");
    if (!caseKind.isEmpty()) {
      requireOneOf(row, "case_kind", vocabulary.caseKinds());
    }
    String reason = row.text("reason_code", REASON);
    return new PartnerCode(row.raw("code"), row.raw("reported"), caseKind.isEmpty() ? null : caseKind,
        reason.isEmpty() ? null : reason, row.text("meaning", SENTENCE));
  }

  private static void requireOneOf(CsvRow row, String column, Set<String> known) {
    if (!known.contains(row.raw(column))) {
      row.error(column, "hệ thống không có từ “" + row.raw(column) + "”");
    }
  }
}
